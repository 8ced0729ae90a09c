import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../db/verify.ts';
import type { ProblemCode } from '../../domain/problem.ts';
import { type Api, createApi } from '../../test/execute.ts';
import { createCompany, line, type TestCompany } from '../../test/factories.ts';
import { mutate, problemsOf } from '../../test/mutate.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../test/testDatabase.ts';
import { contents } from '../../test/world.ts';
import { INVOICE_ACTS, type InvoiceAct } from './invoice.rules.ts';

const INVOICE = `{
  id version number status issueDate dueDate memo
  total { amount } paidTotal { amount } balanceDue { amount }
  ledger { kind amount { amount } effectiveOn }
  availableActions { action allowed code }
}`;

interface Invoice {
  id: string;
  version: number;
  number: string | null;
  status: string;
  availableActions: { action: InvoiceAct; allowed: boolean; code: ProblemCode | null }[];
}

const ISSUED = { issueDate: '2026-03-01', dueDate: '2026-03-31' };

describe.each(ENGINES)('the lifecycle of an invoice on %s', (engine) => {
  let db: TestDatabase;
  let api: Api;
  let company: TestCompany;
  beforeAll(async () => {
    db = await createTestDatabase(engine);
    api = createApi(db);
    company = await createCompany(db);
  });
  afterAll(async () => {
    expect(await verify(db)).toEqual([]);
    await db.close();
  });

  const run = (mutation: string, input: object) =>
    mutate<Invoice>(api, mutation, input, { as: company.signedIn, selection: INVOICE });
  /** The invoice after an act that must be allowed. */
  const done = async (mutation: string, input: object) => {
    const { thing, userErrors, answer } = await run(mutation, input);
    expect([...answer.errors, ...userErrors]).toEqual([]);
    return thing ?? expect.unreachable();
  };
  const draft = (lineItems: object[] = [line('100.00')]) => {
    const { companyId, clientId } = company;
    return done('invoiceCreate', { companyId, clientId, lineItems });
  };
  const reference = ({ id, version }: Invoice) => ({ id, expectedVersion: version });
  const act = (mutation: string, invoice: Invoice, more: object = {}) =>
    done(mutation, { ...reference(invoice), ...more });
  const key = () => ({ idempotencyKey: randomUUID() });
  const issued = async (amount = '100.00') =>
    act('invoiceIssue', await draft([line(amount)]), { ...ISSUED, ...key() });
  const pay = async ({ id, version }: Invoice, amount: string) => {
    const { thing, userErrors } = await mutate(
      api,
      'paymentRecord',
      {
        companyId: company.companyId,
        clientId: company.clientId,
        amount,
        currencyCode: 'USD',
        receivedOn: '2026-03-20',
        method: 'CASH',
        allocations: [{ invoiceId: id, amount }],
        ...key(),
      },
      { as: company.signedIn },
    );
    expect(userErrors).toEqual([]);
    return { paymentId: thing?.id, version: version + 1 };
  };
  const paid = async (amount: string) => {
    const invoice = await issued();
    return { ...invoice, ...(await pay(invoice, amount)) };
  };
  const voided = async () => act('invoiceVoid', await issued());
  const writtenOff = async () => act('invoiceWriteOff', await issued());

  /** The refusal; everything must be as before. */
  const refused = async (mutation: string, invoice: Invoice, more: object = {}) => {
    const before = await contents(db);
    const outcome = await mutate(
      api,
      mutation,
      { ...reference(invoice), ...more },
      { as: company.signedIn },
    );
    expect(outcome.thing).toBeNull();
    expect(await contents(db)).toEqual(before);
    return problemsOf(outcome);
  };

  it('goes from draft to issued, with number, dates and ledger', async () => {
    const invoice = await issued();
    expect(invoice).toMatchObject({
      number: expect.stringMatching(/^INV-\d{5}$/),
      status: 'ISSUED',
      version: 2,
      ...ISSUED,
      balanceDue: { amount: '100.00' },
      ledger: [{ kind: 'ISSUED', amount: { amount: '100.00' }, effectiveOn: '2026-03-01' }],
    });
    const again = await draft();
    const keyed = { ...reference(again), idempotencyKey: `issue ${engine}` };
    const first = await done('invoiceIssue', keyed);
    expect(first.number).not.toBe(invoice.number);
    expect(await done('invoiceIssue', keyed)).toEqual(first);
  });

  it('is paid at once when the total is nothing', async () => {
    expect(await issued('0.00')).toMatchObject({ status: 'PAID', balanceDue: { amount: '0.00' } });
  });

  it('goes on to void or written off, and back from there only by a reversal', async () => {
    expect(await voided()).toMatchObject({
      status: 'VOID',
      number: expect.any(String),
      balanceDue: { amount: '0.00' },
      ledger: [{}, { kind: 'VOIDED', amount: { amount: '-100.00' }, effectiveOn: '2026-03-20' }],
    });
    const partly = await paid('40.00');
    const given = await act('invoiceWriteOff', partly, { reason: 'Bankrupt', date: '2026-03-20' });
    expect(given).toMatchObject({
      status: 'WRITTEN_OFF',
      paidTotal: { amount: '40.00' },
      balanceDue: { amount: '0.00' },
    });
    expect(await act('invoiceWriteOffReverse', given)).toMatchObject({
      status: 'PARTIALLY_PAID',
      balanceDue: { amount: '60.00' },
      ledger: [{}, {}, { amount: { amount: '-60.00' } }, { amount: { amount: '60.00' } }],
    });
  });

  it('ends for a draft by deletion, without a number', async () => {
    const gone = await draft();
    const { thing } = await mutate<string>(api, 'invoiceDelete', reference(gone), {
      as: company.signedIn,
    });
    expect(thing).toBe(gone.id);
    expect(await refused('invoiceDelete', gone)).toEqual(['NOT_FOUND id']);
    const copy = await done('invoiceDuplicate', { id: (await voided()).id });
    expect(copy).toMatchObject({ status: 'DRAFT', number: null, total: { amount: '100.00' } });
  });

  it('refuses to issue what is no complete draft', async () => {
    expect(await refused('invoiceIssue', await issued(), key())).toEqual(['NOT_DRAFT']);
    expect(await refused('invoiceIssue', await voided(), key())).toEqual(['NOT_DRAFT']);
    expect(await refused('invoiceIssue', await draft([]), key())).toEqual(['NO_LINE_ITEMS']);
    const negative = await draft([line('-0.01')]);
    expect(await refused('invoiceIssue', negative, key())).toEqual(['NEGATIVE_TOTAL']);
    const early = { issueDate: '2026-03-02', dueDate: '2026-03-01', ...key() };
    expect(await refused('invoiceIssue', await draft(), early)).toEqual([
      'DUE_BEFORE_ISSUE dueDate',
    ]);
    expect(await refused('invoiceIssue', await draft([]), early)).toEqual([
      'NO_LINE_ITEMS',
      'DUE_BEFORE_ISSUE dueDate',
    ]);
  });

  it('takes after the issue only memo, purchase order number and due date', async () => {
    const invoice = await issued();
    const changes = { memo: 'Thanks', purchaseOrderNumber: 'PO-9', dueDate: '2026-04-15' };
    const changed = await act('invoiceUpdate', invoice, changes);
    expect(changed).toMatchObject({ memo: 'Thanks', dueDate: '2026-04-15', version: 3 });
    const all = {
      clientId: company.clientId,
      projectId: null,
      issueDate: '2026-03-01',
      currencyCode: 'USD',
      pricesIncludeTax: false,
      discountPercent: null,
      discountAmount: null,
      lineItems: [],
    };
    const problems = await refused('invoiceUpdate', changed, { ...changes, ...all });
    expect(problems.sort()).toEqual(
      Object.keys(all)
        .map((field) => `IMMUTABLE_FIELD ${field}`)
        .sort(),
    );
    const before = { dueDate: '2026-02-28' };
    expect(await refused('invoiceUpdate', changed, before)).toEqual(['DUE_BEFORE_ISSUE dueDate']);
    expect(await refused('invoiceUpdate', await voided(), { memo: 'x' })).toEqual(['NOT_ISSUED']);
    expect(await refused('invoiceUpdate', await writtenOff(), { memo: 'x' })).toEqual([
      'NOT_ISSUED',
    ]);
  });

  it('moves the due date of an issued invoice only, and not before the issue', async () => {
    const moved = await act('invoiceDueDateChange', await issued(), { dueDate: '2026-05-01' });
    expect(moved).toMatchObject({ dueDate: '2026-05-01', version: 3 });
    const early = { dueDate: '2026-02-01' };
    expect(await refused('invoiceDueDateChange', moved, early)).toEqual([
      'DUE_BEFORE_ISSUE dueDate',
    ]);
    expect(await refused('invoiceDueDateChange', await draft(), early)).toEqual(['NOT_ISSUED']);
  });

  it('refuses to void, write off or delete what does not allow it', async () => {
    expect(await refused('invoiceVoid', await draft())).toEqual(['NOT_ISSUED']);
    expect(await refused('invoiceVoid', await voided())).toEqual(['NOT_ISSUED']);
    expect(await refused('invoiceVoid', await paid('1.00'))).toEqual(['HAS_PAYMENTS']);
    expect(await refused('invoiceVoid', await paid('100.00'))).toEqual(['HAS_PAYMENTS']);
    expect(await refused('invoiceWriteOff', await draft())).toEqual(['NOT_ISSUED']);
    expect(await refused('invoiceWriteOff', await paid('100.00'))).toEqual(['NOTHING_DUE']);
    expect(await refused('invoiceWriteOffReverse', await issued())).toEqual(['NOT_WRITTEN_OFF']);
    expect(await refused('invoiceDelete', await issued())).toEqual(['NOT_DRAFT']);
    expect(await refused('invoiceDelete', await writtenOff())).toEqual(['NOT_DRAFT']);
  });

  it('takes a closing from the last movement to today, no other day', async () => {
    const invoice = await paid('40.00');
    for (const date of ['2026-03-19', '2026-03-21']) {
      expect(await refused('invoiceWriteOff', invoice, { date })).toEqual([
        'DATE_OUT_OF_RANGE date',
      ]);
    }
    expect(await refused('invoiceVoid', await issued(), { date: '2026-02-28' })).toEqual([
      'DATE_OUT_OF_RANGE date',
    ]);
    const reversal = { id: invoice.paymentId, reversedOn: '2026-03-20', ...key() };
    await mutate(api, 'paymentReverse', reversal, { as: company.signedIn });
    // Without a payment in force it can be voided again.
    expect(await act('invoiceVoid', { ...invoice, version: invoice.version + 1 })).toMatchObject({
      status: 'VOID',
    });
  });

  it('tells beforehand what is allowed, and the code of what is not', async () => {
    const MUTATIONS: Partial<Record<InvoiceAct, [string, () => object]>> = {
      EDIT: ['invoiceUpdate', () => ({ memo: 'x' })],
      ISSUE: ['invoiceIssue', key],
      DELETE: ['invoiceDelete', () => ({})],
      CHANGE_DUE_DATE: ['invoiceDueDateChange', () => ({ dueDate: '2026-06-01' })],
      VOID: ['invoiceVoid', () => ({})],
      WRITE_OFF: ['invoiceWriteOff', () => ({})],
      WRITE_OFF_REVERSE: ['invoiceWriteOffReverse', () => ({})],
    };
    for (const make of [
      draft,
      issued,
      () => paid('40.00'),
      () => paid('100.00'),
      voided,
      writtenOff,
    ]) {
      for (const [action, [mutation, more]] of Object.entries(MUTATIONS)) {
        const made = await make();
        const { data } = await api.execute<{ invoice: Invoice }>(
          `query ($id: ID!) { invoice(id: $id) ${INVOICE} }`,
          { as: company.signedIn, variables: { id: made.id } },
        );
        const invoice = data?.invoice ?? expect.unreachable();
        expect(invoice.availableActions.map((one) => one.action)).toEqual([...INVOICE_ACTS]);
        const told = invoice.availableActions.find((one) => one.action === action);
        const input = { ...reference(invoice), ...more() };
        const outcome = await mutate(api, mutation, input, { as: company.signedIn });
        expect(outcome.answer.errors).toEqual([]);
        expect([action, invoice.status, outcome.userErrors[0]?.code ?? null]).toEqual([
          action,
          invoice.status,
          told?.code ?? null,
        ]);
        expect(told?.allowed).toBe(told?.code === null);
      }
    }
  });
});
