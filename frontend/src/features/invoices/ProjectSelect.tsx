import { Select, type SelectProps } from '@mantine/core';
import { useProjectChoicesQuery } from '../../gql/generated.ts';

interface ProjectSelectProps extends Omit<SelectProps, 'data'> {
  readonly clientId: string;
}

/** The projects of one client; none can be chosen before the client is. */
export function ProjectSelect({ clientId, ...props }: ProjectSelectProps) {
  const [{ data }] = useProjectChoicesQuery({
    variables: { clientId },
    pause: clientId === '',
  });
  const projects = clientId === '' ? [] : (data?.client?.projects.nodes ?? []);
  return (
    <Select
      {...props}
      data={projects.map(({ id, name }) => ({ value: id, label: name }))}
      disabled={clientId === ''}
      searchable
      clearable
      nothingFoundMessage="This client has no such project"
    />
  );
}
