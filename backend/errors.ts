import type { Problem } from './domain/problem.ts';

/** What a user can cause and mend. Thrown by services, shown as `userErrors`; nothing was written. */
export class DomainError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.code}: ${problem.message}`).join('; '));
    this.name = 'DomainError';
  }
}

/** The viewer's role does not allow it. Thrown by services, shown as a FORBIDDEN fault. */
export class ForbiddenError extends Error {
  constructor() {
    super('Your role does not allow this.');
    this.name = 'ForbiddenError';
  }
}

export function fail(...problems: readonly Problem[]): never {
  throw new DomainError(problems);
}

/** The same answer for a missing row, a foreign one and an id that is none. */
export const notFound = (what: string, ...field: string[]): never =>
  fail({ code: 'NOT_FOUND', message: `There is no such ${what}.`, field });
