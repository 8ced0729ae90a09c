import { pino } from 'pino';
import { z } from 'zod';
import { type Database, openDatabase } from '../backend/db/database.ts';
import { Prisma } from '../backend/db/generated/sqlite/client.ts';
import { schema } from '../backend/graphql/schema.ts';
import { createGraphql } from '../backend/yoga.ts';
import { ageingQuestions } from './ageing.ts';
import { AGEING_CELL, INVOICE_COUNT, INVOICE_PAGE, INVOICES, type Variables } from './client.ts';
import { filtersOf, ORDERS, orderBy, STATUSES } from './lists.ts';
import type { Subject } from './subject.ts';

const postgresqlRow = z.object({ 'QUERY PLAN': z.string() });
const sqliteRow = z.object({
  id: z.coerce.number(),
  parent: z.coerce.number(),
  detail: z.string(),
});

/** The lines of a plan, indented as a tree. */
async function planOf(db: Database, statement: Prisma.Sql): Promise<string[]> {
  if (db.engine === 'postgresql') {
    const explained = Prisma.sql`EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${statement}`;
    return (await db.report(explained, postgresqlRow)).map((row) => row['QUERY PLAN']);
  }
  const depths = new Map<number, number>([[0, -1]]);
  return (await db.report(Prisma.sql`EXPLAIN QUERY PLAN ${statement}`, sqliteRow)).map((row) => {
    const depth = (depths.get(row.parent) ?? -1) + 1;
    depths.set(row.id, depth);
    return '  '.repeat(depth) + row.detail;
  });
}

/**
 * Prints the SQL that operations of the API really run, with the plan of each. What Prisma asks
 * besides are rows by their ids; its SQL is printed without a plan.
 */
export async function printPlans(url: string, subject: Subject, today: string): Promise<void> {
  const ours: Prisma.Sql[] = [];
  const all: string[] = [];
  const db = await openDatabase({ url, onStatement: ({ sql }) => all.push(sql) });
  const traced: Database = {
    ...db,
    get fresh() {
      return traced;
    },
    query: (statement, row) => {
      ours.push(statement);
      return db.query(statement, row);
    },
    report: (statement, row) => {
      ours.push(statement);
      return db.report(statement, row);
    },
  };
  const yoga = createGraphql({
    ...{ schema, db: traced, log: pino({ level: 'error' }), authSecret: 'unused '.repeat(8) },
    ...{ graphiql: false, demoSignIn: true, corsOrigins: [], secureCookies: false },
  });
  const show = async (name: string, query: string, variables: Variables) => {
    ours.length = 0;
    all.length = 0;
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-plumb-demo-user': subject.email },
      body: JSON.stringify({ query, variables }),
    });
    const { errors } = (await response.json()) as { errors?: unknown };
    if (errors !== undefined) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    console.log(`\n## ${name}\n`);
    for (const statement of [...ours]) {
      const text = statement.sql.replace(/\s+/g, ' ').trim();
      console.log(`${text}\n\n${(await planOf(db, statement)).join('\n')}\n`);
    }
    const prisma = all.filter((sql) => !ours.some((one) => one.sql === sql || one.text === sql));
    console.log(`Besides, ${prisma.length} statements of Prisma.`);
  };

  const { companyId } = subject;
  const first = { companyId, first: 25 };
  try {
    for (const field of ORDERS) await show(`${field}`, INVOICES, { ...first, ...orderBy(field) });
    for (const status of STATUSES) {
      const filter = { statuses: [status] };
      for (const field of ORDERS) {
        await show(`${status} by ${field}`, INVOICES, { ...first, ...orderBy(field), filter });
      }
      await show(`${status}, count`, INVOICE_COUNT, { companyId, filter });
    }
    await show('count', INVOICE_COUNT, { companyId });
    for (const [name, filter] of Object.entries(filtersOf(subject))) {
      await show(name, INVOICES, { ...first, filter });
      await show(`${name}, by TOTAL`, INVOICES, { ...first, ...orderBy('TOTAL'), filter });
      await show(`${name}, count`, INVOICE_COUNT, { companyId, filter });
    }
    await show('invoice', INVOICE_PAGE, { id: subject.paidInvoiceId });
    for (const [name, { query, variables }] of Object.entries(ageingQuestions(subject, today))) {
      await show(`ageing, ${name}`, query, variables);
    }
    const cell = { companyId, asOf: today, groupBy: 'CLIENT', basis: 'DUE_DATE' };
    await show('ageing, a cell', AGEING_CELL, { ...cell, firstRow: 1, bucket: 0 });
  } finally {
    await db.close();
  }
}
