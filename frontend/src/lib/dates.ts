import { civilDateIn } from '../../../backend/domain/civilDate.ts';

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const instantFormat = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** A civil date has no zone: reading and writing it in UTC keeps the day the same everywhere. */
export const formatDay = (date: string | null): string =>
  date === null ? '—' : dayFormat.format(new Date(`${date}T00:00:00Z`));

export const formatInstant = (instant: string): string => instantFormat.format(new Date(instant));

/** Today where the company is, which is what the server calls today. */
export const todayIn = (timeZone: string): string => civilDateIn(new Date(), timeZone);
