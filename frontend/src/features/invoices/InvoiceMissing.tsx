import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { PageHeader } from '../../components/PageHeader.tsx';

/** Deleted, mistyped, or not for this reader: they all look alike. */
export const InvoiceMissing = () => (
  <>
    <PageHeader title="There is no such invoice" />
    <Anchor component={Link} to="/invoices">
      Go to the invoices
    </Anchor>
  </>
);
