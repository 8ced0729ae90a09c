import type { Client } from '../../db/generated/sqlite/client.ts';
import { registerEntity } from '../../graphql/entity.ts';
import { visibleClients } from './client.policy.ts';

export const clientEntity = registerEntity<Client, 'Client'>({
  typeName: 'Client',
  load: ({ db, viewer }, ids, query) =>
    db.reader.client.findMany({
      ...query,
      where: { id: { in: [...ids] }, ...visibleClients(viewer) },
    }),
});
