import { Prisma, type Project, type ProjectStatus } from '../../db/generated/sqlite/client.ts';
import type { ListSource } from '../../graphql/connection.ts';
import { registerEntity } from '../../graphql/entity.ts';
import { visibleProjects } from './project.policy.ts';

export const projectEntity = registerEntity<Project, 'Project'>({
  typeName: 'Project',
  load: ({ client, viewer }, ids, query) =>
    client.project.findMany({
      ...query,
      where: { id: { in: [...ids] }, ...visibleProjects(viewer) },
    }),
});

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
  orders: { NAME: { expression: Prisma.sql`name`, type: 'text' } },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  conditions: ({ name, statuses }) => [
    ...(name == null
      ? []
      : [
          Prisma.sql`LOWER(name) LIKE ${`%${name.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`,
        ]),
    ...(statuses == null
      ? []
      : [
          statuses.length === 0
            ? Prisma.sql`1 = 0`
            : Prisma.sql`status IN (${Prisma.join(statuses.map((status) => STATUS[status]))})`,
        ]),
  ],
};
