import { Table, UnstyledButton } from '@mantine/core';

export type SortDirection = 'ASC' | 'DESC';

interface SortHeaderProps {
  readonly label: string;
  /** The present direction of this column; null while another column sorts. */
  readonly direction: SortDirection | null;
  /** Which end comes first at the first press. */
  readonly first: SortDirection;
  readonly onSort: (direction: SortDirection) => void;
  readonly align?: 'left' | 'right';
}

/** Keeps the line's height and place. */
const NO_ARROW = '\u00a0';
const ARROWS = { ASC: '↑', DESC: '↓' } as const;

/** A column head that sorts; the sort is also said to a screen reader. */
export function SortHeader({ label, direction, first, onSort, align = 'left' }: SortHeaderProps) {
  const next = direction === null ? first : direction === 'ASC' ? 'DESC' : 'ASC';
  const said = direction === null ? 'none' : direction === 'ASC' ? 'ascending' : 'descending';
  return (
    <Table.Th ta={align} aria-sort={said}>
      <UnstyledButton className={`sort-header ${align}`} onClick={() => onSort(next)}>
        {label}
        <span aria-hidden className="sort-arrow">
          {direction === null ? NO_ARROW : ARROWS[direction]}
        </span>
      </UnstyledButton>
    </Table.Th>
  );
}
