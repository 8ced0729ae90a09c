import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, PASSWORD, useBrowser } from './browser.ts';
import { addClient, addDraft, openCompany } from './company.ts';

const { visitor, signedIn } = useBrowser();
const OWNER = 'owner@constructco.example';
const SCHEMES = ['light', 'dark'] as const;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const LOOKS = SCHEMES.flatMap((colorScheme) =>
  SIZES.map((viewport) => ({ colorScheme, viewport })),
);

/** Axe finds nothing, and the page does not scroll sideways. */
async function expectSound(page: Page): Promise<void> {
  await expectAccessible(page);
  const wider = 'document.documentElement.scrollWidth - window.innerWidth';
  expect(await page.evaluate(wider), `sideways at ${page.url()}`).toBeLessThanOrEqual(0);
}

describe.each(LOOKS)('in $colorScheme at $viewport.width pixels', (look) => {
  it('every page and dialog passes axe and fits', async () => {
    const entrance = await visitor(look);
    await entrance.getByLabel('Email').waitFor();
    await expectSound(entrance);

    const page = await signedIn(OWNER, look);
    await page.getByRole('table').waitFor();
    await expectSound(page);

    await page.goto('/invoices?status=OVERDUE');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Ledger' }).waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Write off' }).waitFor();
    await expectSound(page);
    await page.getByRole('menuitem', { name: 'Write off' }).click();
    await page.getByRole('dialog').getByLabel('Reason').waitFor();
    await expectSound(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Record payment' }).click();
    await page.getByRole('dialog').getByLabel('Amount').waitFor();
    await expectSound(page);

    await page.goto('/invoices/new');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('Choose a client.').waitFor();
    await expectSound(page);
    await page.getByRole('combobox', { name: 'Client' }).click();
    await page.getByRole('option').first().waitFor();
    await expectSound(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New client' }).click();
    await page.getByRole('dialog').getByLabel('Name').waitFor();
    await expectSound(page);

    await page.goto('/ageing');
    await page.locator('.recharts-surface').first().waitFor();
    await expectSound(page);
    await page
      .getByRole('button', { name: /invoices of/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('table').waitFor();
    await expectSound(page);

    await page.goto('/nowhere');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await expectSound(page);
  });

  it('holds long names and the largest amounts', async () => {
    const company = await openCompany();
    const name =
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);
    const client = await addClient(company, name);
    const path = await addDraft(company, client, {
      lineItems: [{ description: name, quantity: '1', unitPrice: '9000000000000' }],
    });
    const page = await signedIn(company.email, look);
    await page.getByRole('table').waitFor();
    await expectSound(page);
    await page.goto(`${path}/edit`);
    await page.getByText('$9,000,000,000,000.00').first().waitFor();
    await expectSound(page);
    await page.goto(path);
    await page.getByRole('button', { name: 'Issue' }).click();
    await page.getByRole('button', { name: 'Issue now' }).click();
    await page.getByRole('heading', { name: 'INV-00001' }).waitFor();
    await expectSound(page);
    await page.goto('/ageing');
    await page
      .getByRole('button', { name: /invoices of/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('table').waitFor();
    await expectSound(page);
  });
});

describe('with the keyboard alone', () => {
  it('signs in, writes, issues and records a payment', async () => {
    const page = await visitor();
    const { keyboard } = page;
    const focused = (selector: string) =>
      page
        .locator(`${selector}:focus`)
        .or(page.locator(`:focus ${selector}`))
        .first()
        .waitFor();
    const press = async (...keys: string[]) => {
      for (const key of keys) await keyboard.press(key);
    };
    const tabTo = async (
      role: 'button' | 'link' | 'textbox' | 'combobox',
      name: string | RegExp,
    ) => {
      const target = page.getByRole(role, { name }).first();
      await target.waitFor();
      for (let presses = 0; presses < 30; presses += 1) {
        if ((await target.and(page.locator(':focus')).count()) > 0) return;
        await keyboard.press('Tab');
      }
      throw new Error(`Tab does not reach ${name}.`);
    };

    await focused('input[type=email]');
    await keyboard.type(OWNER);
    await press('Tab');
    await keyboard.type(PASSWORD);
    await press('Enter');
    await focused('h1');
    await tabTo('link', 'New invoice');
    await press('Enter');
    await page.getByRole('heading', { name: 'New invoice' }).waitFor();
    await tabTo('combobox', 'Client');
    await keyboard.type('harbor');
    await page.getByRole('option', { name: 'Harbor View Condominiums' }).waitFor();
    await press('ArrowDown', 'Enter');
    await tabTo('textbox', 'Description');
    await keyboard.type('Walls');
    await press('Tab');
    await keyboard.type('2');
    await press('Tab', 'Tab');
    await keyboard.type('40');
    // Enter goes on to a new line, as in a spreadsheet.
    await press('Enter');
    await page.getByRole('group', { name: 'Line 2' }).waitFor();
    await focused('input[name="lineItems.1.description"]');
    await keyboard.type('Roof');
    await press('Tab', 'Tab', 'Tab');
    await keyboard.type('20');
    await press('Control+Enter');
    await page.getByRole('heading', { name: 'Draft invoice' }).waitFor();
    await focused('h1');

    await tabTo('button', 'Issue');
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo('button', 'Issue now');
    await press('Enter');
    await page.getByRole('heading', { name: /^INV-/ }).waitFor();
    await focused('h1');

    await tabTo('button', 'Record payment');
    await press('Enter');
    await focused('[role=dialog] input');
    await press('Control+a');
    await keyboard.type('60');
    await press('Enter');
    await page.getByText('$40.00 due').waitFor();
    await tabTo('button', 'Record payment');
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await tabTo('button', 'Record payment');
  });
});
