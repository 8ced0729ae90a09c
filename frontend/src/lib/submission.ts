import { useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { faultMessage, type UserError, userErrorMessage } from './mutations.ts';

interface Answer {
  readonly error?: CombinedError | undefined;
  readonly userErrors: readonly UserError[] | undefined;
}

/**
 * Sends a dialog's mutation and sorts what comes back: problems of the named fields stand beside
 * them, the rest above the form.
 */
export function useSubmission(fields: readonly string[], onStale: () => void) {
  const [answer, setAnswer] = useState<Answer>({ userErrors: [] });
  const [busy, setBusy] = useState(false);
  // State comes too late for the second click of a double click.
  const running = useRef(false);

  const submit = async (send: () => Promise<Answer>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    const got = await send();
    running.current = false;
    setBusy(false);
    setAnswer(got);
    const stale = got.userErrors?.some(({ code }) => code === 'STALE') ?? false;
    if (stale) onStale();
    return got.error === undefined && got.userErrors?.length === 0;
  };

  const userErrors = answer.userErrors ?? [];
  const isAt = (one: UserError, field: string) => one.field?.[0] === field;
  const general = userErrors.filter((one) => !fields.some((field) => isAt(one, field)));
  const texts = general.map((one) =>
    one.code === 'STALE'
      ? `${one.message} The page now shows the invoice as it is: check and try again.`
      : userErrorMessage(one),
  );
  return {
    busy,
    submit,
    problem: answer.error !== undefined ? faultMessage(answer.error) : texts.join(' ') || null,
    fieldError: (field: string) => userErrors.find((one) => isAt(one, field))?.message,
  };
}
