import type { Invoice } from '../../db/generated/sqlite/client.ts';
import { registerEntity } from '../../graphql/entity.ts';
import { visibleInvoices } from './invoice.policy.ts';

export const invoiceEntity = registerEntity<Invoice, 'Invoice'>({
  typeName: 'Invoice',
  load: ({ db, viewer }, ids, query) =>
    db.reader.invoice.findMany({
      ...query,
      where: { id: { in: [...ids] }, ...visibleInvoices(viewer) },
    }),
});

registerEntity({
  typeName: 'InvoiceLineItem',
  load: ({ db, viewer }, ids, query) =>
    db.reader.invoiceLineItem.findMany({
      ...query,
      where: { id: { in: [...ids] }, invoice: visibleInvoices(viewer) },
    }),
});

registerEntity({
  typeName: 'ReceivableEntry',
  load: ({ db, viewer }, ids, query) =>
    db.reader.receivableEntry.findMany({
      ...query,
      where: { id: { in: [...ids] }, invoice: visibleInvoices(viewer) },
    }),
});
