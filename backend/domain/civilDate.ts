/** A day of the calendar, YYYY-MM-DD, without time or zone; compares as text. */
export type CivilDate = string;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

function utc(date: CivilDate): number {
  const [, year, month, day] = FORM.exec(date) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day));
}

const fromUtc = (milliseconds: number): CivilDate =>
  new Date(milliseconds).toISOString().slice(0, 10);

/** Whether a text is a day that exists, from year 1900 to 2999. */
export function isCivilDate(text: string): boolean {
  if (!FORM.test(text) || text < '1900-01-01' || text > '2999-12-31') return false;
  const milliseconds = utc(text);
  return !Number.isNaN(milliseconds) && fromUtc(milliseconds) === text;
}

export const addDays = (date: CivilDate, days: number): CivilDate =>
  fromUtc(utc(date) + days * DAY_MS);

/** Calendar days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((utc(to) - utc(from)) / DAY_MS);

/** A day of the month that lies `months` after the given one's, clamped to that month's end. */
export function dayOfMonth(date: CivilDate, months: number, day: number): CivilDate {
  const [, year, month] = FORM.exec(date) ?? [];
  const last = new Date(Date.UTC(Number(year), Number(month) + months, 0)).getUTCDate();
  return fromUtc(Date.UTC(Number(year), Number(month) - 1 + months, Math.min(day, last)));
}

export const endOfMonth = (date: CivilDate): CivilDate => dayOfMonth(date, 0, 31);

/** One per zone: to make one takes longer than everything else about a row of a list. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The day it is at an instant in an IANA time zone. */
export function civilDateIn(instant: Date, timeZone: string): CivilDate {
  let calendar = calendars.get(timeZone);
  if (calendar === undefined) {
    calendar = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    calendars.set(timeZone, calendar);
  }
  return calendar.format(instant);
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-CA', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
