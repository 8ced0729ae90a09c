import './scalars.ts';
import './money.ts';
import './node.ts';
import '../features/clients/client.schema.ts';
import '../features/companies/company.schema.ts';
import '../features/invoices/invoice.ledger.schema.ts';
import '../features/invoices/invoice.mutations.schema.ts';
import '../features/invoices/invoice.preview.schema.ts';
import '../features/invoices/invoice.schema.ts';
import '../features/payments/payment.schema.ts';
import '../features/projects/project.schema.ts';
import '../features/sessions/session.schema.ts';
import '../features/users/user.schema.ts';
import '../reports/ageing.schema.ts';
import '../reports/position.schema.ts';
import { builder } from './builder.ts';

export const schema = builder.toSchema();
