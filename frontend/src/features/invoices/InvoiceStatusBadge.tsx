import { Badge } from '@mantine/core';
import type { InvoiceStatus } from '../../gql/generated.ts';
import { STATUS_LABELS } from '../../lib/labels.ts';

const COLORS: Record<InvoiceStatus, string> = {
  DRAFT: 'gray',
  ISSUED: 'blue',
  PARTIALLY_PAID: 'grape',
  PAID: 'green',
  OVERDUE: 'red',
  VOID: 'dark',
  WRITTEN_OFF: 'orange',
};

export const InvoiceStatusBadge = ({ status }: { status: InvoiceStatus }) => (
  <Badge color={COLORS[status]} variant="filled" tt="none">
    {STATUS_LABELS[status]}
  </Badge>
);
