import { type Client, Prisma } from '../../db/generated/sqlite/client.ts';
import type { ListSource } from '../../graphql/connection.ts';
import { registerEntity } from '../../graphql/entity.ts';
import { visibleClients } from './client.policy.ts';

export const clientEntity = registerEntity<Client, 'Client'>({
  typeName: 'Client',
  load: ({ client, viewer }, ids, query) =>
    client.client.findMany({
      ...query,
      where: { id: { in: [...ids] }, ...visibleClients(viewer) },
    }),
});

export interface ClientFilter {
  name?: string | null;
  archived?: boolean | null;
}

export const clientList: ListSource<Client, ClientFilter, 'NAME'> = {
  entity: clientEntity,
  from: Prisma.sql`clients`,
  orders: { NAME: { expression: Prisma.sql`name`, type: 'text' } },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  conditions: ({ name, archived }) => [
    ...(name == null
      ? []
      : [
          Prisma.sql`LOWER(name) LIKE ${`%${name.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`,
        ]),
    ...(archived == null
      ? []
      : [archived ? Prisma.sql`archived_at IS NOT NULL` : Prisma.sql`archived_at IS NULL`]),
  ],
};
