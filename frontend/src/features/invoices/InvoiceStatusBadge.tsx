import './invoices.css';
import { Badge } from '@mantine/core';
import type { InvoiceStatus } from '../../gql/generated.ts';
import { STATUS_LABELS } from '../../lib/labels.ts';

const COLORS: Record<InvoiceStatus, string> = {
  DRAFT: 'gray.5',
  ISSUED: 'blue.6',
  PARTIALLY_PAID: 'grape.6',
  PAID: 'green.6',
  OVERDUE: 'red.8',
  VOID: 'gray.7',
  WRITTEN_OFF: 'orange.6',
};

/** Only what needs somebody to act is loud; a page of filled badges says nothing. */
export const InvoiceStatusBadge = ({ status }: { status: InvoiceStatus }) => (
  <Badge
    color={COLORS[status]}
    variant={status === 'OVERDUE' ? 'filled' : 'dot'}
    tt="none"
    fw={500}
    className="status"
  >
    {STATUS_LABELS[status]}
  </Badge>
);
