import type { Invoice } from '../../db/generated/sqlite/client.ts';
import { registerEntity } from '../../graphql/entity.ts';
import { visibleInvoices } from './invoice.policy.ts';

export const invoiceEntity = registerEntity<Invoice, 'Invoice'>({
  typeName: 'Invoice',
  load: ({ client, viewer }, ids, query) =>
    client.invoice.findMany({
      ...query,
      where: { id: { in: [...ids] }, ...visibleInvoices(viewer) },
    }),
});
