import { useMediaQuery } from '@mantine/hooks';

/** Whether the page is as narrow as a phone: wide tables then become short ones. */
export const usePhone = (): boolean =>
  useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
