import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../prisma/seed.ts';
import { EXAMPLE_OPERATION } from './graphql/example.ts';
import { type Api, createApi } from './test/execute.ts';
import { createTestDatabase, type TestDatabase } from './test/testDatabase.ts';

const ROOT = join(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const TOUR = [...README.matchAll(/```graphql\n(.*?)```/gs)].map(([, operation = '']) => operation);

/** Signed in as GraphiQL is outside production. */
const asOwner = { headers: { 'x-plumb-demo-user': 'owner@constructco.example' }, at: '2026-11-25' };

describe('the README', () => {
  let db: TestDatabase;
  let api: Api;
  beforeAll(async () => {
    db = await createTestDatabase('sqlite');
    await seed(db, '2026-11-24');
    api = createApi(db, { demoSignIn: true });
  });
  afterAll(() => db.close());

  it('has a tour whose operations work on the seed, one after the other', async () => {
    const [company = '', draft = '', issue = '', tooMuch = ''] = TOUR;
    const reports = await api.execute<{
      viewer: { memberships: { company: { id: string; clients: { nodes: object[] } } }[] };
    }>(company, asOwner);
    const own = reports.data?.viewer.memberships[0]?.company;
    expect(own?.clients.nodes).toHaveLength(3);
    expect(draft).toContain(own?.id);
    type Made = { invoice: { id: string; status: string; number: string }; userErrors: object[] };
    const made = (await api.execute<{ invoiceCreate: Made }>(draft, asOwner)).data?.invoiceCreate;
    expect(made).toMatchObject({ invoice: { status: 'DRAFT' }, userErrors: [] });
    const fill = (operation: string) =>
      operation.replaceAll('"…"', JSON.stringify(made?.invoice.id));
    const issued = await api.execute<{ invoiceIssue: Made }>(fill(issue), asOwner);
    expect(issued.data?.invoiceIssue).toMatchObject({
      invoice: { status: 'ISSUED', number: expect.stringMatching(/^INV-\d{5}$/) },
      userErrors: [],
    });
    const refused = await api.execute<{ paymentRecord: Made }>(fill(tooMuch), asOwner);
    expect(refused.data?.paymentRecord.userErrors).toMatchObject([{ code: 'OVERPAYMENT' }]);
  });

  it('is right about what GraphiQL opens with', async () => {
    const { data, errors } = await api.execute<{ viewer: { memberships: object[] } }>(
      EXAMPLE_OPERATION,
      asOwner,
    );
    expect(errors).toEqual([]);
    expect(data?.viewer.memberships).toHaveLength(1);
  });

  it('names only commands and settings that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const commands = [...README.matchAll(/npm (?:run )?([a-z][a-z0-9:]*)/g)].map(
      ([, name]) => name,
    );
    const known = new Set([...Object.keys(scripts), 'ci']);
    expect(commands.filter((name) => !known.has(name ?? ''))).toEqual([]);
    const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
    const settings = [...README.matchAll(/^\| `([A-Z_`, ]+)` \|/gm)].flatMap(([, names = '']) =>
      names.replaceAll('`', '').split(', '),
    );
    expect(settings.length).toBeGreaterThan(5);
    expect(settings.filter((name) => !example.includes(`${name}=`))).toEqual([]);
  });
});
