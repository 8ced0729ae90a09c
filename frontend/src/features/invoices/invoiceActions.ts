import type { InvoiceActionName, InvoiceDetailFragment } from '../../gql/generated.ts';

/** Acts that stand beside the title while they are possible. */
const PRIMARY: ReadonlySet<InvoiceActionName> = new Set<InvoiceActionName>([
  'EDIT',
  'ISSUE',
  'RECORD_PAYMENT',
]);

type Action = InvoiceDetailFragment['availableActions'][number];

/**
 * The acts of a reader: buttons for the usual ones, a menu for the rest. What the role excludes is
 * left out; what the invoice's state excludes stays, with its reason, so that nobody searches for
 * a missing command.
 */
export function offeredActions(actions: readonly Action[]): {
  readonly buttons: readonly InvoiceActionName[];
  readonly menu: readonly Action[];
} {
  const offered = actions.filter(({ code }) => code !== 'FORBIDDEN');
  const isButton = ({ action, allowed }: Action) => allowed && PRIMARY.has(action);
  return {
    buttons: offered.filter(isButton).map(({ action }) => action),
    menu: offered.filter((one) => !isButton(one)),
  };
}
