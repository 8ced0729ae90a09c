import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, civilDateIn } from '../backend/domain/civilDate.ts';
import { useBrowser } from './browser.ts';
import { addClient, addDraft, type Company, openCompany } from './company.ts';

const { signedIn } = useBrowser();

const dialog = (page: Page) => page.getByRole('dialog');
const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

/** The amount beside a label of the totals. */
const total = (page: Page, label: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) })
    .getByRole('cell');

/** The page asks again after an act, so the figure arrives a moment later. */
const expectTotal = (page: Page, label: string, amount: string) =>
  expect.poll(() => total(page, label).textContent()).toBe(amount);

/** An issued invoice of one line, open in the page. */
async function issue(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Issue' }).click();
  await dialog(page).getByRole('button', { name: 'Issue now' }).click();
  await page.getByRole('heading', { name: /^INV-/ }).waitFor();
}

async function recordPayment(page: Page, amount: string, receivedOn: string): Promise<void> {
  await page.getByRole('button', { name: 'Record payment' }).click();
  await dialog(page).getByLabel('Amount').fill(amount);
  await dialog(page).getByLabel('Received on').fill(receivedOn);
  await dialog(page).getByRole('button', { name: 'Save payment' }).click();
  await dialog(page).waitFor({ state: 'detached' });
}

describe('from an empty company to a paid invoice', () => {
  it('writes, totals as the server does, issues and settles', async () => {
    const company = await openCompany();
    const page = await signedIn(company.email);
    await page.getByText('No invoices yet').waitFor();
    await page.getByRole('link', { name: 'New invoice' }).click();

    await page.getByRole('button', { name: 'New client' }).click();
    await dialog(page).getByLabel('Name').fill('Harbor View');
    await dialog(page).getByRole('button', { name: 'Add client' }).click();
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Client' }).inputValue())
      .toBe('Harbor View');

    const line = page.getByRole('group', { name: 'Line 1' });
    await line.getByLabel('Description').fill('Concrete');
    await line.getByLabel('Quantity').fill('2.25');
    await line.getByLabel('Unit price').fill('64.22');
    await line.getByLabel('Tax %').fill('8.25');
    expect(await line.textContent()).toContain('$144.50');
    await page.getByRole('button', { name: 'Add line' }).click();
    const second = page.getByRole('group', { name: 'Line 2' });
    await second.getByLabel('Description').fill('Formwork');
    await second.getByLabel('Unit price').fill('55.5');
    await page.getByLabel('Discount').last().fill('10 usd');
    // Half written, an amount waits instead of jumping to zero.
    await second.getByLabel('Unit price').fill('55.');
    await page.getByText('line 2, unit price').waitFor();
    await expectTotal(page, 'Total', '$205.68');
    await second.getByLabel('Unit price').fill('55.50');
    const figures = ['Subtotal', 'Discount', 'Tax 8.25\u00a0% of $190.00', 'Total'];
    const shown = () => Promise.all(figures.map((label) => total(page, label).textContent()));
    const live = await shown();
    expect(live).toEqual(['$200.00', '-$10.00', '$15.68', '$205.68']);

    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByRole('heading', { name: 'Draft invoice' }).waitFor();
    expect(await shown()).toEqual(live);

    await issue(page, page.url());
    await page.getByRole('heading', { name: 'INV-00001' }).waitFor();
    await page.getByRole('button', { name: 'More actions' }).click();
    const refused = page.getByRole('menuitem', { name: 'Delete draft' });
    expect(await refused.textContent()).toContain('Only a draft allows this.');
    expect(await refused.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Record payment' }).click();
    await dialog(page).getByText('Settles the invoice.').waitFor();
    await dialog(page).getByRole('button', { name: 'Save payment' }).click();
    await page.getByText('Paid', { exact: true }).first().waitFor();
    await expectTotal(page, 'Balance due', '$0.00');
    // The button that was pressed is gone; the focus went to the page's head, not nowhere.
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H1');
  });
});

describe('an issued invoice', () => {
  const today = civilDateIn(new Date(), 'UTC');
  const issued = addDays(today, -200);
  const day = (after: number) => addDays(issued, after);
  let company: Company;
  let client: string;

  beforeEach(async () => {
    company = await openCompany();
    client = await addClient(company, 'Meridian');
  });
  const draft = (unitPrice: string) =>
    addDraft(company, client, {
      issueDate: issued,
      dueDate: day(30),
      lineItems: [{ description: 'Walls', quantity: '1', unitPrice }],
    });

  it('takes one payment when the button is clicked twice', async () => {
    const page = await signedIn(company.email);
    await issue(page, await draft('80.00'));
    await page.getByRole('button', { name: 'Record payment' }).click();
    await dialog(page).getByLabel('Amount').fill('30');
    await dialog(page).getByRole('button', { name: 'Save payment' }).dblclick();
    await dialog(page).waitFor({ state: 'detached' });
    await page.reload();
    await row(page, 'Payment').first().waitFor();
    expect(await page.getByRole('button', { name: /^Reverse the payment/ }).count()).toBe(1);
    await expectTotal(page, 'Balance due', '$50.00');
    await page.getByRole('button', { name: 'Record payment' }).click();
    await dialog(page).getByRole('button', { name: 'Save payment' }).click();
    await page.getByText('$0.00').waitFor();
  });

  it('takes one payment when the answer is lost and the button pressed again', async () => {
    const page = await signedIn(company.email);
    await issue(page, await draft('80.00'));
    await page.getByRole('button', { name: 'Record payment' }).click();
    await dialog(page).getByLabel('Amount').fill('30');
    let lost = 0;
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('paymentRecord')) return route.continue();
      await route.fetch();
      lost += 1;
      await route.abort();
    });
    await dialog(page).getByRole('button', { name: 'Save payment' }).click();
    await dialog(page).getByText('The server cannot be reached.').waitFor();
    await page.unroute('**/graphql');
    expect(lost).toBe(1);
    await dialog(page).getByRole('button', { name: 'Save payment' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    // The page may have seen the first payment already; what counts is what the books say now.
    await page.reload();
    await row(page, 'Payment').first().waitFor();
    await expectTotal(page, 'Balance due', '$50.00');
    expect(await page.getByRole('button', { name: /^Reverse the payment/ }).count()).toBe(1);
  });

  it('says how much too much a payment is, and takes the corrected one', async () => {
    const page = await signedIn(company.email);
    await issue(page, await draft('10.00'));
    await page.getByRole('button', { name: 'Record payment' }).click();
    await dialog(page).getByLabel('Amount').fill('12.00');
    await dialog(page).getByText('$2.00 more than is owed.').waitFor();
    await dialog(page).getByRole('button', { name: 'Save payment' }).click();
    await dialog(page).getByText('The invoice owes').waitFor();
    await dialog(page).getByLabel('Amount').fill('10.00');
    await dialog(page).getByRole('button', { name: 'Save payment' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await expectTotal(page, 'Balance due', '$0.00');
  });

  it('is in the ageing report of any day as it stood then, down to the invoice', async () => {
    const page = await signedIn(company.email);
    await issue(page, await draft('2500.00'));
    const number = await page.getByRole('heading', { level: 1 }).textContent();
    await recordPayment(page, '1000.00', day(38));
    await recordPayment(page, '700.00', day(51));
    await page
      .getByRole('row')
      .filter({ hasText: '$700.00' })
      .getByRole('button', { name: /^Reverse the payment/ })
      .click();
    await dialog(page).getByLabel('Reversed on').fill(day(58));
    await dialog(page).getByLabel('Reason').fill('Returned by the bank');
    await dialog(page).getByRole('button', { name: 'Reverse', exact: true }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await row(page, 'Returned by the bank').waitFor();
    await expectTotal(page, 'Balance due', '$1,500.00');

    await page.getByRole('link', { name: 'Ageing' }).click();
    const cells = [
      { asOf: day(30), bucket: 'current', owed: '$2,500.00' },
      { asOf: day(43), bucket: '1–30 days', owed: '$1,500.00' },
      { asOf: day(54), bucket: '1–30 days', owed: '$800.00' },
      { asOf: day(64), bucket: '31–60 days', owed: '$1,500.00' },
    ];
    for (const { asOf, bucket, owed } of cells) {
      await page.getByLabel('As of').fill(asOf);
      await page.getByRole('button', { name: `${owed}: invoices of Meridian, ${bucket}` }).click();
      const behind = dialog(page)
        .getByRole('row')
        .filter({ hasText: number ?? '' });
      await behind.waitFor();
      expect(await behind.textContent()).toContain(owed);
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
    }
    await page.getByLabel('As of').fill(addDays(issued, -1));
    await page.getByText('Nothing was owed').waitFor();
  });
});
