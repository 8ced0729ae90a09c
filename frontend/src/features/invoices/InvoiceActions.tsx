import { Button, Group, Menu, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { InvoiceActionName, InvoiceDetailFragment } from '../../gql/generated.ts';
import { ACTION_LABELS } from '../../lib/labels.ts';
import { invoiceEditPath } from '../../lib/paths.ts';
import { offeredActions } from './invoiceActions.ts';

// Most visits only read.
const ActionDialog = lazy(async () => ({
  default: (await import('./ActionDialog.tsx')).ActionDialog,
}));

const DANGEROUS: readonly InvoiceActionName[] = ['VOID', 'WRITE_OFF', 'DELETE'];

interface InvoiceActionsProps {
  readonly invoice: InvoiceDetailFragment;
  readonly onStale: () => void;
}

export function InvoiceActions({ invoice, onStale }: InvoiceActionsProps) {
  const [open, setOpen] = useState<InvoiceActionName | null>(null);
  const { buttons, menu } = offeredActions(invoice.availableActions);
  return (
    <Group gap="xs">
      {buttons.map((name) =>
        name === 'EDIT' ? (
          <Button key={name} variant="default" component={Link} to={invoiceEditPath(invoice.id)}>
            Edit
          </Button>
        ) : (
          <Button key={name} onClick={() => setOpen(name)}>
            {ACTION_LABELS[name]}
          </Button>
        ),
      )}
      {menu.length === 0 ? null : (
        <Menu
          position="bottom-end"
          width={300}
          withinPortal={false}
          withInitialFocusPlaceholder={false}
        >
          <Menu.Target>
            <Button variant="default">More actions</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {menu.map((one) => (
              <ActionItem key={one.action} {...one} onChoose={() => setOpen(one.action)} />
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {open === null ? null : (
        <Suspense>
          <ActionDialog
            action={open}
            invoice={invoice}
            onStale={onStale}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </Group>
  );
}

interface ActionItemProps {
  readonly action: InvoiceActionName;
  readonly allowed: boolean;
  readonly reason: string | null;
  readonly onChoose: () => void;
}

function ActionItem({ action, allowed, reason, onChoose }: ActionItemProps) {
  if (allowed) {
    return (
      <Menu.Item className={DANGEROUS.includes(action) ? 'danger' : undefined} onClick={onChoose}>
        {ACTION_LABELS[action]}
      </Menu.Item>
    );
  }
  return (
    // Not `disabled`: the arrow keys would skip it, and its reason would be for the mouse alone.
    <Menu.Item aria-disabled closeMenuOnClick={false} className="refused">
      {ACTION_LABELS[action]}
      <Text size="xs" span display="block">
        {reason}
      </Text>
    </Menu.Item>
  );
}
