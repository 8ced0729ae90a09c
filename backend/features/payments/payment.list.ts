import { type Payment, type PaymentAllocation, Prisma } from '../../db/generated/sqlite/client.ts';
import { decodeId } from '../../globalId.ts';
import type { ListSource } from '../../graphql/connection.ts';
import { allocationEntity, paymentEntity } from './payment.entity.ts';

export interface PaymentFilter {
  clientId?: string | null;
  receivedFrom?: string | null;
  receivedTo?: string | null;
  reference?: string | null;
  reversed?: boolean | null;
}

export type PaymentOrderField = 'RECEIVED_ON' | 'AMOUNT';

function paymentConditions(filter: PaymentFilter): Prisma.Sql[] {
  const { clientId, receivedFrom, receivedTo, reference, reversed } = filter;
  return [
    ...(clientId == null ? [] : [Prisma.sql`client_id = ${decodeId('Client', clientId) ?? 0}`]),
    ...(receivedFrom == null ? [] : [Prisma.sql`received_on >= ${receivedFrom}`]),
    ...(receivedTo == null ? [] : [Prisma.sql`received_on <= ${receivedTo}`]),
    ...(reference == null ? [] : [Prisma.sql`reference = ${reference}`]),
    ...(reversed == null
      ? []
      : [reversed ? Prisma.sql`reversed_on IS NOT NULL` : Prisma.sql`reversed_on IS NULL`]),
  ];
}

/** Payments in every list: of a company, of a client. */
export const paymentList: ListSource<Payment, PaymentFilter, PaymentOrderField> = {
  entity: paymentEntity,
  from: Prisma.sql`payments`,
  orders: {
    RECEIVED_ON: { expression: Prisma.sql`received_on`, type: 'text' },
    AMOUNT: { expression: Prisma.sql`amount_minor`, type: 'integer' },
  },
  defaultOrder: { field: 'RECEIVED_ON', direction: 'DESC' },
  conditions: paymentConditions,
};

/** The parts of payments that settle an invoice, also of reversed ones. */
export const allocationList: ListSource<PaymentAllocation, object, 'EFFECTIVE_ON'> = {
  entity: allocationEntity,
  from: Prisma.sql`invoice_payments`,
  orders: { EFFECTIVE_ON: { expression: Prisma.sql`effective_on`, type: 'text' } },
  defaultOrder: { field: 'EFFECTIVE_ON', direction: 'ASC' },
  conditions: () => [],
};
