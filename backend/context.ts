import type { Database } from './db/database.ts';
import { civilDateIn } from './domain/civilDate.ts';
import type { Viewer } from './viewer.ts';

/** Cookies and headers a resolver may set; only the session mutations do. */
export interface ResponseHeaders {
  setCookie(value: string): void;
}

/** What one request carries from the HTTP layer to every resolver. */
export interface Context {
  /** Becomes its `fresh` side once this operation wrote. */
  db: Database;
  /** The clock of the request: one instant, however long it takes. */
  readonly now: Date;
  /** Becomes the person who signs in, for the rest of that operation. */
  viewer: Viewer | null;
  readonly requestId: string;
  readonly authSecret: string;
  readonly userAgent: string | null;
  readonly address: string | null;
  /** The refresh token's cookie, present only on the session route. */
  readonly refreshCookie: string | null;
  readonly secureCookies: boolean;
  readonly response: ResponseHeaders;
  /** Named loaders of this request; never shared between requests. */
  readonly loaders: Map<string, unknown>;
}

/** A context whose viewer is known to be signed in. */
export type SignedInContext = Context & { readonly viewer: Viewer };

/** The company's civil date at the request's instant; UTC for a company the viewer is not in. */
export function todayIn(context: Context, companyId: number): string {
  const membership = context.viewer?.memberships.find((one) => one.companyId === companyId);
  return civilDateIn(context.now, membership?.timeZone ?? 'UTC');
}
