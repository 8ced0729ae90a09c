import { describe, expect, it } from 'vitest';
import { computeTotals } from '../../../../backend/domain/totals.ts';
import type { InvoiceDraftFragment } from '../../gql/generated.ts';
import {
  emptyInvoice,
  emptyLine,
  formPath,
  fromInvoice,
  toCreateInput,
  toIssuedUpdateInput,
  toTotalsInput,
  toUpdateInput,
} from './invoiceForm.ts';

const money = (amount: string) => ({ amount, currencyCode: 'USD' });

const draft: InvoiceDraftFragment = {
  id: 'i1',
  version: 3,
  number: null,
  status: 'DRAFT',
  currencyCode: 'USD',
  pricesIncludeTax: false,
  issueDate: '2026-07-01',
  dueDate: null,
  memo: null,
  purchaseOrderNumber: 'PO-7',
  discountPercent: null,
  discountAmount: money('10.00'),
  discountTotal: money('10.00'),
  client: { id: 'c1', name: 'Harbor' },
  project: null,
  lineItems: [
    {
      id: 'l1',
      position: 1,
      description: 'Concrete',
      quantity: '2.25',
      unit: null,
      unitPrice: '64.22',
      discountPercent: '2.5',
      discountAmount: null,
      taxRate: '8.25',
      net: money('140.89'),
      tax: money('11.92'),
    },
  ],
};

describe('the mapping between form and API', () => {
  it('gives back what it was given', () => {
    const input = toUpdateInput(fromInvoice(draft), 'i1', 3);
    expect(input).toEqual({
      id: 'i1',
      expectedVersion: 3,
      clientId: 'c1',
      projectId: null,
      issueDate: '2026-07-01',
      dueDate: null,
      currencyCode: 'USD',
      pricesIncludeTax: false,
      lineItems: [
        {
          id: 'l1',
          description: 'Concrete',
          quantity: '2.25',
          unit: null,
          unitPrice: '64.22',
          discountPercent: '2.5',
          discountAmount: null,
          taxRate: '8.25',
        },
      ],
      discountPercent: null,
      discountAmount: '10.00',
      memo: null,
      purchaseOrderNumber: 'PO-7',
    });
  });

  it('leaves out a line nobody wrote on', () => {
    const values = emptyInvoice('2026-07-01', 'USD');
    expect(toCreateInput(values, 'co1', 'key').lineItems).toEqual([]);
  });

  it('sends of an issued invoice only what may change', () => {
    expect(toIssuedUpdateInput(fromInvoice(draft), 'i1', 3)).toEqual({
      id: 'i1',
      expectedVersion: 3,
      dueDate: null,
      memo: null,
      purchaseOrderNumber: 'PO-7',
    });
  });

  it('puts an error beside its field, counting lines that were left out', () => {
    const stored = fromInvoice(draft);
    const values = { ...stored, lineItems: [emptyLine(), ...stored.lineItems] };
    expect(formPath(['lineItems', '0', 'quantity'], values)).toBe('lineItems.1.quantity');
    expect(formPath(['lineItems', '0', 'discountAmount'], values)).toBe('lineItems.1.discount');
    expect(formPath(['discountAmount'], values)).toBe('discount');
    expect(formPath(['clientId'], values)).toBe('client');
    expect(formPath(['dueDate'], values)).toBe('dueDate');
    expect(formPath(['expectedVersion'], values)).toBeNull();
    expect(formPath(['lineItems', '9', 'quantity'], values)).toBeNull();
  });

  it('totals the form with the calculator of the server', () => {
    const totals = computeTotals(toTotalsInput(fromInvoice(draft)));
    expect(totals).toMatchObject({ ok: true, value: { subtotal: 14089n, discountTotal: 1000n } });
    const blank = computeTotals(toTotalsInput(emptyInvoice('2026-07-01', 'USD')));
    expect(blank).toMatchObject({ ok: true, value: { total: 0n } });
  });
});
