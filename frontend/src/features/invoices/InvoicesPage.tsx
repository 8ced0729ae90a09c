import { Button, Group, Text, Title } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { Pager } from '../../components/Pager.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { useInvoiceListQuery } from '../../gql/generated.ts';
import { useCompany } from '../../lib/company.ts';
import { faultMessage } from '../../lib/mutations.ts';
import { pageParams, pageVariables } from '../../lib/pages.ts';
import { ABOUT_INVOICES } from '../../lib/queryContext.ts';
import { InvoiceFilters } from './InvoiceFilters.tsx';
import { InvoiceTable } from './InvoiceTable.tsx';
import { filterFrom, hasFilter, orderFrom, withParams } from './invoiceList.ts';

const counted = (count: number) =>
  `${count.toLocaleString()} ${count === 1 ? 'invoice' : 'invoices'}`;

export function InvoicesPage() {
  const { company, mayWrite } = useCompany();
  const [params, setParams] = useSearchParams();
  const order = orderFrom(params);
  const [{ data, error, fetching }, refetch] = useInvoiceListQuery({
    variables: {
      companyId: company.id,
      filter: filterFrom(params),
      orderBy: order,
      ...pageVariables(params),
    },
    context: ABOUT_INVOICES,
  });
  const list = data?.company?.invoices;
  const change = (changes: Record<string, string | readonly string[] | null>) =>
    setParams(withParams(params, changes));
  const newInvoice = mayWrite ? (
    <Button component={Link} to="/invoices/new">
      New invoice
    </Button>
  ) : null;

  let body = <Loading label="Loading invoices" />;
  if (error !== undefined && !fetching) {
    body = (
      <Failure
        message={faultMessage(error)}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
      />
    );
  } else if (list !== undefined && list.nodes.length === 0 && !fetching) {
    body = hasFilter(params) ? (
      <Empty title="No invoice fits these filters" />
    ) : (
      <Empty title="No invoices yet">
        <Text>Write the first one; it stays a draft until you issue it.</Text>
      </Empty>
    );
  } else if (list !== undefined) {
    body = (
      <>
        <InvoiceTable
          invoices={list.nodes}
          order={order}
          fetching={fetching}
          onOrder={(sort, direction) => change({ sort, direction })}
        />
        <Pager
          label={counted(list.totalCount)}
          hasPrevious={list.pageInfo.hasPreviousPage}
          hasNext={list.pageInfo.hasNextPage}
          onPrevious={() => setParams(pageParams(params, list.pageInfo, 'previous'))}
          onNext={() => setParams(pageParams(params, list.pageInfo, 'next'))}
        />
      </>
    );
  }
  return (
    <>
      <Group justify="space-between" mb="md">
        <Title order={1} size="h2">
          Invoices
        </Title>
        {newInvoice}
      </Group>
      <InvoiceFilters companyId={company.id} params={params} onChange={change} />
      {body}
    </>
  );
}
