import type { Database } from '../backend/db/database.ts';
import { addDays } from '../backend/domain/civilDate.ts';
import { formatAmount } from '../backend/domain/money.ts';
import { invoiceVoid, invoiceWriteOff } from '../backend/features/invoices/invoice.close.ts';
import { invoiceCreate } from '../backend/features/invoices/invoice.draft.ts';
import { invoiceIssue } from '../backend/features/invoices/invoice.issue.ts';
import { paymentRecord, paymentReverse } from '../backend/features/payments/payment.service.ts';
import type { ServiceContext } from '../backend/features/service.ts';
import { hashPassword } from '../backend/features/sessions/password.ts';
import { encodeId } from '../backend/globalId.ts';

export const DEMO_PASSWORD = 'constructco-demo';
export const TIME_ZONE = 'America/New_York';
const MONTHS = 14;
const INVOICES_PER_MONTH = 7;

const PEOPLE = [
  ['owner', 'Olivia Grant', 'OWNER'],
  ['bookkeeper', 'Ben Castillo', 'BOOKKEEPER'],
  ['manager', 'Mara Lindqvist', 'PROJECT_MANAGER'],
  ['viewer', 'Victor Osei', 'VIEWER'],
] as const;

const CLIENTS = [
  ['Lakeside Hospital Group', 'Surgical wing', 'Parking deck'],
  ['Northgate School District', 'Elementary school gym', 'Window replacement'],
  ['Harbor View Condominiums', 'Balcony repair'],
  ['Meridian Logistics', 'Cold storage hall', 'Loading docks'],
  ['City of Ashford', 'Library renovation', 'Salt barn'],
  ['Bellweather Hotels', 'Lobby refit'],
  ['Greenfield Farms', 'Grain silo foundations'],
  ['Summit Retail Partners', 'Store 114', 'Store 131'],
] as const;

const WORK = [
  ['Concrete C30/37, placed', 'yd³', '184.50', '42.5'],
  ['Formwork', 'ft²', '9.75', '860'],
  ['Reinforcing steel', 'lb', '1.12', '6400'],
  ['Carpenter', 'h', '68.00', '96'],
  ['Electrician', 'h', '82.50', '54.25'],
  ['Excavator with operator', 'h', '145.00', '32'],
  ['Drywall, two layers', 'ft²', '4.85', '2150'],
  ['Site overhead', 'week', '2850.00', '2'],
] as const;

/** Mulberry32: the same portfolio for the same day, on every machine. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Fate = 'DRAFT' | 'OPEN' | 'PART' | 'PAID' | 'BOUNCED' | 'VOID' | 'LOST';

/** How invoices end, by age in days: most are paid within two months, few are still open after that. */
const FATES: readonly { upTo: number; chances: readonly (readonly [Fate, number])[] }[] = [
  {
    upTo: 12,
    chances: [
      ['DRAFT', 0.4],
      ['OPEN', 0.6],
    ],
  },
  {
    upTo: 45,
    chances: [
      ['VOID', 0.05],
      ['PAID', 0.35],
      ['PART', 0.2],
      ['OPEN', 0.4],
    ],
  },
  {
    upTo: 110,
    chances: [
      ['VOID', 0.04],
      ['PAID', 0.66],
      ['BOUNCED', 0.05],
      ['PART', 0.1],
      ['OPEN', 0.15],
    ],
  },
  {
    upTo: Number.POSITIVE_INFINITY,
    chances: [
      ['VOID', 0.04],
      ['LOST', 0.04],
      ['BOUNCED', 0.02],
      ['PART', 0.03],
      ['OPEN', 0.03],
      ['PAID', 0.84],
    ],
  },
];

/** @param draw from 0 to 1. */
function fateOf(draw: number, daysAgo: number): Fate {
  const { chances } = FATES.find(({ upTo }) => daysAgo <= upTo) ?? { chances: [] };
  let rest = draw;
  for (const [fate, chance] of chances) {
    if (rest < chance) return fate;
    rest -= chance;
  }
  return 'PAID';
}

async function createCompany(db: Database) {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return db.transaction(async (tx) => {
    const company = await tx.company.create({
      data: {
        name: 'ConstructCo',
        currencyCode: 'USD',
        timeZone: TIME_ZONE,
        address: '480 Foundry Street\nAshford, NY 12401',
        taxIdentifier: '84-2217745',
      },
    });
    let ownerId = 0;
    for (const [local, name, role] of PEOPLE) {
      const email = `${local}@constructco.example`;
      const user = await tx.user.create({ data: { email, name, passwordHash } });
      await tx.membership.create({ data: { companyId: company.id, userId: user.id, role } });
      if (role === 'OWNER') ownerId = user.id;
    }
    const clients: { id: string; projects: string[] }[] = [];
    for (const [name, ...jobs] of CLIENTS) {
      const email = `accounts@${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
      const client = await tx.client.create({ data: { companyId: company.id, name, email } });
      const projects: string[] = [];
      for (const [index, job] of jobs.entries()) {
        const code = `P${client.id}${String.fromCharCode(65 + index)}`;
        const data = { companyId: company.id, clientId: client.id, name: job, code };
        projects.push(encodeId('Project', (await tx.project.create({ data })).id));
      }
      clients.push({ id: encodeId('Client', client.id), projects });
    }
    return { companyId: company.id, ownerId, clients };
  });
}

/**
 * ConstructCo: fourteen months of invoices in every status, the same for the same day. It goes
 * through the services, so that everything in it could have been done by a person.
 * @returns false when it was there already.
 */
export async function seed(db: Database, today: string): Promise<boolean> {
  const known = await db.fresh.reader.user.findUnique({
    where: { email: 'owner@constructco.example' },
  });
  if (known !== null) return false;
  const { companyId, ownerId, clients } = await createCompany(db);
  const viewer = {
    userId: ownerId,
    memberships: [{ companyId, role: 'OWNER' as const, timeZone: TIME_ZONE }],
  };
  // Five in the afternoon in UTC is the same day in New York.
  const at = (date: string): ServiceContext => ({
    db,
    viewer,
    now: new Date(`${date}T17:00:00.000Z`),
  });
  const company = encodeId('Company', companyId);
  const draw = random(20_260_731);
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(draw() * choices.length)] as T;
  const count = MONTHS * INVOICES_PER_MONTH;

  for (let index = 0; index < count; index += 1) {
    const daysAgo = Math.floor(((count - 1 - index) / count) * MONTHS * 30.4);
    const issueDate = addDays(today, -daysAgo);
    const client = pick(clients);
    const lineItems = Array.from({ length: 1 + Math.floor(draw() * 4) }, () => {
      const [description, unit, unitPrice, quantity] = pick(WORK);
      return { description, unit, unitPrice, quantity, taxRate: draw() < 0.8 ? '8.25' : null };
    });
    const draft = await invoiceCreate(at(issueDate), {
      companyId: company,
      clientId: client.id,
      projectId: pick(client.projects),
      lineItems,
      discountPercent: draw() < 0.15 ? '2.5' : null,
      memo: draw() < 0.3 ? 'Thank you for building with us.' : null,
    });
    const id = encodeId('Invoice', draft);
    const fate = fateOf(draw(), daysAgo);
    if (fate === 'DRAFT') continue;
    const dueDate = addDays(issueDate, pick([14, 30, 30, 45]));
    const key = `seed-${index}`;
    await invoiceIssue(at(issueDate), {
      id,
      expectedVersion: 1,
      issueDate,
      dueDate,
      idempotencyKey: `${key}-issue`,
    });
    const invoice = await db.fresh.reader.invoice.findUniqueOrThrow({ where: { id: draft } });
    const later = (days: number) => {
      const date = addDays(issueDate, days);
      return date < today ? date : today;
    };
    if (fate === 'VOID') {
      await invoiceVoid(at(later(3)), {
        id,
        expectedVersion: 2,
        date: later(3),
        reason: 'Wrong project',
      });
      continue;
    }
    const pay = (minor: bigint, receivedOn: string, step: string) => {
      const amount = formatAmount(minor, invoice.currencyCode);
      return paymentRecord(at(receivedOn), {
        companyId: company,
        clientId: client.id,
        amount,
        currencyCode: invoice.currencyCode,
        receivedOn,
        method: pick(['BANK_TRANSFER', 'CHECK', 'CARD'] as const),
        reference: `${invoice.number}-${step}`,
        allocations: [{ invoiceId: id, amount }],
        idempotencyKey: `${key}-${step}`,
      });
    };
    if (fate === 'PAID' || fate === 'BOUNCED') {
      const paid = await pay(invoice.totalMinor, later(15 + Math.floor(draw() * 28)), 'full');
      if (fate === 'PAID') continue;
      const date = later(58);
      const reverse = {
        id: encodeId('Payment', paid),
        reversedOn: date,
        reason: 'Returned by the bank',
      };
      await paymentReverse(at(date), { ...reverse, idempotencyKey: `${key}-reverse` });
    } else if (fate === 'PART') {
      await pay(invoice.totalMinor / 3n, later(25), 'part');
    } else if (fate === 'LOST') {
      const date = later(120);
      await invoiceWriteOff(at(date), { id, expectedVersion: 2, date, reason: 'Client insolvent' });
    }
  }
  return true;
}
