import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../components/FormDialog.tsx';
import type { Named } from '../../components/NamedSelect.tsx';
import { useClientCreateMutation } from '../../gql/generated.ts';
import { useIdempotencyKey } from '../../lib/idempotency.ts';
import { useSubmission } from '../../lib/submission.ts';

interface ClientCreateDialogProps {
  readonly companyId: string;
  readonly onCreated: (client: Named) => void;
  readonly onClose: () => void;
}

const nothing = () => undefined;

/** A new client with what an invoice needs: whom to name and where to send it. */
export function ClientCreateDialog({ companyId, onCreated, onClose }: ClientCreateDialogProps) {
  const idempotencyKey = useIdempotencyKey();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const form = useSubmission(['name', 'email'], nothing);
  const [, create] = useClientCreateMutation();
  const submit = async () => {
    let created: Named | null = null;
    await form.submit(async () => {
      const input = {
        companyId,
        name,
        email: email.trim() === '' ? null : email.trim(),
        idempotencyKey,
      };
      // An empty list of clients mentions none, so the cache has to be told.
      const { data, error } = await create({ input }, { additionalTypenames: ['Client'] });
      created = data?.clientCreate.client ?? null;
      return { error, userErrors: data?.clientCreate.userErrors };
    });
    if (created !== null) onCreated(created);
  };
  return (
    <FormDialog
      title="New client"
      submitLabel="Add client"
      problem={form.problem}
      busy={form.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        required
        data-autofocus
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={form.fieldError('name')}
      />
      <TextInput
        label="Email"
        description="Where invoices go; may be added later"
        type="email"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={form.fieldError('email')}
      />
    </FormDialog>
  );
}
