import type { Payment, PaymentAllocation } from '../../db/generated/sqlite/client.ts';
import { registerEntity } from '../../graphql/entity.ts';
import { visiblePayments } from './payment.policy.ts';

export const paymentEntity = registerEntity<Payment, 'Payment'>({
  typeName: 'Payment',
  load: ({ db, viewer }, ids, query) =>
    db.reader.payment.findMany({
      ...query,
      where: { id: { in: [...ids] }, ...visiblePayments(viewer) },
    }),
});

export const allocationEntity = registerEntity<PaymentAllocation, 'PaymentAllocation'>({
  typeName: 'PaymentAllocation',
  load: ({ db, viewer }, ids, query) =>
    db.reader.paymentAllocation.findMany({
      ...query,
      where: { id: { in: [...ids] }, payment: visiblePayments(viewer) },
    }),
});
