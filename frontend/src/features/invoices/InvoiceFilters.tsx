import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { DateField } from '../../components/DateField.tsx';
import type { Named } from '../../components/NamedSelect.tsx';
import { PHONE, useNarrowerThan } from '../../components/useNarrowerThan.ts';
import { useClientNameQuery } from '../../gql/generated.ts';
import { options, STATUS_LABELS } from '../../lib/labels.ts';
import { ClientSelect } from '../clients/ClientSelect.tsx';
import { type Changes, filterCount, NO_FILTER } from './invoiceList.ts';

interface InvoiceFiltersProps {
  readonly companyId: string;
  readonly params: URLSearchParams;
  readonly onChange: (changes: Changes) => void;
}

const STATUSES = options(STATUS_LABELS);

export function InvoiceFilters({ companyId, params, onChange }: InvoiceFiltersProps) {
  const phone = useNarrowerThan(PHONE);
  const [opened, { toggle }] = useDisclosure();
  const count = filterCount(params);
  const statuses = params.getAll('status');
  return (
    <search className="filters" aria-label="Filter invoices">
      <Search value={params.get('search') ?? ''} onChange={(search) => onChange({ search })} />
      {phone ? (
        <Button variant="default" onClick={toggle} aria-expanded={opened}>
          {count === 0 ? 'Filters' : `Filters (${count})`}
        </Button>
      ) : null}
      {phone && !opened ? null : (
        <>
          <MultiSelect
            label="Status"
            data={STATUSES}
            value={statuses}
            onChange={(status) => onChange({ status })}
            placeholder={statuses.length === 0 ? 'Any' : ''}
            clearable
            className="filter-wide"
          />
          <ClientFilter
            companyId={companyId}
            id={params.get('client')}
            onChange={(client) => onChange({ client })}
          />
          <DateField
            label="Due from"
            value={params.get('dueFrom') ?? ''}
            onChange={(dueFrom) => onChange({ dueFrom })}
          />
          <DateField
            label="Due to"
            value={params.get('dueTo') ?? ''}
            onChange={(dueTo) => onChange({ dueTo })}
          />
        </>
      )}
      {count === 0 ? null : (
        <Button variant="subtle" onClick={() => onChange(NO_FILTER)}>
          Clear filters
        </Button>
      )}
    </search>
  );
}

function Search({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const send = useDebouncedCallback((text: string) => {
    sent.current = text;
    onChange(text);
  }, 300);
  // The back button changes the URL without typing; the echo of what was typed changes nothing.
  useEffect(() => {
    if (value !== sent.current) setTyped(value);
    sent.current = value;
  }, [value]);
  return (
    <TextInput
      label="Search"
      placeholder="Number, client, memo"
      type="search"
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        send(currentTarget.value);
      }}
    />
  );
}

interface ClientFilterProps {
  readonly companyId: string;
  readonly id: string | null;
  readonly onChange: (id: string | null) => void;
}

/** The URL knows the id alone; the name is that of the choice made here, or asked for. */
function ClientFilter({ companyId, id, onChange }: ClientFilterProps) {
  const [chosen, setChosen] = useState<Named | null>(null);
  const [{ data }] = useClientNameQuery({
    variables: { id: id ?? '' },
    pause: id === null || id === chosen?.id,
  });
  const client = [chosen, data?.client].find((one) => one != null && one.id === id);
  return (
    <ClientSelect
      companyId={companyId}
      placeholder="Any"
      value={client ?? null}
      onChange={(next) => {
        setChosen(next);
        onChange(next?.id ?? null);
      }}
      clearable
      className="filter-wide"
    />
  );
}
