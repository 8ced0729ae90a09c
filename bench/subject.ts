import { z } from 'zod';
import type { Database } from '../backend/db/database.ts';
import { Prisma } from '../backend/db/generated/sqlite/client.ts';
import { encodeId } from '../backend/globalId.ts';

/** The company that is measured, and what stands for its extremes. Ids as the API has them. */
export interface Subject {
  readonly companyId: string;
  readonly name: string;
  readonly invoices: number;
  /** A member who may do everything. */
  readonly email: string;
  /** The client with the most invoices, and one in the middle. */
  readonly largestClientId: string;
  readonly middleClientId: string;
  /** An issued invoice with payments. */
  readonly paidInvoiceId: string;
}

const companyRow = z.object({
  id: z.coerce.number(),
  name: z.string(),
  email: z.string(),
  invoices: z.coerce.number(),
});
const idRow = z.object({ id: z.coerce.number() });

/** @returns the company with the most invoices. */
export async function largestCompany(db: Database): Promise<Subject> {
  const [company] = await db.query(
    Prisma.sql`SELECT companies.id, companies.name, users.email, counted.invoices
      FROM (SELECT company_id, COUNT(*) AS invoices FROM invoices GROUP BY company_id) counted
        JOIN companies ON companies.id = counted.company_id
        JOIN memberships ON memberships.company_id = companies.id AND memberships.role = 'OWNER'
        JOIN users ON users.id = memberships.user_id
      ORDER BY counted.invoices DESC LIMIT 1`,
    companyRow,
  );
  if (company === undefined) throw new Error('There is no company: npm run db:generate');
  const clients = await db.query(
    Prisma.sql`SELECT client_id AS id FROM invoices WHERE company_id = ${company.id}
      GROUP BY client_id ORDER BY COUNT(*) DESC, client_id`,
    idRow,
  );
  const [paid] = await db.query(
    Prisma.sql`SELECT MAX(invoice_id) AS id FROM invoice_payments WHERE company_id = ${company.id}`,
    idRow,
  );
  const client = (place: number) => encodeId('Client', clients[place]?.id ?? 0);
  return {
    companyId: encodeId('Company', company.id),
    name: company.name,
    invoices: company.invoices,
    email: company.email,
    largestClientId: client(0),
    middleClientId: client(Math.floor(clients.length / 2)),
    paidInvoiceId: encodeId('Invoice', paid?.id ?? 0),
  };
}
