import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useClientChoicesQuery } from '../../gql/generated.ts';

interface ClientSelectProps extends Omit<SelectProps, 'data' | 'searchValue' | 'onSearchChange'> {
  readonly companyId: string;
  /** The chosen client, which may not be among those the search found. */
  readonly chosen?: { readonly id: string; readonly name: string } | null;
}

/** Searches on the server: a company may have thousands of clients. */
export function ClientSelect({ companyId, chosen, ...props }: ClientSelectProps) {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const [{ data, error }] = useClientChoicesQuery({
    variables: { companyId, search: asked.trim() === '' || asked === chosen?.name ? null : asked },
  });
  const found = data?.company?.clients.nodes ?? [];
  const selected = found.find(({ id }) => id === props.value);
  const known =
    chosen != null && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      {...props}
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      // The text of a choice is not a search: it would narrow the list to that choice.
      filter={({ options }) => options}
      nothingFoundMessage={error === undefined ? 'No such client' : 'Clients could not be loaded'}
      {...(selected === undefined ? {} : { title: selected.name })}
    />
  );
}
