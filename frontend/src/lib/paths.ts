/** The address of an invoice's page; an opaque id may hold anything. */
export const invoicePath = (id: string): string => `/invoices/${encodeURIComponent(id)}`;

export const invoiceEditPath = (id: string): string => `${invoicePath(id)}/edit`;
