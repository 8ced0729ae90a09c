import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { Empty } from '../components/states.tsx';

export const NotFoundPage = () => (
  <Empty title="There is no such page">
    <Anchor component={Link} to="/invoices">
      Go to the invoices
    </Anchor>
  </Empty>
);
