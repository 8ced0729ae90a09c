import { describe, expect, it } from 'vitest';
import type { InvoiceActionName } from '../../gql/generated.ts';
import type { Permission } from '../../lib/company.ts';
import { offeredActions } from './invoiceActions.ts';

const action = (name: InvoiceActionName, reason: string | null = null) => ({
  action: name,
  allowed: reason === null,
  code: reason === null ? null : ('NOT_ISSUED' as const),
  reason,
});
const draft = [action('EDIT'), action('ISSUE'), action('VOID', 'The invoice is not issued.')];

describe('the acts a reader is offered', () => {
  it('puts what is possible beside the title and the rest, with its reason, into the menu', () => {
    const { buttons, menu } = offeredActions(draft, () => true);
    expect(buttons).toEqual(['EDIT', 'ISSUE']);
    expect(menu.map(({ action: name, reason }) => [name, reason])).toEqual([
      ['VOID', 'The invoice is not issued.'],
    ]);
  });

  it('leaves out what the role excludes', () => {
    const mayOnly = (permission: Permission) => permission === 'invoices:write';
    expect(offeredActions(draft, mayOnly)).toEqual({ buttons: ['EDIT'], menu: [] });
    expect(offeredActions(draft, () => false)).toEqual({ buttons: [], menu: [] });
  });
});
