import { Button, Group, Menu, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { InvoiceActionName, InvoiceDetailFragment } from '../../gql/generated.ts';
import { useCompany } from '../../lib/company.ts';
import { ACTION_LABELS } from '../../lib/labels.ts';
import { invoiceEditPath } from '../../lib/paths.ts';
import { RecordPaymentDialog } from '../payments/RecordPaymentDialog.tsx';
import {
  CloseDialog,
  DeleteDialog,
  type DialogProps,
  DueDateDialog,
  DuplicateDialog,
  IssueDialog,
} from './InvoiceDialogs.tsx';
import { offeredActions } from './invoiceActions.ts';

const DANGEROUS: readonly InvoiceActionName[] = ['VOID', 'WRITE_OFF', 'DELETE'];

interface InvoiceActionsProps {
  readonly invoice: InvoiceDetailFragment;
  readonly onStale: () => void;
}

export function InvoiceActions({ invoice, onStale }: InvoiceActionsProps) {
  const { may } = useCompany();
  const [open, setOpen] = useState<InvoiceActionName | null>(null);
  const { buttons, menu } = offeredActions(invoice.availableActions, (permission) =>
    may(permission, invoice.company.id),
  );
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
        <Menu position="bottom-end" width={300}>
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
        <ActionDialog
          action={open}
          invoice={invoice}
          onStale={onStale}
          onClose={() => setOpen(null)}
        />
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
      <Menu.Item color={DANGEROUS.includes(action) ? 'red' : undefined} onClick={onChoose}>
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

function ActionDialog({ action, ...props }: DialogProps & { action: InvoiceActionName }) {
  switch (action) {
    case 'ISSUE':
      return <IssueDialog {...props} />;
    case 'VOID':
    case 'WRITE_OFF':
    case 'WRITE_OFF_REVERSE':
      return <CloseDialog {...props} act={action} />;
    case 'CHANGE_DUE_DATE':
      return <DueDateDialog {...props} />;
    case 'DELETE':
      return <DeleteDialog {...props} />;
    case 'DUPLICATE':
      return <DuplicateDialog {...props} />;
    case 'RECORD_PAYMENT':
      return <RecordPaymentDialog {...props} />;
    case 'EDIT':
      return null;
  }
}
