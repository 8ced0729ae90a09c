import { builder } from '../../graphql/builder.ts';
import { MoneyType } from '../../graphql/money.ts';

const ReceivableKindType = builder.enumType('ReceivableKind', {
  description: 'Why the balance changed.',
  values: {
    ISSUED: { description: 'The invoice was issued: its total is owed.' },
    PAYMENT: { description: 'A payment settled a part.' },
    PAYMENT_REVERSED: { description: 'A payment was undone.' },
    VOIDED: { description: 'The invoice was taken back.' },
    WRITTEN_OFF: { description: 'The rest was given up.' },
    WRITE_OFF_REVERSED: { description: 'What was given up is owed again.' },
  } as const,
});

builder.prismaNode('ReceivableEntry', {
  id: { field: 'id' },
  description: 'One movement of what an invoice owes. Never changed once recorded.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ReceivableKindType, description: 'Why.' }),
    amount: t.field({
      type: MoneyType,
      description: 'Positive when more is owed, negative when less.',
      select: { invoice: { select: { currencyCode: true } } },
      resolve: ({ amountMinor, invoice }) => ({
        minor: amountMinor,
        currency: invoice.currencyCode,
      }),
    }),
    effectiveOn: t.expose('effectiveOn', {
      type: 'Date',
      description: 'From which day it counts.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it became known.' }),
    payment: t.relation('payment', {
      nullable: true,
      description: 'The payment behind it, if any.',
      complexity: 1,
    }),
  }),
});
