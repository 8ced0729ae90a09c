export interface Figures {
  readonly median: number;
  readonly p95: number;
}

const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export function figuresOf(milliseconds: readonly number[]): Figures {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return { median: rank(sorted, 0.5), p95: rank(sorted, 0.95) };
}

/** Does something again and again, after two times that do not count. */
export async function repeat(
  runs: number,
  work: () => Promise<{ readonly milliseconds: number }>,
): Promise<Figures> {
  const times: number[] = [];
  for (let run = -2; run < runs; run += 1) {
    const { milliseconds } = await work();
    if (run >= 0) times.push(milliseconds);
  }
  return figuresOf(times);
}

const number = (value: number) => value.toFixed(value < 100 ? 1 : 0);

/** Prints a table in Markdown, a row at a time, so that a long run shows where it is. */
export function table(...heads: readonly string[]) {
  console.log(
    `\n| ${heads.join(' | ')} |\n|${heads.map((_, at) => (at === 0 ? '---|' : '---:|')).join('')}`,
  );
  return (name: string, ...cells: readonly (number | string)[]) =>
    console.log(
      `| ${[name, ...cells.map((cell) => (typeof cell === 'number' ? number(cell) : cell))].join(' | ')} |`,
    );
}
