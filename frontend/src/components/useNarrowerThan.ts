import { useMediaQuery } from '@mantine/hooks';

/** Below this width, in em as in the style sheets, a page is a phone's. */
export const PHONE = 48;
/** Below this width a wide table has no room for its names. */
export const TABLET = 62;

/** Whether the page is narrower than so many em: wide tables then become short ones. */
export const useNarrowerThan = (em: number): boolean =>
  useMediaQuery(`(max-width: ${em - 0.01}em)`, false, { getInitialValueInEffect: false });
