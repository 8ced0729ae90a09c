import { Select, type SelectProps } from '@mantine/core';
import { useState } from 'react';

/** Something with an id, chosen by its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

interface NamedSelectProps
  extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchValue' | 'onSearchChange'> {
  readonly value: Named | null;
  /** What the last search found. */
  readonly found: readonly Named[];
  readonly onSearch: (text: string) => void;
  readonly onChange: (choice: Named | null) => void;
}

/** A choice among more than a page can hold: the caller searches as the user types. */
export function NamedSelect({ value, found, onSearch, onChange, ...props }: NamedSelectProps) {
  const [search, setSearch] = useState(value?.name ?? '');
  const [shown, setShown] = useState(value);
  // Chosen by something else, such as the back button or the name that arrives after its id.
  if (shown?.id !== value?.id) {
    setShown(value);
    setSearch(value?.name ?? '');
  }
  const known =
    value === null || found.some(({ id }) => id === value.id) ? found : [value, ...found];
  return (
    <Select
      {...props}
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(known.find((one) => one.id === id) ?? null)}
      searchable
      searchValue={search}
      onSearchChange={(text) => {
        setSearch(text);
        // The text of a choice is not a search: it would narrow the list to that choice.
        onSearch(known.some(({ name }) => name === text) ? '' : text.trim());
      }}
      // The server has searched already, by its own rules.
      filter={({ options }) => options}
      title={value?.name}
    />
  );
}
