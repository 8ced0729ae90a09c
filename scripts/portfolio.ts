import { parseArgs } from 'node:util';
import { openDatabase } from '../backend/db/database.ts';
import { addDays } from '../backend/domain/civilDate.ts';
import { readEnv } from '../backend/env.ts';
import { generatePortfolio } from '../prisma/portfolio.ts';

const USAGE =
  'npm run db:generate -- --invoices 100000 [--company NAME] [--years 4] [--user owner@constructco.example]';

const { values } = parseArgs({
  options: {
    invoices: { type: 'string' },
    company: { type: 'string', default: 'Keystone General Contractors' },
    years: { type: 'string', default: '4' },
    user: { type: 'string', default: 'owner@constructco.example' },
  },
});
const invoices = Number(values.invoices);
const years = Number(values.years);
if (!(Number.isInteger(invoices) && invoices > 0 && Number.isInteger(years) && years > 0)) {
  throw new Error(`Say how many invoices, and over how many years: ${USAGE}`);
}

const { DATABASE_URL: url } = readEnv();
const db = await openDatabase({ url });
const user = await db.reader.user.findUnique({ where: { email: values.user } }).finally(db.close);
if (user === null) {
  throw new Error(`Nobody is called ${values.user} here: npm run db:seed, or give --user.`);
}
const started = Date.now();
const seconds = () => Math.round((Date.now() - started) / 1000);
const count = new Intl.NumberFormat('en-US');
await generatePortfolio(url, {
  invoices,
  years,
  companyName: values.company,
  userId: user.id,
  lastDay: addDays(new Date().toISOString().slice(0, 10), -1),
  onProgress: (written) =>
    console.log(`${count.format(written)} of ${count.format(invoices)} invoices, ${seconds()} s`),
});
console.log(`${values.company} is there after ${seconds()} s; ${user.email} owns it.`);
