import { Button, Group, Menu, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { InvoiceActionName, InvoiceDetailFragment } from '../../gql/generated.ts';
import { ACTION_LABELS } from '../../lib/labels.ts';
import { RecordPaymentDialog } from '../payments/RecordPaymentDialog.tsx';
import {
  CloseDialog,
  DeleteDialog,
  type DialogProps,
  DueDateDialog,
  DuplicateDialog,
  IssueDialog,
} from './InvoiceDialogs.tsx';

const PRIMARY: readonly InvoiceActionName[] = ['EDIT', 'ISSUE', 'RECORD_PAYMENT'];
const DANGEROUS: readonly InvoiceActionName[] = ['VOID', 'WRITE_OFF', 'DELETE'];

interface InvoiceActionsProps {
  readonly invoice: InvoiceDetailFragment;
  readonly onStale: () => void;
}

/**
 * What may be done now as buttons, the rest in a menu. The server says what is allowed; what is
 * not stays visible with its reason, so that nobody searches for a missing command.
 */
export function InvoiceActions({ invoice, onStale }: InvoiceActionsProps) {
  const [open, setOpen] = useState<InvoiceActionName | null>(null);
  const allowed = PRIMARY.filter((name) =>
    invoice.availableActions.some((one) => one.action === name && one.allowed),
  );
  const rest = invoice.availableActions.filter((one) => !allowed.includes(one.action));
  return (
    <Group gap="xs">
      {allowed.map((name) =>
        name === 'EDIT' ? (
          <Button
            key={name}
            variant="default"
            component={Link}
            to={`/invoices/${encodeURIComponent(invoice.id)}/edit`}
          >
            Edit
          </Button>
        ) : (
          <Button key={name} onClick={() => setOpen(name)}>
            {ACTION_LABELS[name]}
          </Button>
        ),
      )}
      {rest.length === 0 ? null : (
        <Menu position="bottom-end" width={280}>
          <Menu.Target>
            <Button variant="default">More actions</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(({ action, allowed: may, reason }) => (
              <Menu.Item
                key={action}
                disabled={!may}
                color={may && DANGEROUS.includes(action) ? 'red' : undefined}
                onClick={() => setOpen(action)}
              >
                {ACTION_LABELS[action]}
                {may || reason === null ? null : (
                  <Text size="xs" span display="block">
                    {reason}
                  </Text>
                )}
              </Menu.Item>
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
