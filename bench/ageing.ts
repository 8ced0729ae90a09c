import { addDays } from '../backend/domain/civilDate.ts';
import { AGEING, AGEING_CELL, type Client, type Variables } from './client.ts';
import { repeat, table } from './measure.ts';
import type { Subject } from './subject.ts';

interface Report {
  readonly company: {
    readonly receivablesAgeing: {
      readonly rows: { readonly edges: readonly { cursor: string }[] };
    };
  };
}

const KNOWN = `query ($companyId: ID!, $asOf: Date!, $knownAt: DateTime!) {
  company(id: $companyId) {
    receivablesAgeing(asOf: $asOf, knownAt: $knownAt) { totals { currencyCode total { amount } } }
  }
}`;

/** The questions of the report, by name; the dashboard's own, except for what was known then. */
export function ageingQuestions({ companyId }: Subject, today: string) {
  const back = (days: number) => addDays(today, -days);
  const ask = (asOf: string, groupBy = 'CLIENT', basis = 'DUE_DATE') => ({
    query: AGEING,
    variables: { companyId, asOf, groupBy, basis, first: 25 } satisfies Variables,
  });
  const known = (asOf: string, on: string) => ({
    query: KNOWN,
    variables: { companyId, asOf, knownAt: `${on}T23:00:00.000Z` } satisfies Variables,
  });
  return {
    today: ask(today),
    'today, by project': ask(today, 'PROJECT'),
    'today, from the issue date': ask(today, 'CLIENT', 'ISSUE_DATE'),
    'a month ago': ask(back(30)),
    'a year ago': ask(back(365)),
    'two years ago': ask(back(730)),
    'three years ago': ask(back(1095)),
    'today, as known two days ago': known(today, back(2)),
    'a year ago, as known then': known(back(365), back(365)),
  };
}

/** The report as of various days, and the invoices behind one cell of it. */
export async function benchAgeing(
  client: Client,
  subject: Subject,
  today: string,
  runs: number,
): Promise<void> {
  const reports = table('ageing', 'median', 'p95');
  for (const [name, { query, variables }] of Object.entries(ageingQuestions(subject, today))) {
    const figures = await repeat(runs, () => client.execute(query, variables));
    reports(name, figures.median, figures.p95);
  }
  const cells = table('invoices of a cell', 'median', 'p95');
  for (const days of [0, 365]) {
    const asOf = addDays(today, -days);
    const base = { companyId: subject.companyId, asOf, groupBy: 'CLIENT', basis: 'DUE_DATE' };
    const { data } = await client.execute<Report>(AGEING, { ...base, first: 25 });
    const after = data.company.receivablesAgeing.rows.edges[11]?.cursor;
    const cell = { ...base, firstRow: 1, after, bucket: 0 };
    const figures = await repeat(runs, () => client.execute(AGEING_CELL, cell));
    cells(days === 0 ? 'today' : 'a year ago', figures.median, figures.p95);
  }
}
