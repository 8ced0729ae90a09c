import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';

const { signedIn } = useBrowser();
const OWNER = 'owner@constructco.example';

/** The texts of a column, top to bottom. */
async function column(page: Page, name: string): Promise<string[]> {
  const heads = await page.getByRole('columnheader').allTextContents();
  const index = heads.findIndex((head) => head.startsWith(name));
  const rows = page.getByRole('row');
  const cells = [];
  for (let row = 1; row < (await rows.count()); row += 1) {
    cells.push((await rows.nth(row).getByRole('cell').nth(index).textContent()) ?? '');
  }
  return cells;
}

/** The shown money in cents; a test may count what the product may not. */
const cents = (money: string) => Number(money.replace(/[^\d-]/g, '') || '0');
const settled = (page: Page) => page.locator('[aria-busy="false"]').waitFor();

describe('the invoice list', () => {
  it('gives every invoice once, page by page, and the same pages backwards', async () => {
    const page = await signedIn(OWNER);
    const counted = page.getByText(/^\d+ invoices$/);
    const total = Number((await counted.textContent())?.split(' ')[0]);
    const pages: string[][] = [];
    const next = page.getByRole('button', { name: 'Next' });
    for (;;) {
      await settled(page);
      pages.push(await page.getByRole('row').allTextContents());
      if (await next.isDisabled()) break;
      await next.click();
      await page.waitForURL(/after=/);
      const last = pages.at(-1) ?? [];
      await expect.poll(() => page.getByRole('row').allTextContents()).not.toEqual(last);
    }
    const numbers = pages.flatMap((rows) => rows.slice(1)).filter((text) => /^INV/.test(text));
    const drafts = pages.flatMap((rows) => rows.slice(1)).length - numbers.length;
    expect(new Set(numbers).size + drafts).toBe(total);
    await page.getByRole('button', { name: 'Previous' }).click();
    await expect.poll(() => page.getByRole('row').allTextContents()).toEqual(pages.at(-2));
  });

  it('sorts by a column, said to everybody, and turns round at the second press', async () => {
    const page = await signedIn(OWNER);
    const head = page.getByRole('columnheader', { name: 'Total' });
    for (const [direction, sign] of [
      ['descending', -1],
      ['ascending', 1],
    ] as const) {
      await head.getByRole('button').click();
      await expect.poll(() => head.getAttribute('aria-sort')).toBe(direction);
      await expect
        .poll(async () => {
          const amounts = (await column(page, 'Total')).map(cents);
          return amounts.every(
            (amount, index) => index === 0 || (amount - (amounts[index - 1] ?? 0)) * sign >= 0,
          );
        })
        .toBe(true);
    }
  });

  it('filters, remembers it in the address, and comes back to it', async () => {
    const page = await signedIn(OWNER);
    await page.getByRole('combobox', { name: 'Client' }).fill('harb');
    await page.getByRole('option', { name: 'Harbor View Condominiums' }).click();
    await page
      .getByRole('textbox', { name: 'Status' })
      .or(page.getByRole('combobox', { name: 'Status' }))
      .first()
      .click();
    await page.getByRole('option', { name: 'Paid', exact: true }).click();
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => new Set(await column(page, 'Client')))
      .toEqual(new Set(['Harbor View Condominiums']));
    await expect.poll(async () => new Set(await column(page, 'Status'))).toEqual(new Set(['Paid']));
    const rows = await page.getByRole('row').allTextContents();

    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('heading', { name: 'Ledger' }).waitFor();
    await page.goBack();
    await expect.poll(() => page.getByRole('row').allTextContents()).toEqual(rows);
    await page.reload();
    await expect.poll(() => page.getByRole('row').allTextContents()).toEqual(rows);
    expect(await page.getByRole('combobox', { name: 'Client' }).inputValue()).toBe(
      'Harbor View Condominiums',
    );

    await page.getByLabel('Search').fill('no such thing');
    await page.getByText('No invoice fits').waitFor();
    await page.getByRole('button', { name: 'Show all invoices' }).click();
    await page.getByText(/^\d\d+ invoices$/).waitFor();
    expect(await page.getByLabel('Search').inputValue()).toBe('');
  });

  it('opens an invoice by a click anywhere in its row', async () => {
    const page = await signedIn(OWNER);
    await page.getByRole('row').nth(1).getByRole('cell').nth(2).click();
    await page.getByRole('heading', { name: 'Line items' }).waitFor();
  });
});
