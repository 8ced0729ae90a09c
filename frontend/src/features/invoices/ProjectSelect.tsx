import { useDebouncedState } from '@mantine/hooks';
import { type Named, NamedSelect } from '../../components/NamedSelect.tsx';
import { useProjectChoicesQuery } from '../../gql/generated.ts';

interface ProjectSelectProps {
  /** Null: none can be chosen before the client is. */
  readonly clientId: string | null;
  readonly value: Named | null;
  readonly onChange: (project: Named | null) => void;
  readonly onBlur: () => void;
  readonly disabled: boolean;
  readonly error: string | undefined;
  readonly ref: React.Ref<HTMLInputElement>;
}

/** The projects of one client that are not finished. */
export function ProjectSelect({ clientId, disabled, ...props }: ProjectSelectProps) {
  const [search, setSearch] = useDebouncedState('', 200);
  const [{ data, error }] = useProjectChoicesQuery({
    variables: { clientId: clientId ?? '', search: search === '' ? null : search },
    pause: clientId === null,
  });
  const { client } = data ?? {};
  return (
    <NamedSelect
      {...props}
      label="Project"
      placeholder={clientId === null ? 'Choose the client first' : ''}
      // Until the answer is there, the data are those of the client chosen before.
      found={client != null && client.id === clientId ? client.projects.nodes : []}
      onSearch={setSearch}
      disabled={disabled || clientId === null}
      clearable
      nothingFoundMessage={
        error === undefined ? 'This client has no such project' : 'Projects could not be loaded'
      }
    />
  );
}
