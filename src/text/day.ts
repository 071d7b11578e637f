/**
 * True for a day of the calendar, written as in ISO 8601: `isDay('2027-03-31')`, not `isDay('2027-02-29')`. The Gregorian calendar
 * holds for all years from 0000 to 9999, so `0099-01-01` is a day, too.
 */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(0);
  // `Date.UTC` takes a year before 100 as one of the 20th century.
  date.setUTCFullYear(year, month - 1, day);
  // A day that does not exist comes back as another one.
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
