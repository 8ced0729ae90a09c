import type { CivilDate } from './civilDate.ts';

const TOKEN = /\{(SEQ(?::\d)?|YYYY|MM|PROJECT)\}/g;

/** Whether a format has exactly one sequence and only known tokens, at most 40 characters. */
export function isNumberFormat(format: string): boolean {
  const sequences = format.match(/\{SEQ(:[1-9])?\}/g) ?? [];
  const rest = format.replace(TOKEN, '');
  return format.length <= 40 && sequences.length === 1 && !/[{}]/.test(rest);
}

/**
 * Writes a document number: `INV-{SEQ:5}` gives INV-00042. `{YYYY}` and `{MM}` are of the issue
 * date; `{PROJECT}` is the project's code, or nothing.
 */
export function formatNumber(
  format: string,
  of: { sequence: number; issueDate: CivilDate; projectCode: string | null },
): string {
  return format.replace(TOKEN, (_, token: string) => {
    if (token === 'YYYY') return of.issueDate.slice(0, 4);
    if (token === 'MM') return of.issueDate.slice(5, 7);
    if (token === 'PROJECT') return of.projectCode ?? '';
    return String(of.sequence).padStart(Number(token.slice(4) || 0), '0');
  });
}
