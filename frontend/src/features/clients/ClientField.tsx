import { Button } from '@mantine/core';
import { type Ref, useState } from 'react';
import type { Named } from '../../components/NamedSelect.tsx';
import { ClientCreateDialog } from './ClientCreateDialog.tsx';
import { ClientSelect } from './ClientSelect.tsx';

interface ClientFieldProps {
  readonly companyId: string;
  readonly value: Named | null;
  readonly onChange: (client: Named | null) => void;
  readonly onBlur: () => void;
  readonly mayCreate: boolean;
  readonly disabled: boolean;
  readonly error: string | undefined;
  readonly ref: Ref<HTMLInputElement>;
}

/** A client, chosen or added on the spot. */
export function ClientField({ mayCreate, ...props }: ClientFieldProps) {
  const [creating, setCreating] = useState(false);
  return (
    <div className="client-field">
      <ClientSelect required {...props} />
      {mayCreate && !props.disabled ? (
        <Button variant="default" onClick={() => setCreating(true)}>
          New client
        </Button>
      ) : null}
      {creating ? (
        <ClientCreateDialog
          companyId={props.companyId}
          onCreated={(client) => {
            setCreating(false);
            props.onChange(client);
          }}
          onClose={() => setCreating(false)}
        />
      ) : null}
    </div>
  );
}
