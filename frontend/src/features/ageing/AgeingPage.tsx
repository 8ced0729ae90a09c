import { Paper, SegmentedControl, Select, SimpleGrid, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { DateField } from '../../components/DateField.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Pager } from '../../components/Pager.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { useAgeingQuery } from '../../gql/generated.ts';
import { useCompany } from '../../lib/company.ts';
import { formatDay } from '../../lib/dates.ts';
import { BASIS_LABELS, GROUP_LABELS, options } from '../../lib/labels.ts';
import { faultMessage } from '../../lib/mutations.ts';
import { pageParams, pageVariables } from '../../lib/pages.ts';
import { ABOUT_INVOICES } from '../../lib/queryContext.ts';
import { AgeingDrillDown } from './AgeingDrillDown.tsx';
import { type AgeingCell, AgeingTable, type Report } from './AgeingTable.tsx';
import { cellVariables } from './ageingCell.ts';
import { ageingParams } from './ageingParams.ts';

// The chart is larger than the rest of Plumb together; the table can be read before it is here.
const AgeingChart = lazy(async () => ({
  default: (await import('./AgeingChart.tsx')).AgeingChart,
}));

const counted = (count: number) => `${count.toLocaleString()} ${count === 1 ? 'row' : 'rows'}`;

export function AgeingPage() {
  const { company } = useCompany();
  const [params, setParams] = useSearchParams();
  const [cell, setCell] = useState<AgeingCell | null>(null);
  const chosen = ageingParams(params);
  const page = pageVariables(params);
  const [{ data, error, fetching, stale }, refetch] = useAgeingQuery({
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
    setParams(next, { replace: true, preventScrollReset: true });
  };

  let body = <Loading label="Loading the report" />;
  if (!fetching && (error !== undefined || report === undefined)) {
    body = (
      <Failure
        message={faultMessage(error)}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
      />
    );
  } else if (report !== undefined && report.rows.edges.length === 0 && !fetching) {
    body = <Empty title={`Nothing was owed on ${formatDay(report.asOf)}`} />;
  } else if (report !== undefined) {
    const { pageInfo, totalCount } = report.rows;
    body = (
      <div className={fetching || stale ? 'outdated' : undefined} aria-busy={fetching}>
        <Charts report={report} />
        <AgeingTable report={report} groupBy={chosen.groupBy} onOpen={setCell} />
        <Pager
          label={counted(totalCount)}
          hasPrevious={pageInfo.hasPreviousPage}
          hasNext={pageInfo.hasNextPage}
          onPrevious={() => setParams(pageParams(params, pageInfo, 'previous'))}
          onNext={() => setParams(pageParams(params, pageInfo, 'next'))}
        />
      </div>
    );
  }
  return (
    <>
      <PageHeader title="Receivables ageing" />
      <div className="filters">
        <DateField
          label="As of"
          value={chosen.asOf ?? report?.asOf ?? ''}
          onChange={(asOf) => change('asOf', asOf)}
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
          className="filter-wide"
          data={options(GROUP_LABELS).map(({ value, label }) => ({
            value,
            label: `By ${label.toLowerCase()}`,
          }))}
          value={chosen.groupBy}
          onChange={(groupBy) => change('groupBy', groupBy)}
        />
      </div>
      {body}
      {cell === null || report === undefined ? null : (
        <AgeingDrillDown
          title={cell.title}
          asOf={report.asOf}
          variables={cellVariables(report, cell, {
            companyId: company.id,
            basis: chosen.basis,
            groupBy: chosen.groupBy,
            pageAfter: page.after ?? null,
          })}
          row={report.rows.edges[cell.index]?.node}
          onClose={() => setCell(null)}
        />
      )}
    </>
  );
}

/** One chart per currency: amounts of two currencies have no common length. */
const Charts = ({ report }: { report: Report }) => (
  <SimpleGrid
    cols={{ base: 1, md: Math.min(report.totals.length, 2), xl: Math.min(report.totals.length, 3) }}
    mb="md"
  >
    {report.totals.map(({ currencyCode, amounts }) => (
      <Paper key={currencyCode} withBorder p="sm">
        <Text size="sm" c="dimmed" mb="xs">
          Owed in {currencyCode}
        </Text>
        <Suspense fallback={<Loading label="Loading the chart" />}>
          <AgeingChart
            currencyCode={currencyCode}
            buckets={report.buckets.map(({ label }) => label)}
            amounts={amounts}
          />
        </Suspense>
      </Paper>
    ))}
  </SimpleGrid>
);
