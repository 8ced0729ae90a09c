import type { ArgBuilder } from '@pothos/core';
import type { Payment, PaymentAllocation } from '../../db/generated/sqlite/client.ts';
import { type BuilderTypes, builder } from '../../graphql/builder.ts';
import { connectionType, orderType, pageArgs } from '../../graphql/connectionType.ts';

const PaymentFilterType = builder.inputType('PaymentFilter', {
  description: 'Which payments to list.',
  fields: (t) => ({
    clientId: t.id({ description: 'From this client.' }),
    receivedFrom: t.field({ type: 'Date', description: 'Received on or after.' }),
    receivedTo: t.field({ type: 'Date', description: 'Received on or before.' }),
    reference: t.string({ description: 'Exactly this reference.' }),
    reversed: t.boolean({ description: 'Only reversed ones, or only others.' }),
  }),
});
const PaymentOrderType = orderType('Payment', {
  RECEIVED_ON: 'When it was received.',
  AMOUNT: 'Amount, compared as minor units whatever the currency.',
});

export const PaymentConnectionType = connectionType<Payment>('Payment', 'Payment');

export const AllocationConnectionType = connectionType<PaymentAllocation>(
  'PaymentAllocation',
  'PaymentAllocation',
);

export const paymentArgs = (arg: ArgBuilder<BuilderTypes>) => ({
  ...pageArgs(arg),
  filter: arg({ type: PaymentFilterType, description: 'Which ones.' }),
  orderBy: arg({ type: PaymentOrderType, description: 'Default: latest first.' }),
});
