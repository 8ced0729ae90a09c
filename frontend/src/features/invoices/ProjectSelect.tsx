import { Select, type SelectProps } from '@mantine/core';
import { useProjectChoicesQuery } from '../../gql/generated.ts';

interface ProjectSelectProps extends Omit<SelectProps, 'data'> {
  readonly companyId: string;
  readonly clientId: string;
}

/** The projects of one client; none can be chosen before the client is. */
export function ProjectSelect({ companyId, clientId, ...props }: ProjectSelectProps) {
  const [{ data }] = useProjectChoicesQuery({
    variables: { companyId, clientId },
    pause: clientId === '',
  });
  const projects = clientId === '' ? [] : (data?.company?.projects.nodes ?? []);
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
