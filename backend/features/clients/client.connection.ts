import type { ArgBuilder } from '@pothos/core';
import type { Client } from '../../db/generated/sqlite/client.ts';
import { type BuilderTypes, builder } from '../../graphql/builder.ts';
import { connectionType, orderType, pageArgs } from '../../graphql/connectionType.ts';

const ClientFilterType = builder.inputType('ClientFilter', {
  description: 'Which clients to list.',
  fields: (t) => ({
    name: t.string({ description: 'Name contains this.' }),
    archived: t.boolean({ description: 'Only archived ones, or only others.' }),
  }),
});
const ClientOrderType = orderType('Client', { NAME: 'Name.' });

export const ClientConnectionType = connectionType<Client>('Client', 'Client');

export const clientArgs = (arg: ArgBuilder<BuilderTypes>) => ({
  ...pageArgs(arg),
  filter: arg({ type: ClientFilterType, description: 'Which ones.' }),
  orderBy: arg({ type: ClientOrderType, description: 'Default: by name.' }),
});
