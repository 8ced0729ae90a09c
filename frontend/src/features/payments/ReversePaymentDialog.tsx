import { Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../components/FormDialog.tsx';
import { usePaymentReverseMutation } from '../../gql/generated.ts';
import { formatDay, todayIn } from '../../lib/dates.ts';
import { useIdempotencyKey } from '../../lib/idempotency.ts';
import { ABOUT_INVOICES } from '../../lib/queryContext.ts';
import { useSubmission } from '../../lib/submission.ts';

interface ReversePaymentDialogProps {
  readonly payment: { readonly id: string; readonly receivedOn: string };
  readonly timeZone: string;
  readonly onClose: () => void;
}

const nothing = () => undefined;

export function ReversePaymentDialog({ payment, timeZone, onClose }: ReversePaymentDialogProps) {
  const idempotencyKey = useIdempotencyKey();
  const [reversedOn, setReversedOn] = useState(todayIn(timeZone));
  const [reason, setReason] = useState('');
  // A payment has no version to be stale: a second reversal is refused by name.
  const form = useSubmission(['reversedOn', 'reason'], nothing);
  const [, reverse] = usePaymentReverseMutation();
  const submit = async () => {
    const done = await form.submit(async () => {
      const input = {
        id: payment.id,
        reversedOn,
        reason: reason.trim() === '' ? null : reason,
        idempotencyKey,
      };
      const { data, error } = await reverse({ input }, ABOUT_INVOICES);
      return { error, userErrors: data?.paymentReverse.userErrors };
    });
    if (done) onClose();
  };
  return (
    <FormDialog
      title="Reverse payment"
      submitLabel="Reverse"
      danger
      problem={form.problem}
      busy={form.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">
        The payment of {formatDay(payment.receivedOn)} stays on record; every invoice it settled is
        owed again.
      </Text>
      <TextInput
        label="Reversed on"
        type="date"
        data-autofocus
        value={reversedOn}
        onChange={(event) => setReversedOn(event.currentTarget.value)}
        error={form.fieldError('reversedOn')}
      />
      <Textarea
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={form.fieldError('reason')}
      />
    </FormDialog>
  );
}
