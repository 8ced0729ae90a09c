import { z } from 'zod';
import { Prisma } from '../../db/generated/sqlite/client.ts';
import { formatNumber } from '../../domain/documentNumber.ts';
import type { Problem } from '../../domain/problem.ts';
import { dueDateFor, parseTerms } from '../../domain/terms.ts';
import { DomainError, fail } from '../../errors.ts';
import { once } from '../idempotency.ts';
import { demand, type ServiceContext, type Tx, todayOf } from '../service.ts';
import { demandUpdated, demandVersion } from '../versions.ts';
import { invoiceForChange } from './invoice.draft.ts';
import type { InvoiceIssueInput } from './invoice.input.ts';
import { issueDateProblems, refusal } from './invoice.rules.ts';

export const INVOICE_SERIES = 'INVOICE';

const advanced = z.object({ next: z.coerce.number() });

/**
 * Takes the next number of a series. One statement in the caller's transaction: the row stays
 * locked until it ends, so numbers have no gaps and no duplicates, and a rollback gives it back.
 */
async function nextInSeries(tx: Tx, companyId: number, series: string, now: Date): Promise<number> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`INSERT INTO document_counters
    (company_id, series, next, created_at, updated_at) VALUES (${companyId}, ${series}, 2, ${now}, ${now})
    ON CONFLICT (company_id, series)
    DO UPDATE SET next = document_counters.next + 1, updated_at = ${now} RETURNING next`);
  return advanced.parse(rows[0]).next - 1;
}

/** Makes a draft final: number, frozen parties and totals, and the ledger's first entry. */
export async function invoiceIssue(
  context: ServiceContext,
  input: InvoiceIssueInput,
): Promise<number> {
  const { now } = context;
  return context.db.transaction(async (tx) => {
    const seen = await invoiceForChange(context, tx, input.id);
    demand(context, seen.companyId, 'invoices:issue');
    const { idempotencyKey: key } = input;
    const keyed = { companyId: seen.companyId, key, mutation: 'invoiceIssue', input, now };
    return once(tx, keyed, async () => {
      // Read again: the first read may have come before a competitor with the same key finished.
      const invoice = await invoiceForChange(context, tx, input.id);
      const { id, companyId, company, totalMinor } = invoice;
      demandVersion(input.expectedVersion, invoice.rowVersion);
      const client = await tx.client.findUniqueOrThrow({ where: { id: invoice.clientId } });
      const project =
        invoice.projectId === null
          ? null
          : await tx.project.findUniqueOrThrow({ where: { id: invoice.projectId } });
      const issueDate = input.issueDate ?? invoice.issueDate ?? todayOf(context, companyId);
      const terms = parseTerms(client.paymentTerms ?? company.paymentTerms) ?? {
        kind: 'ON_RECEIPT',
      };
      const dueDate = input.dueDate ?? invoice.dueDate ?? dueDateFor(terms, issueDate);
      const problems: Problem[] = [refusal('ISSUE', invoice)].filter((one) => one !== null);
      problems.push(...issueDateProblems(issueDate, dueDate));
      if (problems.length > 0) throw new DomainError(problems);
      const sequence = await nextInSeries(tx, companyId, INVOICE_SERIES, now);
      const number = formatNumber(company.invoiceNumberFormat, {
        sequence,
        issueDate,
        projectCode: project?.code ?? null,
      });
      // A changed format can meet an old number. The series is ours until we end: the look is certain.
      const taken = await tx.invoice.findUnique({
        where: { companyId_number: { companyId, number } },
      });
      if (taken !== null) {
        const message = `The number ${number} is taken; change the company’s number format.`;
        fail({ code: 'DUPLICATE', message });
      }
      const updated = await tx.invoice.updateMany({
        where: { id, rowVersion: invoice.rowVersion, state: 'DRAFT' },
        data: {
          state: 'ISSUED',
          number,
          issueDate,
          dueDate,
          issuedAt: now,
          balanceMinor: totalMinor,
          parties: {
            from: {
              name: company.name,
              address: company.address,
              taxIdentifier: company.taxIdentifier,
            },
            to: {
              name: client.name,
              email: client.email,
              address: client.address,
              taxIdentifier: client.taxIdentifier,
            },
          },
          rowVersion: { increment: 1 },
        },
      });
      demandUpdated(updated.count);
      await tx.receivableEntry.create({
        data: {
          companyId,
          invoiceId: id,
          kind: 'ISSUED',
          amountMinor: totalMinor,
          effectiveOn: issueDate,
          recordedAt: now,
        },
      });
      return id;
    });
  });
}
