import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { PageHeader } from '../components/PageHeader.tsx';

export const NotFoundPage = () => (
  <>
    <PageHeader title="There is no such page" />
    <Anchor component={Link} to="/invoices">
      Go to the invoices
    </Anchor>
  </>
);
