import { companyIds, type Viewer } from '../../viewer.ts';

/** Which invoices exist for a viewer: those of their companies. */
export const visibleInvoices = (viewer: Viewer) => ({ companyId: { in: companyIds(viewer) } });
