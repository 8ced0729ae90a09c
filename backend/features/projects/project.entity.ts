import type { Project } from '../../db/generated/sqlite/client.ts';
import { registerEntity } from '../../graphql/entity.ts';
import { visibleProjects } from './project.policy.ts';

export const projectEntity = registerEntity<Project, 'Project'>({
  typeName: 'Project',
  load: ({ db, viewer }, ids, query) =>
    db.reader.project.findMany({
      ...query,
      where: { id: { in: [...ids] }, ...visibleProjects(viewer) },
    }),
});
