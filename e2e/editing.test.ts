import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { addClient, addDraft, openCompany } from './company.ts';

const { signedIn } = useBrowser();

/** One draft open for editing in two browsers. */
async function twoEditors(): Promise<{ first: Page; second: Page; path: string }> {
  const company = await openCompany();
  const client = await addClient(company, 'Harbor View');
  const path = await addDraft(company, client, {
    memo: 'As agreed',
    lineItems: [
      { description: 'Walls', quantity: '1', unitPrice: '10' },
      { description: 'Roof', quantity: '1', unitPrice: '20' },
    ],
  });
  const edit = async () => {
    const page = await signedIn(company.email);
    await page.goto(`${path}/edit`);
    await page.getByLabel('Memo').waitFor();
    return page;
  };
  return { first: await edit(), second: await edit(), path };
}

const line = (page: Page, number: number) => page.getByRole('group', { name: `Line ${number}` });
const conflict = (page: Page, name: RegExp) => page.getByRole('radiogroup', { name });

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('heading', { name: 'Draft invoice' }).waitFor();
}

describe('two people edit one draft', () => {
  it('shows the second what differs, and keeps what both did', async () => {
    const { first, second } = await twoEditors();
    await first.getByLabel('Memo').fill('By the first');
    await first.getByLabel('Due date').fill('2031-05-01');
    await line(first, 1).getByLabel('Description').fill('Walls, painted');
    await save(first);

    await second.getByLabel('Memo').fill('By the second');
    await second.getByLabel('Purchase order').fill('PO-77');
    await line(second, 2).getByLabel('Unit price').fill('25');
    await second.getByRole('button', { name: 'Add line' }).click();
    await line(second, 3).getByLabel('Description').fill('Doors');
    await line(second, 3).getByLabel('Unit price').fill('5');
    await second.getByRole('button', { name: 'Save draft' }).click();

    const memo = conflict(second, /^Memo \(changed by both of you\)$/);
    expect(await memo.textContent()).toBe('Yours: By the secondTheirs: By the first');
    expect(await conflict(second, /^Line 1/).textContent()).toContain('Theirs: Walls, painted');
    await memo.getByLabel('Theirs: By the first').check();
    await second.getByRole('button', { name: 'Use these choices' }).click();
    expect(await second.getByLabel('Due date').inputValue()).toBe('2031-05-01');
    await save(second);

    const text = await second.getByRole('main').textContent();
    for (const kept of ['By the first', 'PO-77', 'Walls, painted', 'Doors', '25.00', '$40.00']) {
      expect(text).toContain(kept);
    }
    expect(text).not.toContain('By the second');
  });

  it('keeps what was typed when the dialog is closed, and asks again at the next save', async () => {
    const { first, second } = await twoEditors();
    await first.getByLabel('Memo').fill('By the first');
    await save(first);
    await second.getByLabel('Memo').fill('By the second');
    await second.getByRole('button', { name: 'Save draft' }).click();
    await conflict(second, /^Memo/).waitFor();
    await second.keyboard.press('Escape');
    await conflict(second, /^Memo/).waitFor({ state: 'detached' });
    expect(await second.getByLabel('Memo').inputValue()).toBe('By the second');
    await second.getByRole('button', { name: 'Save draft' }).click();
    await second.getByRole('button', { name: 'Keep all of mine' }).click();
    await save(second);
    await second.getByText('By the second').waitFor();
  });

  it('keeps what was typed when the draft is deleted meanwhile', async () => {
    const { first, second, path } = await twoEditors();
    await second.getByLabel('Memo').fill('Not to be lost');
    await first.goto(path);
    await first.getByRole('button', { name: 'More actions' }).click();
    await first.getByRole('menuitem', { name: 'Delete draft' }).click();
    await first.getByRole('button', { name: 'Delete', exact: true }).click();
    await first.getByText('No invoices yet').waitFor();
    await second.getByRole('button', { name: 'Save draft' }).click();
    await second.getByText('Someone deleted this draft.').waitFor();
    expect(await second.getByLabel('Memo').inputValue()).toBe('Not to be lost');
  });

  it('shows an issued invoice as it is, and what was typed beside it', async () => {
    const { first, second, path } = await twoEditors();
    await line(second, 1).getByLabel('Description').fill('Too late');
    await second.getByLabel('Memo').fill('In time');
    await first.goto(path);
    await first.getByRole('button', { name: 'Issue' }).click();
    await first.getByRole('button', { name: 'Issue now' }).click();
    await first.getByRole('heading', { name: /^INV-/ }).waitFor();
    await second.getByRole('button', { name: 'Save draft' }).click();
    await second.getByText('It was issued meanwhile').waitFor();
    expect(await conflict(second, /^Line 1/).textContent()).toContain('Too late');
    await second.getByRole('button', { name: 'Use these choices' }).click();
    expect(await line(second, 1).getByLabel('Description').inputValue()).toBe('Walls');
    await second.getByRole('button', { name: 'Save changes' }).click();
    await second.getByRole('heading', { name: /^INV-/ }).waitFor();
    await second.getByText('In time').waitFor();
  });
});

describe('unsaved text', () => {
  it('is asked about on every way out', async () => {
    const { first } = await twoEditors();
    await first.getByLabel('Memo').fill('Half done');
    for (const way of [
      first.getByRole('link', { name: 'Ageing' }),
      first.getByRole('button', { name: 'Cancel' }),
      first.getByRole('button', { name: 'Sign out' }),
    ]) {
      await way.click();
      await first.getByRole('button', { name: 'Stay here' }).click();
    }
    expect(await first.getByLabel('Memo').inputValue()).toBe('Half done');
    await first.getByRole('link', { name: 'Ageing' }).click();
    await first.getByRole('button', { name: 'Leave' }).click();
    await first.getByRole('heading', { name: 'Receivables ageing' }).waitFor();
  });
});
