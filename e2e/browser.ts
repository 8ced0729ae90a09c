import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

/** The password of every sign-in of ConstructCo, and of the companies that tests open. */
export const PASSWORD = 'constructco-demo';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Waits until what fades in stands: half-way its colours are those of nobody's choice. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    // One that is replaced on the way is over, too.
    await Promise.allSettled(passing.map((one) => one.finished));
  });

/** Fails with what axe says is wrong on the page once it stands still. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]);
  expect(found, `axe at ${page.url()}`).toEqual([]);
}

/**
 * A Chromium for the tests of a file. Each visitor has a profile of their own; whatever a page
 * throws fails the test.
 */
export function useBrowser() {
  const origin = inject('origin');
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  let browser: Browser;

  beforeAll(async () => {
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
    browser = await chromium.launch({ executablePath, args: FLAGS });
  });
  afterAll(() => browser.close());
  afterEach(async ({ task }) => {
    const open = contexts.splice(0);
    if (task.result?.state === 'fail') {
      const name = task.name.replace(/\W+/g, '-');
      for (const [index, page] of open.flatMap((context) => context.pages()).entries()) {
        await page.screenshot({ path: resolve('.cache/e2e', `${name}-${index}.png`) });
      }
    }
    for (const context of open) await context.close();
    expect(faults.splice(0)).toEqual([]);
  });

  /** Someone at the sign-in page. */
  const visitor = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: origin,
      locale: 'en-US',
      viewport: { width: 1440, height: 900 },
      ...options,
    });
    contexts.push(context);
    context.setDefaultTimeout(15_000);
    context.on('weberror', (error) => faults.push(error.error().message));
    const page = await context.newPage();
    await page.goto('/sign-in');
    return page;
  };

  /** Someone at the invoice list. */
  const signedIn = async (email: string, options?: BrowserContextOptions): Promise<Page> => {
    const page = await visitor(options);
    await signIn(page, email);
    await page.waitForURL('**/invoices');
    await page.getByRole('heading', { name: 'Invoices', exact: true }).waitFor();
    return page;
  };

  return { visitor, signedIn };
}
