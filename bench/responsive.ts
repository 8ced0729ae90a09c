import { addDays } from '../backend/domain/civilDate.ts';
import {
  AGEING,
  type Client,
  INVOICE_LIST,
  INVOICE_PAGE,
  INVOICES,
  type Variables,
} from './client.ts';
import { figuresOf, table } from './measure.ts';
import type { Subject } from './subject.ts';

const SECONDS = 20;
const REPORTERS = 2;
const PEOPLE = 2;
/** A person does one thing after the other, and looks at what came. */
const PAUSE_MS = 20;
const CREATE = `mutation ($input: InvoiceCreateInput!) {
  invoiceCreate(input: $input) { invoice { id version } userErrors { message } }
}`;
const DELETE = `mutation ($input: InvoiceDeleteInput!) { invoiceDelete(input: $input) { userErrors { message } } }`;

interface Created {
  readonly invoiceCreate: { readonly invoice: { readonly id: string; readonly version: number } };
}

const pause = () => new Promise((done) => setTimeout(done, PAUSE_MS));

/** What the others do, in turn; each answers how many milliseconds it took. */
function others(client: Client, subject: Subject): Record<string, () => Promise<number>> {
  const { companyId } = subject;
  const time = async (query: string, variables: Variables) =>
    (await client.execute(query, variables)).milliseconds;
  return {
    'first page of invoices': () => time(INVOICES, { companyId, first: 25 }),
    'the same with its count': () => time(INVOICE_LIST, { companyId, first: 25 }),
    'an invoice': () => time(INVOICE_PAGE, { id: subject.paidInvoiceId }),
    'a draft created': async () => {
      const lineItems = [{ description: 'Carpenter', quantity: '8', unitPrice: '68.00' }];
      const input = { companyId, clientId: subject.middleClientId, lineItems };
      const { data, milliseconds } = await client.execute<Created>(CREATE, { input });
      const { id, version } = data.invoiceCreate.invoice;
      await client.execute(DELETE, { input: { id, expectedVersion: version } });
      return milliseconds;
    },
  };
}

/** Measured from outside: how long others wait while reports run back to back, and while none do. */
export async function benchResponsive(
  client: Client,
  subject: Subject,
  today: string,
): Promise<void> {
  const asks = others(client, subject);
  const during = async (reporters: number) => {
    const until = Date.now() + SECONDS * 1000;
    const times = new Map<string, number[]>(Object.keys(asks).map((name) => [name, []]));
    let reports = 0;
    const report = async (place: number) => {
      for (let round = 0; Date.now() < until; round += 1) {
        const asOf = addDays(today, place === 0 ? -round : -365 - round);
        const base = { companyId: subject.companyId, groupBy: 'CLIENT', basis: 'DUE_DATE' };
        await client.execute(AGEING, { ...base, asOf, first: 25 });
        reports += 1;
      }
    };
    const person = async () => {
      while (Date.now() < until) {
        for (const [name, work] of Object.entries(asks)) {
          times.get(name)?.push(await work());
          await pause();
        }
      }
    };
    for (const work of Object.values(asks)) await work();
    await Promise.all([
      ...Array.from({ length: reporters }, (_, place) => report(place)),
      ...Array.from({ length: PEOPLE }, person),
    ]);
    return { times, reports };
  };
  const quiet = await during(0);
  const busy = await during(REPORTERS);
  const row = table('request', 'alone', 'p95', 'beside reports', 'p95', 'longest');
  for (const name of Object.keys(asks)) {
    const before = figuresOf(quiet.times.get(name) ?? []);
    const times = busy.times.get(name) ?? [];
    const beside = figuresOf(times);
    row(name, before.median, before.p95, beside.median, beside.p95, Math.max(...times));
  }
  console.log(`\n${busy.reports} reports in ${SECONDS} s by ${REPORTERS} clients.`);
}
