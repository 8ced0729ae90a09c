/**
 * An empty list mentions no invoice, so the cache would not know that a new one changes it; and
 * recording a payment answers with the payment alone.
 */
export const ABOUT_INVOICES = { additionalTypenames: ['Invoice'] };
