import { parseArgs } from 'node:util';
import { openDatabase } from '../backend/db/database.ts';
import { readEnv } from '../backend/env.ts';
import { buildDashboard } from '../scripts/build.ts';
import { benchAgeing } from './ageing.ts';
import { Client } from './client.ts';
import { benchLists } from './lists.ts';
import { printPlans } from './plans.ts';
import { benchResponsive } from './responsive.ts';
import { startServer } from './server.ts';
import { largestCompany } from './subject.ts';

// Prints figures; whether they are good enough is for people to say, on a machine they know.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '15' }, port: { type: 'string', default: '4200' } },
});
const [workload = ''] = positionals;
const runs = Number(values.runs);
const { DATABASE_URL: url } = readEnv();
const today = new Date().toISOString().slice(0, 10);

const db = await openDatabase({ url });
const subject = await largestCompany(db).finally(() => db.close());
console.log(
  `${subject.name}, ${subject.invoices.toLocaleString('en-US')} invoices, ${db.engine}; milliseconds over HTTP, medians of ${runs}.`,
);

if (workload === 'plans') {
  await printPlans(url, subject, today);
} else {
  await buildDashboard();
  const server = await startServer(url, Number(values.port));
  try {
    const client = new Client(server.origin, subject.email);
    if (workload === 'lists') await benchLists(client, subject, runs);
    else if (workload === 'ageing') await benchAgeing(client, subject, today, runs);
    else if (workload === 'responsive') await benchResponsive(client, subject, today);
    else throw new Error('Use one of: lists, ageing, responsive, plans.');
  } finally {
    await server.stop();
  }
}
