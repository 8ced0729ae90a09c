import { Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FormDialog } from '../../components/FormDialog.tsx';
import {
  type InvoiceDetailFragment,
  useInvoiceDeleteMutation,
  useInvoiceDueDateChangeMutation,
  useInvoiceDuplicateMutation,
  useInvoiceIssueMutation,
  useInvoiceVoidMutation,
  useInvoiceWriteOffMutation,
  useInvoiceWriteOffReverseMutation,
} from '../../gql/generated.ts';
import { todayIn } from '../../lib/dates.ts';
import { useIdempotencyKey } from '../../lib/idempotency.ts';
import { ACTION_LABELS } from '../../lib/labels.ts';
import { invoiceEditPath } from '../../lib/paths.ts';
import { ABOUT_INVOICES } from '../../lib/queryContext.ts';
import { useSubmission } from '../../lib/submission.ts';

export interface DialogProps {
  readonly invoice: InvoiceDetailFragment;
  readonly onClose: () => void;
  /** Reads the invoice again: someone else changed it. */
  readonly onStale: () => void;
}

export function IssueDialog({ invoice, onClose, onStale }: DialogProps) {
  const idempotencyKey = useIdempotencyKey();
  const [issueDate, setIssueDate] = useState(
    invoice.issueDate ?? todayIn(invoice.company.timeZone),
  );
  const [dueDate, setDueDate] = useState(invoice.dueDate ?? '');
  const form = useSubmission(['issueDate', 'dueDate'], onStale);
  const [, issue] = useInvoiceIssueMutation();
  const submit = async () => {
    const done = await form.submit(async () => {
      const input = {
        id: invoice.id,
        expectedVersion: invoice.version,
        issueDate,
        dueDate: dueDate === '' ? null : dueDate,
        idempotencyKey,
      };
      const { data, error } = await issue({ input });
      return { error, userErrors: data?.invoiceIssue.userErrors };
    });
    if (done) onClose();
  };
  return (
    <FormDialog
      title="Issue invoice"
      submitLabel="Issue now"
      problem={form.problem}
      busy={form.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">
        The invoice gets its number and its content becomes final. It can be voided later, not
        edited.
      </Text>
      <TextInput
        label="Issue date"
        type="date"
        data-autofocus
        value={issueDate}
        onChange={(event) => setIssueDate(event.currentTarget.value)}
        error={form.fieldError('issueDate')}
      />
      <TextInput
        label="Due date"
        description="Empty: by your company's terms"
        type="date"
        value={dueDate}
        onChange={(event) => setDueDate(event.currentTarget.value)}
        error={form.fieldError('dueDate')}
      />
    </FormDialog>
  );
}

const CLOSE_TEXTS = {
  VOID: 'The invoice keeps its number and nothing is owed on it any more.',
  WRITE_OFF: 'What is still owed on the invoice is given up. This can be reversed.',
  WRITE_OFF_REVERSE: 'What was given up is owed again.',
} as const;

interface CloseDialogProps extends DialogProps {
  readonly act: keyof typeof CLOSE_TEXTS;
}

export function CloseDialog({ act, invoice, onClose, onStale }: CloseDialogProps) {
  const [date, setDate] = useState(todayIn(invoice.company.timeZone));
  const [reason, setReason] = useState('');
  const form = useSubmission(['date', 'reason'], onStale);
  const [, voidInvoice] = useInvoiceVoidMutation();
  const [, writeOff] = useInvoiceWriteOffMutation();
  const [, reverse] = useInvoiceWriteOffReverseMutation();
  const send = async () => {
    const input = {
      id: invoice.id,
      expectedVersion: invoice.version,
      date,
      reason: reason.trim() === '' ? null : reason,
    };
    if (act === 'VOID') {
      const { data, error } = await voidInvoice({ input });
      return { error, userErrors: data?.invoiceVoid.userErrors };
    }
    if (act === 'WRITE_OFF') {
      const { data, error } = await writeOff({ input });
      return { error, userErrors: data?.invoiceWriteOff.userErrors };
    }
    const { data, error } = await reverse({ input });
    return { error, userErrors: data?.invoiceWriteOffReverse.userErrors };
  };
  return (
    <FormDialog
      title={`${ACTION_LABELS[act]}: ${invoice.number ?? 'invoice'}`}
      submitLabel={ACTION_LABELS[act]}
      danger={act !== 'WRITE_OFF_REVERSE'}
      problem={form.problem}
      busy={form.busy}
      onSubmit={async () => {
        if (await form.submit(send)) onClose();
      }}
      onClose={onClose}
    >
      <Text size="sm">{CLOSE_TEXTS[act]}</Text>
      <TextInput
        label="Date"
        type="date"
        data-autofocus
        value={date}
        onChange={(event) => setDate(event.currentTarget.value)}
        error={form.fieldError('date')}
      />
      <Textarea
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={form.fieldError('reason')}
        autosize
        minRows={2}
      />
    </FormDialog>
  );
}

export function DueDateDialog({ invoice, onClose, onStale }: DialogProps) {
  const [dueDate, setDueDate] = useState(invoice.dueDate ?? '');
  const form = useSubmission(['dueDate'], onStale);
  const [, change] = useInvoiceDueDateChangeMutation();
  const submit = async () => {
    const done = await form.submit(async () => {
      const input = { id: invoice.id, expectedVersion: invoice.version, dueDate };
      const { data, error } = await change({ input });
      return { error, userErrors: data?.invoiceDueDateChange.userErrors };
    });
    if (done) onClose();
  };
  return (
    <FormDialog
      title="Change due date"
      submitLabel="Change"
      problem={form.problem}
      busy={form.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">Reports of earlier days keep the due date that was in force then.</Text>
      <TextInput
        label="Due date"
        type="date"
        required
        data-autofocus
        value={dueDate}
        onChange={(event) => setDueDate(event.currentTarget.value)}
        error={form.fieldError('dueDate')}
      />
    </FormDialog>
  );
}

export function DeleteDialog({ invoice, onClose, onStale }: DialogProps) {
  const navigate = useNavigate();
  const form = useSubmission([], onStale);
  const [, remove] = useInvoiceDeleteMutation();
  const submit = async () => {
    const done = await form.submit(async () => {
      const input = { id: invoice.id, expectedVersion: invoice.version };
      const { data, error } = await remove({ input }, ABOUT_INVOICES);
      return { error, userErrors: data?.invoiceDelete.userErrors };
    });
    if (done) await navigate('/invoices', { replace: true });
  };
  return (
    <FormDialog
      title="Delete draft"
      submitLabel="Delete"
      danger
      problem={form.problem}
      busy={form.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">
        The draft for {invoice.client.name} is gone for good. No number is lost.
      </Text>
    </FormDialog>
  );
}

export function DuplicateDialog({ invoice, onClose, onStale }: DialogProps) {
  const navigate = useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const form = useSubmission([], onStale);
  const [, duplicate] = useInvoiceDuplicateMutation();
  const submit = async () => {
    let copyId: string | undefined;
    await form.submit(async () => {
      const { data, error } = await duplicate({ input: { id: invoice.id, idempotencyKey } });
      copyId = data?.invoiceDuplicate.invoice?.id;
      return { error, userErrors: data?.invoiceDuplicate.userErrors };
    });
    if (copyId !== undefined) await navigate(invoiceEditPath(copyId));
  };
  return (
    <FormDialog
      title="Duplicate"
      submitLabel="Make a copy"
      problem={form.problem}
      busy={form.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">A new draft with the same content opens for editing.</Text>
    </FormDialog>
  );
}
