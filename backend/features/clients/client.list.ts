import { type Client, Prisma } from '../../db/generated/sqlite/client.ts';
import { containsText } from '../../db/search.ts';
import type { ListSource } from '../../graphql/connection.ts';
import { clientEntity } from './client.entity.ts';

export interface ClientFilter {
  name?: string | null;
  archived?: boolean | null;
}

export const clientList: ListSource<Client, ClientFilter, 'NAME'> = {
  entity: clientEntity,
  from: Prisma.sql`clients`,
  orders: { NAME: { expression: Prisma.sql`LOWER(name)`, type: 'text' } },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  conditions: ({ name, archived }) => [
    ...(name == null ? [] : [containsText('name', name)]),
    ...(archived == null
      ? []
      : [archived ? Prisma.sql`archived_at IS NOT NULL` : Prisma.sql`archived_at IS NULL`]),
  ],
};
