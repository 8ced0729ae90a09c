import { z } from 'zod';

const PASSWORD = 'a long enough password';
const REQUEST_TIMEOUT_MS = 30_000;

const envelope = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.unknown()).optional(),
});
const payload = z.looseObject({ userErrors: z.array(z.object({ code: z.string() })) });

/** The server went away before it answered: nobody knows what became of the request. */
export class LostAnswer extends Error {}

/** The answer of a mutation. */
export type Answer =
  | { readonly ok: true; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly codes: readonly string[] };

/** The public API over HTTP, as one signed-in person. */
export class Api {
  constructor(
    private readonly origin: string,
    private readonly token: string | null = null,
  ) {}

  /** @throws LostAnswer; Error on a fault. */
  async query(document: string, variables: object): Promise<Record<string, unknown>> {
    let text: string;
    try {
      const response = await fetch(`${this.origin}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        },
        body: JSON.stringify({ query: document, variables }),
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      });
      text = await response.text();
    } catch (error) {
      throw new LostAnswer(String(error));
    }
    const { data, errors } = envelope.parse(JSON.parse(text));
    if (errors !== undefined || data == null) throw new Error(`A fault: ${text}`);
    return data;
  }

  /** @param fields what is asked of the thing that the payload holds. */
  async mutate(mutation: string, fields: string, input: object): Promise<Answer> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const data = await this.query(
      `mutation ($input: ${type}) { ${mutation}(input: $input) { ${fields} userErrors { code } } }`,
      { input },
    );
    const { userErrors, ...rest } = payload.parse(data[mutation]);
    if (userErrors.length > 0) return { ok: false, codes: userErrors.map(({ code }) => code) };
    return { ok: true, payload: rest };
  }
}

const session = z.object({ session: z.object({ accessToken: z.string() }) });

async function signedIn(origin: string, mutation: string, input: object): Promise<Api> {
  const answer = await new Api(origin).mutate(mutation, 'session { accessToken }', input);
  if (!answer.ok) throw new Error(`${mutation}: ${answer.codes.join()}`);
  return new Api(origin, session.parse(answer.payload).session.accessToken);
}

export const signIn = (origin: string, email: string): Promise<Api> =>
  signedIn(origin, 'sessionCreate', { email, password: PASSWORD });

/** A new company and its owner. */
export const openAccount = (origin: string, email: string): Promise<Api> =>
  signedIn(origin, 'accountCreate', {
    ...{ email, password: PASSWORD, name: 'Owner', companyName: 'Crash Test Contractors' },
    ...{ currencyCode: 'USD', timeZone: 'UTC' },
  });
