import { Button, Select } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Pager } from '../../components/Pager.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { TABLET, useNarrowerThan } from '../../components/useNarrowerThan.ts';
import {
  type InvoiceOrder,
  type InvoiceOrderField,
  useInvoiceListQuery,
} from '../../gql/generated.ts';
import { useCompany } from '../../lib/company.ts';
import { faultMessage } from '../../lib/mutations.ts';
import { pageParams, pageVariables } from '../../lib/pages.ts';
import { ABOUT_INVOICES } from '../../lib/queryContext.ts';
import { InvoiceFilters } from './InvoiceFilters.tsx';
import { InvoiceShortTable, InvoiceTable } from './InvoiceTable.tsx';
import {
  type Changes,
  filterCount,
  filterFrom,
  NO_FILTER,
  ORDERS,
  orderFrom,
  withParams,
} from './invoiceList.ts';

const counted = (count: number) =>
  `${count.toLocaleString()} ${count === 1 ? 'invoice' : 'invoices'}`;

export function InvoicesPage() {
  const { company, may } = useCompany();
  const [params, setParams] = useSearchParams();
  const short = useNarrowerThan(TABLET);
  const order = orderFrom(params);
  const [{ data, error, fetching, stale }, refetch] = useInvoiceListQuery({
    variables: {
      companyId: company.id,
      filter: filterFrom(params),
      orderBy: order,
      ...pageVariables(params),
    },
    context: ABOUT_INVOICES,
  });
  const list = data?.company?.invoices;
  const mayWrite = may('invoices:write', company.id);
  const change = (changes: Changes) =>
    setParams((now) => withParams(now, changes), { replace: true, preventScrollReset: true });
  const sort = (field: InvoiceOrderField, direction: InvoiceOrder['direction']) =>
    change({ sort: field, direction });

  // An empty page further on is no empty list.
  const isEmpty = list?.nodes.length === 0 && !fetching;
  const nothingYet = isEmpty && list.totalCount === 0 && filterCount(params) === 0;

  let body = <Loading label="Loading invoices" />;
  if (!fetching && (error !== undefined || list === undefined)) {
    body = (
      <Failure
        message={faultMessage(error)}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
      />
    );
  } else if (nothingYet) {
    body = (
      <Empty title="No invoices yet">
        {mayWrite ? 'Write the first one; it stays a draft until you issue it.' : null}
      </Empty>
    );
  } else if (isEmpty) {
    body = (
      <Empty title="No invoice fits">
        <Button variant="default" onClick={() => change(NO_FILTER)}>
          Show all invoices
        </Button>
      </Empty>
    );
  } else if (list !== undefined) {
    body = (
      <div className={fetching || stale ? 'outdated' : undefined} aria-busy={fetching}>
        {short ? (
          <InvoiceShortTable invoices={list.nodes} />
        ) : (
          <InvoiceTable invoices={list.nodes} order={order} onOrder={sort} />
        )}
        <Pager
          label={counted(list.totalCount)}
          hasPrevious={list.pageInfo.hasPreviousPage}
          hasNext={list.pageInfo.hasNextPage}
          onPrevious={() => setParams(pageParams(params, list.pageInfo, 'previous'))}
          onNext={() => setParams(pageParams(params, list.pageInfo, 'next'))}
        />
      </div>
    );
  }
  return (
    <>
      <PageHeader title="Invoices">
        {mayWrite ? (
          <Button component={Link} to="/invoices/new">
            New invoice
          </Button>
        ) : null}
      </PageHeader>
      {nothingYet ? null : (
        <>
          <InvoiceFilters companyId={company.id} params={params} onChange={change} />
          {short ? <SortSelect order={order} onSort={sort} /> : null}
        </>
      )}
      {body}
    </>
  );
}

interface SortSelectProps {
  readonly order: InvoiceOrder;
  readonly onSort: (field: InvoiceOrderField, direction: InvoiceOrder['direction']) => void;
}

const SORTS = Object.entries(ORDERS).map(([value, { label }]) => ({
  value: value as InvoiceOrderField,
  label,
}));

/** A short table has no column heads to sort by. */
const SortSelect = ({ order, onSort }: SortSelectProps) => (
  <Select
    label="Sort by"
    mb="sm"
    data={SORTS}
    value={order.field}
    onChange={(field) => field !== null && onSort(field, ORDERS[field].first)}
    allowDeselect={false}
  />
);
