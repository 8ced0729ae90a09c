import { describe, expect, it } from 'vitest';
import type { InvoiceActionName, UserErrorCode } from '../../gql/generated.ts';
import { offeredActions } from './invoiceActions.ts';

const action = (
  name: InvoiceActionName,
  code: UserErrorCode | null = null,
  reason: string | null = null,
) => ({ action: name, allowed: code === null, code, reason });
const draft = [
  action('EDIT'),
  action('ISSUE'),
  action('VOID', 'NOT_ISSUED', 'The invoice is not issued.'),
];

describe('the acts a reader is offered', () => {
  it('puts what is possible beside the title and the rest, with its reason, into the menu', () => {
    const { buttons, menu } = offeredActions(draft);
    expect(buttons).toEqual(['EDIT', 'ISSUE']);
    expect(menu.map(({ action: name, reason }) => [name, reason])).toEqual([
      ['VOID', 'The invoice is not issued.'],
    ]);
  });

  it('leaves out what the role excludes', () => {
    const actions = [action('EDIT'), action('ISSUE', 'FORBIDDEN'), action('VOID', 'FORBIDDEN')];
    expect(offeredActions(actions)).toEqual({ buttons: ['EDIT'], menu: [] });
  });
});
