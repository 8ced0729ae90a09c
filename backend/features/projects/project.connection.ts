import type { ArgBuilder } from '@pothos/core';
import type { Project } from '../../db/generated/sqlite/client.ts';
import { type BuilderTypes, builder } from '../../graphql/builder.ts';
import { connectionType, orderType, pageArgs } from '../../graphql/connectionType.ts';

export const ProjectStatusType = builder.enumType('ProjectStatus', {
  description: 'Where a project stands.',
  values: {
    ACTIVE: { description: 'Under way.' },
    ON_HOLD: { description: 'Paused.' },
    COMPLETED: { description: 'Done.' },
    ARCHIVED: { description: 'Hidden from choices.' },
  } as const,
});
const ProjectFilterType = builder.inputType('ProjectFilter', {
  description: 'Which projects to list.',
  fields: (t) => ({
    name: t.string({ description: 'Name contains this.' }),
    statuses: t.field({ type: [ProjectStatusType], description: 'One of these.' }),
  }),
});
const ProjectOrderType = orderType('Project', { NAME: 'Name.' });

export const ProjectConnectionType = connectionType<Project>('Project', 'Project');

export const projectArgs = (arg: ArgBuilder<BuilderTypes>) => ({
  ...pageArgs(arg),
  filter: arg({ type: ProjectFilterType, description: 'Which ones.' }),
  orderBy: arg({ type: ProjectOrderType, description: 'Default: by name.' }),
});
