import { fail } from '../errors.ts';

const shown = (value: unknown) => (typeof value === 'bigint' ? String(value) : value);

/**
 * Refuses a change that was made on another version than the current one, telling what differs.
 * @param yours what the caller wants, by field; fields left out are not compared.
 * @param current the same fields as they are now.
 */
export function demandVersion(
  expected: number,
  actual: number,
  yours: Readonly<Record<string, unknown>> = {},
  current: Readonly<Record<string, unknown>> = {},
): void {
  if (expected === actual) return;
  const changes = Object.entries(yours)
    .filter(([field, value]) => field in current && value !== undefined)
    .map(([field, value]) => ({ field, yours: shown(value), current: shown(current[field]) }))
    .filter((change) => JSON.stringify(change.yours) !== JSON.stringify(change.current ?? null));
  fail({
    code: 'STALE',
    message: 'Someone changed this since you opened it.',
    field: ['expectedVersion'],
    details: { currentVersion: actual, changes },
  });
}

/** After a conditional update: nothing matched, so another change won the race. */
export function demandUpdated(count: number): void {
  if (count === 0) {
    fail({
      code: 'STALE',
      message: 'Someone changed this at the same moment.',
      field: ['expectedVersion'],
    });
  }
}
