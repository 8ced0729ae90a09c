import {
  Group,
  Paper,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Pager } from '../../components/Pager.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { type AgeingCellQueryVariables, useAgeingQuery } from '../../gql/generated.ts';
import { useCompany } from '../../lib/company.ts';
import { formatDay } from '../../lib/dates.ts';
import { BASIS_LABELS, GROUP_LABELS, options } from '../../lib/labels.ts';
import { faultMessage } from '../../lib/mutations.ts';
import { pageParams, pageVariables } from '../../lib/pages.ts';
import { ABOUT_INVOICES } from '../../lib/queryContext.ts';
import { AgeingDrillDown } from './AgeingDrillDown.tsx';
import { type AgeingCell, AgeingTable, type Report, rowName } from './AgeingTable.tsx';
import { ageingParams } from './ageingParams.ts';

// The chart is larger than the rest of Plumb together; the table can be read before it is here.
const AgeingChart = lazy(async () => ({
  default: (await import('./AgeingChart.tsx')).AgeingChart,
}));

const CHART_ROWS = 10;

export function AgeingPage() {
  const { company } = useCompany();
  const [params, setParams] = useSearchParams();
  const [cell, setCell] = useState<AgeingCell | null>(null);
  const chosen = ageingParams(params);
  const page = pageVariables(params);
  const [{ data, error, fetching }, refetch] = useAgeingQuery({
    variables: { companyId: company.id, ...chosen, ...page },
    context: ABOUT_INVOICES,
  });
  const report = data?.company?.receivablesAgeing;
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    next.delete('after');
    next.delete('before');
    if (value === '') next.delete(name);
    else next.set(name, value);
    setParams(next);
  };

  let body = <Loading label="Loading the report" />;
  if (error !== undefined && !fetching) {
    body = (
      <Failure
        message={faultMessage(error)}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
      />
    );
  } else if (report !== undefined && report.rows.edges.length === 0) {
    body = <Empty title={`Nothing was owed on ${formatDay(report.asOf)}`} />;
  } else if (report !== undefined) {
    const { pageInfo, totalCount } = report.rows;
    body = (
      <>
        <Chart report={report} />
        <AgeingTable report={report} groupBy={chosen.groupBy} onOpen={setCell} />
        <Pager
          label={`${totalCount.toLocaleString()} rows`}
          hasPrevious={pageInfo.hasPreviousPage}
          hasNext={pageInfo.hasNextPage}
          onPrevious={() => setParams(pageParams(params, pageInfo, 'previous'))}
          onNext={() => setParams(pageParams(params, pageInfo, 'next'))}
        />
      </>
    );
  }
  return (
    <Stack>
      <Title order={1} size="h2">
        Receivables ageing
      </Title>
      <Group align="flex-end">
        <TextInput
          label="As of"
          type="date"
          value={chosen.asOf ?? report?.asOf ?? ''}
          onChange={(event) => change('asOf', event.currentTarget.value)}
        />
        <Select
          label="Age counted from"
          data={options(BASIS_LABELS)}
          value={chosen.basis}
          onChange={(basis) => change('basis', basis ?? '')}
          allowDeselect={false}
        />
        <SegmentedControl
          aria-label="Rows by"
          data={options(GROUP_LABELS)}
          value={chosen.groupBy}
          onChange={(groupBy) => change('groupBy', groupBy)}
        />
      </Group>
      {body}
      {cell === null || report === undefined ? null : (
        <AgeingDrillDown
          title={cell.title}
          variables={cellVariables(
            report,
            cell,
            {
              companyId: company.id,
              asOf: report.asOf,
              basis: chosen.basis,
              groupBy: chosen.groupBy,
            },
            page.after ?? null,
          )}
          onClose={() => setCell(null)}
        />
      )}
    </Stack>
  );
}

/** A row has no id: it is the first one after the cursor of the row above it. */
function cellVariables(
  report: Report,
  { index, bucket }: AgeingCell,
  same: Pick<AgeingCellQueryVariables, 'companyId' | 'asOf' | 'basis' | 'groupBy'>,
  pageAfter: string | null,
): AgeingCellQueryVariables {
  const { edges, pageInfo } = report.rows;
  const above = edges[index - 1];
  if (above !== undefined) return { ...same, bucket, firstRow: 1, after: above.cursor };
  // The top row of a page reached backwards: the last one before the row below it.
  const below = edges[1];
  if (pageAfter === null && pageInfo.hasPreviousPage && below !== undefined) {
    return { ...same, bucket, lastRow: 1, before: below.cursor };
  }
  return { ...same, bucket, firstRow: 1, after: pageAfter };
}

/** One chart per currency: amounts of two currencies have no common length. */
function Chart({ report }: { report: Report }) {
  return report.totals.map(({ currencyCode }) => {
    const rows = report.rows.edges
      .filter(({ node }) => node.currencyCode === currencyCode)
      .slice(0, CHART_ROWS);
    if (rows.length === 0) return null;
    return (
      <Paper key={currencyCode} withBorder p="md">
        <Text size="sm" c="dimmed" mb="xs">
          {currencyCode}, the first {rows.length} rows of this page
        </Text>
        <Suspense fallback={<Loading label="Loading the chart" />}>
          <AgeingChart
            currencyCode={currencyCode}
            buckets={report.buckets.map(({ label }) => label)}
            rows={rows.map((edge) => ({ name: rowName(edge), amounts: edge.node.amounts }))}
          />
        </Suspense>
      </Paper>
    );
  });
}
