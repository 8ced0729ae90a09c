import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';

const { visitor, signedIn } = useBrowser();
const BUDGET = 200_000;

/** Compressed bytes of each script that opening a page loads. */
async function scriptsOf(page: Page, path: string): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith('.js')) return;
    reading.push(
      response.body().then((body) => {
        sizes.set(pathname, gzipSync(body).length);
      }),
    );
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await Promise.all(reading);
  return sizes;
}

const sum = (sizes: Iterable<number>) => [...sizes].reduce((all, size) => all + size, 0);

describe('the first load', () => {
  it(`needs at most ${BUDGET / 1000} kB of compressed JavaScript`, async () => {
    const stranger = await visitor();
    const owner = await signedIn('owner@constructco.example');
    for (const [visit, path] of [
      [stranger, '/sign-in'],
      [owner, '/invoices'],
    ] as const) {
      const page = await visit.context().newPage();
      const bytes = sum((await scriptsOf(page, path)).values());
      console.log(`First load of ${path}: ${(bytes / 1000).toFixed(1)} kB of gzipped JavaScript`);
      expect(bytes).toBeGreaterThan(0);
      expect(bytes).toBeLessThanOrEqual(BUDGET);
    }
  });

  it('leaves charts to the page that draws them', async () => {
    const page = await signedIn('owner@constructco.example');
    const chart = (names: Iterable<string>) => [...names].filter((name) => /Chart/.test(name));
    const tab = () => page.context().newPage();
    expect(chart((await scriptsOf(await tab(), '/invoices')).keys())).toEqual([]);
    expect(chart((await scriptsOf(await tab(), '/ageing')).keys())).toHaveLength(1);
  });
});
