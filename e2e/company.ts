import { inject } from 'vitest';
import { PASSWORD } from './browser.ts';

interface Answer {
  readonly data: Record<string, unknown>;
  readonly errors?: readonly { readonly message: string }[];
}

async function ask(
  token: string | null,
  query: string,
  variables: object,
): Promise<Answer['data']> {
  const response = await fetch(`${inject('origin')}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Answer;
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
}

/** A company with nobody else in it and nothing in it, so that a test can count. */
export interface Company {
  readonly email: string;
  /** Asks the API as its owner. */
  readonly ask: (query: string, variables?: object) => Promise<Answer['data']>;
  readonly id: string;
}

let opened = 0;

export async function openCompany(): Promise<Company> {
  opened += 1;
  const email = `owner-${process.pid}-${opened}@builders.example`;
  const input = {
    name: 'Olga Owner',
    email,
    password: PASSWORD,
    companyName: `Builders ${opened}`,
    currencyCode: 'USD',
    timeZone: 'UTC',
  };
  const { accountCreate } = (await ask(
    null,
    `mutation ($input: AccountCreateInput!) {
      accountCreate(input: $input) {
        session { accessToken user { memberships { company { id } } } }
        userErrors { message }
      }
    }`,
    { input },
  )) as {
    accountCreate: {
      session: {
        accessToken: string;
        user: { memberships: [{ company: { id: string } }] };
      };
    };
  };
  const { accessToken, user } = accountCreate.session;
  return {
    email,
    id: user.memberships[0].company.id,
    ask: (query, variables = {}) => ask(accessToken, query, variables),
  };
}

/** A client of a company; gives its id. */
export async function addClient({ ask, id }: Company, name: string): Promise<string> {
  const { clientCreate } = (await ask(
    'mutation ($input: ClientCreateInput!) { clientCreate(input: $input) { client { id } } }',
    { input: { companyId: id, name } },
  )) as { clientCreate: { client: { id: string } } };
  return clientCreate.client.id;
}

interface Draft {
  readonly issueDate?: string;
  readonly dueDate?: string;
  readonly memo?: string;
  readonly lineItems: readonly {
    readonly description: string;
    readonly quantity: string;
    readonly unitPrice: string;
  }[];
}

/** A draft of a company; gives its page. */
export async function addDraft({ ask, id }: Company, clientId: string, draft: Draft) {
  const { invoiceCreate } = (await ask(
    'mutation ($input: InvoiceCreateInput!) { invoiceCreate(input: $input) { invoice { id } } }',
    { input: { companyId: id, clientId, ...draft } },
  )) as { invoiceCreate: { invoice: { id: string } } };
  return `/invoices/${encodeURIComponent(invoiceCreate.invoice.id)}`;
}
