import { Button, Group, MultiSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { options, STATUS_LABELS } from '../../lib/labels.ts';
import { ClientSelect } from './ClientSelect.tsx';
import { hasFilter } from './invoiceList.ts';

interface InvoiceFiltersProps {
  readonly companyId: string;
  readonly params: URLSearchParams;
  readonly onChange: (changes: Record<string, string | readonly string[] | null>) => void;
}

const STATUSES = options(STATUS_LABELS);

export function InvoiceFilters({ companyId, params, onChange }: InvoiceFiltersProps) {
  const search = params.get('search') ?? '';
  const [typed, setTyped] = useState(search);
  const apply = useDebouncedCallback((text: string) => onChange({ search: text }), 300);
  // The back button changes the URL without typing.
  useEffect(() => setTyped(search), [search]);
  return (
    <Group align="flex-end" gap="sm" mb="md" role="search" aria-label="Filter invoices">
      <TextInput
        label="Search"
        placeholder="Number, client, memo"
        type="search"
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          apply(value);
        }}
        w={{ base: '100%', sm: 200 }}
      />
      <MultiSelect
        label="Status"
        data={STATUSES}
        value={params.getAll('status')}
        onChange={(status) => onChange({ status })}
        placeholder={params.has('status') ? '' : 'Any'}
        clearable
        w={{ base: '100%', sm: 260 }}
      />
      <ClientSelect
        label="Client"
        placeholder="Any"
        companyId={companyId}
        value={params.get('client')}
        onChange={(client) => onChange({ client })}
        clearable
        w={{ base: '100%', sm: 220 }}
      />
      <TextInput
        label="Due from"
        type="date"
        value={params.get('dueFrom') ?? ''}
        onChange={(event) => onChange({ dueFrom: event.currentTarget.value })}
        w={{ base: '47%', sm: 150 }}
      />
      <TextInput
        label="Due to"
        type="date"
        value={params.get('dueTo') ?? ''}
        onChange={(event) => onChange({ dueTo: event.currentTarget.value })}
        w={{ base: '47%', sm: 150 }}
      />
      {hasFilter(params) ? (
        <Button
          variant="subtle"
          onClick={() =>
            onChange({ search: null, status: null, client: null, dueFrom: null, dueTo: null })
          }
        >
          Clear filters
        </Button>
      ) : null}
    </Group>
  );
}
