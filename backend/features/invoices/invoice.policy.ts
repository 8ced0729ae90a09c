import { companyIds, may, type Permission, type Viewer } from '../../viewer.ts';
import type { InvoiceAct } from './invoice.rules.ts';

/** Which invoices exist for a viewer: those of their companies. */
export const visibleInvoices = (viewer: Viewer) => ({ companyId: { in: companyIds(viewer) } });

/** What each act takes of a role. */
export const ACT_PERMISSIONS: Record<InvoiceAct, Permission> = {
  EDIT: 'invoices:write',
  ISSUE: 'invoices:issue',
  DELETE: 'invoices:write',
  DUPLICATE: 'invoices:write',
  CHANGE_DUE_DATE: 'invoices:write',
  RECORD_PAYMENT: 'payments:record',
  VOID: 'invoices:close',
  WRITE_OFF: 'invoices:close',
  WRITE_OFF_REVERSE: 'invoices:close',
};

export const mayAct = (viewer: Viewer, companyId: number, act: InvoiceAct): boolean =>
  may(viewer, companyId, ACT_PERMISSIONS[act]);
