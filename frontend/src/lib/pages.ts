interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export const PAGE_SIZE = 25;

/** Keyset page arguments from the URL: `after` goes forward, `before` back, neither is the start. */
export function pageVariables(params: URLSearchParams) {
  const before = params.get('before');
  return before === null
    ? { first: PAGE_SIZE, after: params.get('after') }
    : { last: PAGE_SIZE, before };
}

/** The URL of a neighbouring page. */
export function pageParams(
  params: URLSearchParams,
  page: PageInfo,
  direction: 'next' | 'previous',
) {
  const next = new URLSearchParams(params);
  next.delete('after');
  next.delete('before');
  if (direction === 'next' && page.endCursor !== null) next.set('after', page.endCursor);
  if (direction === 'previous' && page.startCursor !== null) next.set('before', page.startCursor);
  return next;
}
