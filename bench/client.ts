import { dashboardOperation } from '../backend/test/operations.ts';
import { DEMO_PASSWORD } from '../prisma/seed.ts';

export type Variables = Readonly<Record<string, unknown>>;

export interface Timed<Data> {
  readonly data: Data;
  /** From sending the request to having read the answer. */
  readonly milliseconds: number;
}

const TOKEN_MS = 8 * 60_000;

/** Somebody who is signed in and works with the dashboard's own operations, over HTTP. */
export class Client {
  #token: Promise<string> | null = null;
  #signedInAt = 0;

  constructor(
    private readonly origin: string,
    private readonly email: string,
  ) {}

  async #post(body: object, headers: Readonly<Record<string, string>> = {}) {
    const started = performance.now();
    const response = await fetch(`${this.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { text, milliseconds: performance.now() - started };
  }

  async #signIn(): Promise<string> {
    const { text } = await this.#post({
      query: `mutation ($input: SessionCreateInput!) {
        sessionCreate(input: $input) { session { accessToken } userErrors { message } }
      }`,
      variables: { input: { email: this.email, password: DEMO_PASSWORD } },
    });
    const token = /"accessToken":"([^"]+)"/.exec(text)?.[1];
    if (token === undefined) throw new Error(`${this.email} cannot sign in: ${text}`);
    return token;
  }

  /** @throws Error when the answer has errors: a refused request says nothing about speed. */
  async execute<Data>(query: string, variables: Variables = {}): Promise<Timed<Data>> {
    if (this.#token === null || Date.now() - this.#signedInAt > TOKEN_MS) {
      this.#signedInAt = Date.now();
      this.#token = this.#signIn();
    }
    const authorization = `Bearer ${await this.#token}`;
    const { text, milliseconds } = await this.#post({ query, variables }, { authorization });
    const { data, errors } = JSON.parse(text) as { data: Data; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return { data, milliseconds };
  }
}

export const INVOICE_PAGE = dashboardOperation('InvoicePage');
export const AGEING = dashboardOperation('Ageing');
export const AGEING_CELL = dashboardOperation('AgeingCell');
/** The invoice list as the dashboard asks for it: a page and how many there are. */
export const INVOICE_LIST = dashboardOperation('InvoiceList');
/** The page alone. */
export const INVOICES = INVOICE_LIST.replace(/^\s*totalCount\n/m, '');
export const INVOICE_COUNT = `query ($companyId: ID!, $filter: InvoiceFilter) {
  company(id: $companyId) { id invoices(filter: $filter) { totalCount } }
}`;
