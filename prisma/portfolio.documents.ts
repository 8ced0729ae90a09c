import { addDays, type CivilDate, daysBetween } from '../backend/domain/civilDate.ts';
import { currencyExponent } from '../backend/domain/currency.ts';
import { dueDateFor, parseTerms } from '../backend/domain/terms.ts';
import { computeTotals, type Totals } from '../backend/domain/totals.ts';
import type { LineInput } from '../backend/features/invoices/invoice.draft.ts';
import { clientName, MEMOS, projectName, WORK } from './portfolio.names.ts';
import { type Act, type Draw, storyOf } from './portfolio.story.ts';
import { random } from './seed.ts';

export interface PortfolioClient {
  readonly index: number;
  readonly name: string;
  readonly email: string;
  readonly currencyCode: string;
  readonly paymentTerms: string | null;
}

export interface PortfolioProject {
  readonly index: number;
  readonly client: PortfolioClient;
  readonly name: string;
  readonly code: string;
  readonly status: 'ACTIVE' | 'ON_HOLD' | 'COMPLETED';
}

/** An invoice with its whole life, before it has an id. */
export interface PortfolioInvoice {
  readonly client: PortfolioClient;
  readonly project: PortfolioProject | null;
  readonly currencyCode: string;
  readonly pricesIncludeTax: boolean;
  readonly discountPercent: string | null;
  readonly memo: string | null;
  readonly purchaseOrderNumber: string | null;
  readonly createdOn: CivilDate;
  readonly issueDate: CivilDate | null;
  /** As first set; the story may move it. */
  readonly dueDate: CivilDate | null;
  /** Its place in the series of numbers, from 1; null in a draft. */
  readonly sequence: number | null;
  readonly lineItems: readonly LineInput[];
  readonly totals: Totals;
  readonly story: readonly Act[];
}

export interface Scale {
  readonly invoices: number;
  readonly years: number;
  /** The last day in the books. */
  readonly lastDay: CivilDate;
  readonly currencyCode: string;
  readonly paymentTerms: string;
}

/** A Saturday, to count weekdays from. */
const SATURDAY = '2000-01-01';
const CURRENCIES = [
  ['CAD', 0.12],
  ['EUR', 0.06],
  ['JPY', 0.02],
] as const;
const TAX_RATES: Readonly<Record<string, string>> = { CAD: '13', EUR: '21', JPY: '10' };
const TERMS = [null, null, null, 'NET_14', 'NET_45', 'EOM_15', 'ON_RECEIPT'] as const;

/** Fractions that successive numbers spread evenly: what is rare occurs among few of them too. */
const spread = (index: number): number => (index * 0.618_033_988_749_894_9) % 1;

const chosen = <T>(draw: Draw, choices: readonly T[]): T =>
  choices[Math.floor(draw() * choices.length)] as T;

function currencyOf(client: number, own: string): string {
  let chance = spread(client + 1);
  for (const [code, share] of CURRENCIES) {
    if (chance < share) return code;
    chance -= share;
  }
  return own;
}

export function clientsOf({ invoices, currencyCode }: Scale): PortfolioClient[] {
  const draw = random(1);
  return Array.from({ length: Math.max(6, Math.round(invoices / 200)) }, (_, index) => {
    const name = clientName(index);
    return {
      index,
      name,
      email: `accounts@${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example`,
      currencyCode: currencyOf(index, currencyCode),
      paymentTerms: chosen(draw, TERMS),
    };
  });
}

/** Projects in the order they began; early clients have many more than late ones. */
export function projectsOf({ invoices }: Scale, clients: PortfolioClient[]): PortfolioProject[] {
  const draw = random(2);
  const count = Math.max(12, Math.round(invoices / 60));
  return Array.from({ length: count }, (_, index) => {
    const client = clients[Math.floor(draw() ** 2 * clients.length)] as PortfolioClient;
    const onHold = draw() < 0.04;
    return {
      index,
      client,
      name: projectName(index),
      code: `P${String(index + 1).padStart(5, '0')}`,
      status: index < count * 0.7 ? 'COMPLETED' : onHold ? 'ON_HOLD' : 'ACTIVE',
    };
  });
}

/** How far the books have come, from 0 to 1: the company grows, so later days have more invoices. */
const progressOf = ({ invoices }: Scale, index: number): number => Math.sqrt(index / invoices);

function dayOf(scale: Scale, index: number): CivilDate {
  const days = Math.floor(progressOf(scale, index) * scale.years * 365);
  const date = addDays(scale.lastDay, days + 1 - scale.years * 365);
  // What falls on a weekend was done on the Friday before.
  const sinceSaturday = ((daysBetween(SATURDAY, date) % 7) + 7) % 7;
  return sinceSaturday < 2 ? addDays(date, -sinceSaturday - 1) : date;
}

function linesOf(draw: Draw, currencyCode: string): LineInput[] {
  const whole = currencyExponent(currencyCode) === 0;
  const taxRate = TAX_RATES[currencyCode] ?? '8.25';
  const free = draw() < 0.003;
  return Array.from({ length: 1 + Math.floor(draw() * 5) }, () => {
    const [description, unit, price, yen, usual] = chosen(draw, WORK);
    const quantity = Math.max(1, Math.round(usual * (0.3 + draw() * 1.4)));
    const discounted = draw() < 0.06;
    return {
      description,
      unit,
      quantity: draw() < 0.2 ? `${quantity}.25` : String(quantity),
      unitPrice: whole ? yen : price,
      discountPercent: free ? '100' : discounted ? '5' : null,
      taxRate: draw() < 0.85 ? taxRate : null,
    };
  });
}

/** The invoices in the order they were written, the same for the same scale. */
export function* invoicesOf(
  scale: Scale,
  clients: readonly PortfolioClient[],
  projects: readonly PortfolioProject[],
): Generator<PortfolioInvoice> {
  const draw = random(3);
  let sequence = 0;
  for (let index = 0; index < scale.invoices; index += 1) {
    const progress = progressOf(scale, index);
    // A project takes about an eighth of the time the books cover.
    const place = Math.max(0, Math.floor((progress - draw() / 8) * projects.length));
    const project = draw() < 0.92 ? (projects[place] ?? null) : null;
    const client = project?.client ?? clients[Math.floor(draw() ** 2 * clients.length)];
    if (client === undefined) throw new Error('a portfolio needs clients');
    const currencyCode = draw() < 0.03 ? scale.currencyCode : client.currencyCode;
    const pricesIncludeTax = currencyCode === 'EUR' && draw() < 0.3;
    const discountPercent = draw() < 0.08 ? '2.5' : null;
    const lineItems = linesOf(draw, currencyCode);
    const totals = computeTotals({ currencyCode, pricesIncludeTax, discountPercent, lineItems });
    if (!totals.ok) throw new Error(JSON.stringify(totals.problems));
    const createdOn = dayOf(scale, index);
    // The latest invoices are not all finished, and here and there one was forgotten.
    const draft = draw() < (progress > 0.985 ? 0.2 : 0.001);
    const dated = !draft || draw() < 0.5;
    const terms = parseTerms(client.paymentTerms ?? scale.paymentTerms) ?? { kind: 'ON_RECEIPT' };
    const dueDate = dueDateFor(terms, createdOn);
    const issued = { issueDate: createdOn, dueDate, total: totals.value.total };
    if (!draft) sequence += 1;
    yield {
      client,
      project,
      currencyCode,
      pricesIncludeTax,
      discountPercent,
      memo: draw() < 0.3 ? chosen(draw, MEMOS) : null,
      purchaseOrderNumber: draw() < 0.5 ? `PO-${Math.floor(draw() * 900_000) + 100_000}` : null,
      createdOn,
      issueDate: dated ? createdOn : null,
      dueDate: dated ? dueDate : null,
      sequence: draft ? null : sequence,
      lineItems,
      totals: totals.value,
      story: draft ? [] : storyOf(draw, spread(index), issued, scale.lastDay),
    };
  }
}
