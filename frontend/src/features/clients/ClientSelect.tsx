import { useDebouncedState } from '@mantine/hooks';
import { type Named, NamedSelect } from '../../components/NamedSelect.tsx';
import { useClientChoicesQuery } from '../../gql/generated.ts';

interface ClientSelectProps {
  readonly companyId: string;
  readonly value: Named | null;
  readonly onChange: (client: Named | null) => void;
  readonly onBlur?: () => void;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly clearable?: boolean;
  readonly placeholder?: string;
  readonly error?: string | undefined;
  readonly ref?: React.Ref<HTMLInputElement>;
  readonly className?: string;
}

/** Searches on the server: a company may have thousands of clients. */
export function ClientSelect({ companyId, ...props }: ClientSelectProps) {
  const [search, setSearch] = useDebouncedState('', 200);
  const [{ data, error }] = useClientChoicesQuery({
    variables: { companyId, search: search === '' ? null : search },
  });
  return (
    <NamedSelect
      {...props}
      label="Client"
      found={data?.company?.clients.nodes ?? []}
      onSearch={setSearch}
      nothingFoundMessage={error === undefined ? 'No such client' : 'Clients could not be loaded'}
    />
  );
}
