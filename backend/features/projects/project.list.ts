import { Prisma, type Project, type ProjectStatus } from '../../db/generated/sqlite/client.ts';
import { containsText } from '../../db/search.ts';
import type { ListSource } from '../../graphql/connection.ts';
import { projectEntity } from './project.entity.ts';

export interface ProjectFilter {
  name?: string | null;
  statuses?: readonly ProjectStatus[] | null;
}

/** Literals, since PostgreSQL compares its enum with no bound text. */
const STATUS: Record<ProjectStatus, Prisma.Sql> = {
  ACTIVE: Prisma.sql`'ACTIVE'`,
  ON_HOLD: Prisma.sql`'ON_HOLD'`,
  COMPLETED: Prisma.sql`'COMPLETED'`,
  ARCHIVED: Prisma.sql`'ARCHIVED'`,
};

export const projectList: ListSource<Project, ProjectFilter, 'NAME'> = {
  entity: projectEntity,
  from: Prisma.sql`projects`,
  orders: { NAME: { expression: Prisma.sql`LOWER(name)`, type: 'text' } },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  conditions: ({ name, statuses }) => [
    ...(name == null ? [] : [containsText('name', name)]),
    ...(statuses == null
      ? []
      : [
          statuses.length === 0
            ? Prisma.sql`1 = 0`
            : Prisma.sql`status IN (${Prisma.join(statuses.map((status) => STATUS[status]))})`,
        ]),
  ],
};
