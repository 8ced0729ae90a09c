import { builder } from '../../graphql/builder.ts';
import { loadEntity, registerEntity } from '../../graphql/entity.ts';
import { rolePermissions } from '../../viewer.ts';

export const RoleType = builder.enumType('Role', {
  description: 'What a person may do in a company.',
  values: {
    OWNER: { description: 'Everything.' },
    ADMIN: { description: 'Everything but what only an owner may do.' },
    BOOKKEEPER: { description: 'Clients, invoices and payments.' },
    PROJECT_MANAGER: { description: 'Projects and invoices.' },
    VIEWER: { description: 'Reads; changes nothing.' },
  } as const,
});

export const UserType = builder.prismaNode('User', {
  id: { field: 'id' },
  description: 'A person who can sign in.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Their name.' }),
    email: t.expose('email', { type: 'EmailAddress', description: 'Their address, lower case.' }),
    memberships: t.relation('memberships', {
      description: 'The companies they belong to, as far as you belong to them too.',
      complexity: 1,
      query: (_args, context) => ({
        where: { companyId: { in: context.viewer?.memberships.map((one) => one.companyId) ?? [] } },
        orderBy: { id: 'asc' },
      }),
    }),
  }),
});

export const MembershipType = builder.prismaNode('Membership', {
  id: { field: 'id' },
  description: "A person's place in a company.",
  fields: (t) => ({
    company: t.relation('company', { description: 'The company.', complexity: 1 }),
    user: t.relation('user', { description: 'The person.', complexity: 1 }),
    role: t.expose('role', { type: RoleType, description: 'What they may do.' }),
    permissions: t.field({
      type: ['Permission'],
      description: 'The permissions of the role, `resource:action`.',
      select: { role: true },
      resolve: (membership) => [...rolePermissions(membership.role)],
    }),
  }),
});

const userEntity = registerEntity({
  typeName: 'User',
  load: ({ db, viewer }, ids, query) =>
    db.reader.user.findMany({
      ...query,
      where: {
        id: { in: [...ids] },
        OR: [
          { id: viewer.userId },
          {
            memberships: {
              some: { companyId: { in: viewer.memberships.map((one) => one.companyId) } },
            },
          },
        ],
      },
    }),
});

registerEntity({
  typeName: 'Membership',
  load: ({ db, viewer }, ids, query) =>
    db.reader.membership.findMany({
      ...query,
      where: {
        id: { in: [...ids] },
        companyId: { in: viewer.memberships.map((one) => one.companyId) },
      },
    }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: UserType,
    nullable: true,
    description: 'Who you are signed in as; null when you are not.',
    complexity: 1,
    resolve: (_root, _args, context, info) =>
      loadEntity(userEntity, context.viewer?.userId ?? null, context, info),
  }),
);
