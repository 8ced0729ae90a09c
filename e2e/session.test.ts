import { describe, expect, it } from 'vitest';
import { PASSWORD, signIn, useBrowser } from './browser.ts';

const { visitor, signedIn } = useBrowser();
const OWNER = 'owner@constructco.example';

describe('a session', () => {
  it('refuses a wrong password, and leads to the page that was asked for', async () => {
    const page = await visitor();
    await page.goto('/ageing?groupBy=PROJECT');
    await page.getByLabel('Email').fill(OWNER);
    await page.getByLabel('Password', { exact: true }).fill('wrong-password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Address or password is wrong.').waitFor();
    await signIn(page, OWNER);
    await page.getByRole('columnheader', { name: 'Project' }).waitFor();
    expect(new URL(page.url()).search).toBe('?groupBy=PROJECT');
  });

  it('survives a reload', async () => {
    const page = await signedIn(OWNER);
    await page.reload();
    await page.getByRole('link', { name: /^INV-/ }).first().waitFor();
    await page.getByText('Olivia Grant').first().waitFor();
  });

  it('ends in every tab, where the next request asks to sign in and nothing typed is lost', async () => {
    const page = await signedIn(OWNER);
    await page.goto('/invoices/new');
    await page.getByLabel('Memo').fill('Not to be lost');
    const other = await page.context().newPage();
    await other.goto('/invoices');
    await other.getByRole('button', { name: 'Sign out' }).click();
    await other.getByRole('heading', { name: 'Sign in to Plumb' }).waitFor();

    await page.getByRole('combobox', { name: 'Client' }).fill('Meridian');
    const dialog = page.getByRole('dialog', { name: 'You are signed out' });
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Memo').inputValue()).toBe('Not to be lost');
    await page.getByRole('combobox', { name: 'Client' }).fill('Meridian');
    await page.getByRole('option', { name: 'Meridian Logistics' }).click();
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('Not to be lost').waitFor();
  });

  it('shows nothing of the former user after signing out', async () => {
    const page = await signedIn(OWNER);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in to Plumb' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Sign in to Plumb' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in to Plumb' }).waitFor();
  });
});

describe('a viewer', () => {
  it('sees everything and is offered nothing that the server would refuse', async () => {
    const page = await signedIn('viewer@constructco.example');
    await page.getByRole('link', { name: /^INV-/ }).first().waitFor();
    expect(await page.getByRole('link', { name: 'New invoice' }).count()).toBe(0);
    await page.goto('/invoices?status=PARTIALLY_PAID&status=OVERDUE');
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('heading', { name: 'Ledger' }).waitFor();
    const acts = page.getByRole('main').getByRole('button');
    expect(await acts.allTextContents()).toEqual([]);
    expect(await page.getByRole('link', { name: 'Edit' }).count()).toBe(0);
    await page.goto(`${page.url()}/edit`);
    await page.getByText('Your role does not allow changing invoices').waitFor();
    await page.goto('/invoices/new');
    await page.getByText('Your role does not allow writing invoices').waitFor();
  });
});
