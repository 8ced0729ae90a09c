import { Checkbox, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatAmount, parseMoneyAmount } from '../../../../backend/domain/money.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { type PaymentMethod, usePaymentRecordMutation } from '../../gql/generated.ts';
import { todayIn } from '../../lib/dates.ts';
import { useIdempotencyKey } from '../../lib/idempotency.ts';
import { METHOD_LABELS, options } from '../../lib/labels.ts';
import { formatMoney, type MoneyText } from '../../lib/money.ts';
import { ABOUT_INVOICES } from '../../lib/queryContext.ts';
import { useSubmission } from '../../lib/submission.ts';

interface RecordPaymentDialogProps {
  readonly invoice: {
    readonly id: string;
    readonly number: string | null;
    readonly balanceDue: MoneyText;
    readonly client: { readonly id: string; readonly name: string };
    readonly company: { readonly id: string; readonly timeZone: string };
  };
  readonly onClose: () => void;
  readonly onStale: () => void;
}

/** What the payment leaves open, in words; empty while the amount cannot be read. */
function remainder(amount: string, { amount: due, currencyCode }: MoneyText): string {
  const [paid, owed] = [amount, due].map((text) => parseMoneyAmount(text, currencyCode));
  if (paid?.ok !== true || owed?.ok !== true) return '';
  const left = owed.value.minor - paid.value.minor;
  if (left === 0n) return 'Settles the invoice.';
  const text = formatMoney({
    amount: formatAmount(left < 0n ? -left : left, currencyCode),
    currencyCode,
  });
  return left < 0n ? `${text} more than is owed.` : `Leaves ${text} open.`;
}

const METHODS = options<PaymentMethod>(METHOD_LABELS);

/** A payment that settles this one invoice, in part or whole. */
export function RecordPaymentDialog({ invoice, onClose, onStale }: RecordPaymentDialogProps) {
  const { balanceDue, client, company } = invoice;
  const idempotencyKey = useIdempotencyKey();
  const [amount, setAmount] = useState(balanceDue.amount);
  const [receivedOn, setReceivedOn] = useState(todayIn(company.timeZone));
  const [method, setMethod] = useState<PaymentMethod>('BANK_TRANSFER');
  const [reference, setReference] = useState('');
  const [again, setAgain] = useState(false);
  // The amount is also that of the one allocation, and problems of either belong beside it.
  const form = useSubmission(
    ['amount', 'allocations', 'receivedOn', 'method', 'reference'],
    onStale,
  );
  const [, record] = usePaymentRecordMutation();
  const submit = async () => {
    const done = await form.submit(async () => {
      const paid = amount.trim();
      const input = {
        companyId: company.id,
        clientId: client.id,
        amount: paid,
        currencyCode: balanceDue.currencyCode,
        receivedOn,
        method,
        reference: reference.trim() === '' ? null : reference.trim(),
        allowDuplicateReference: again,
        allocations: [{ invoiceId: invoice.id, amount: paid }],
        idempotencyKey,
      };
      const { data, error } = await record({ input }, ABOUT_INVOICES);
      return { error, userErrors: data?.paymentRecord.userErrors };
    });
    if (done) onClose();
  };
  const referenceError = form.fieldError('reference');
  return (
    <FormDialog
      title={`Payment for ${invoice.number ?? 'invoice'}`}
      submitLabel="Save payment"
      problem={form.problem}
      busy={form.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">
        {client.name} owes {formatMoney(balanceDue)}.
      </Text>
      <TextInput
        label={`Amount (${balanceDue.currencyCode})`}
        description={remainder(amount, balanceDue)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="decimal"
        autoComplete="off"
        className="decimal"
        required
        data-autofocus
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
        error={form.fieldError('amount') ?? form.fieldError('allocations')}
      />
      <TextInput
        label="Received on"
        type="date"
        required
        value={receivedOn}
        onChange={(event) => setReceivedOn(event.currentTarget.value)}
        error={form.fieldError('receivedOn')}
      />
      <Select
        label="Method"
        data={METHODS}
        value={method}
        onChange={(value) => value !== null && setMethod(value)}
        allowDeselect={false}
        error={form.fieldError('method')}
      />
      <TextInput
        label="Reference"
        autoComplete="off"
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
        error={referenceError}
      />
      {referenceError !== undefined || again ? (
        <Checkbox
          label="It is another payment with the same reference"
          checked={again}
          onChange={(event) => setAgain(event.currentTarget.checked)}
        />
      ) : null}
    </FormDialog>
  );
}
