import { useState } from 'react';

/**
 * One key per opening of a form: a double click, or a retry after a lost answer, repeats the same
 * request and the server acts once. The form must unmount when it closes.
 */
export function useIdempotencyKey(): string {
  const [key] = useState(newKey);
  return key;
}

function newKey(): string {
  // crypto.randomUUID exists only on secure origins; a site tried over plain http has none.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
