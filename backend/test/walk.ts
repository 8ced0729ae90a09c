import { expect } from 'vitest';

/** Any connection of nodes with ids. */
export interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** What to select of a connection for `Page`. */
export const PAGE_FIELDS = `edges { cursor node { id } } nodes { id } totalCount
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

export interface PageVariables {
  readonly first?: number;
  readonly after?: string | null;
  readonly last?: number;
  readonly before?: string | null;
}

/** Asserts what every page promises about itself. */
export function expectConsistent(page: Page): void {
  expect(page.nodes).toEqual(page.edges.map((edge) => edge.node));
  expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor ?? null);
  expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor ?? null);
}

/** Every id of a list in its order, read page by page; `between` runs before each page but the first. */
export async function walk(
  read: (variables: PageVariables) => Promise<Page>,
  { size, backward }: { size: number; backward: boolean },
  between: () => Promise<void> = async () => {},
): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page: Page = await read(
      backward ? { last: size, before: cursor } : { first: size, after: cursor },
    );
    expectConsistent(page);
    expect(page.nodes.length).toBeLessThanOrEqual(size);
    ids.splice(backward ? 0 : ids.length, 0, ...page.nodes.map((node) => node.id));
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    if (!(backward ? hasPreviousPage : hasNextPage)) return ids;
    const next = backward ? startCursor : endCursor;
    expect(next, 'the walk stands still').not.toBe(cursor);
    cursor = next;
    await between();
  }
}
