/** `2026-11-20T10:00:00`, with or without a zone, with or without fractions. */
const TIMESTAMP = /^(?<local>\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)\s*(?<zone>Z|[+-]\d\d:?\d\d)?$/u;
/** `Sat, 21 Nov 2026 03:01:56 GMT`, as mocha writes it (RFC 9110). */
const HTTP_DATE = /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/u;
/** No clock is further from UTC, in milliseconds. */
export const WIDEST_ZONE = 14 * 60 * 60 * 1000;
/** File systems tell the time less exactly than tools, by up to two seconds. */
const CLOCK_STEP = 2000;

/**
 * When a run began, in milliseconds since 1970.
 *
 * A timestamp without a zone is UTC from some tools (jest-junit, CTest) and local time from others (Surefire, GoogleTest), and nobody can
 * tell which. Zones differ by quarters of an hour, so the one is taken that puts the run right before the file was written; where none
 * does, the file was moved, and it is UTC.
 *
 * @param timestamp as the file has it; in seconds or milliseconds since 1970 too.
 * @param modified when the file was written.
 */
export function runTime(timestamp: string | undefined, modified: number): number {
  const text = timestamp?.trim() ?? '';
  if (/^\d{9,14}(?:\.\d+)?$/u.test(text)) return Number(text) * (Number(text) < 1e11 ? 1000 : 1);
  if (HTTP_DATE.test(text)) return Date.parse(text) || modified;
  const { local, zone } = TIMESTAMP.exec(text)?.groups ?? {};
  if (local === undefined) return modified;
  const time = Date.parse(`${local.replace(' ', 'T').replace(',', '.')}${zone ?? 'Z'}`);
  if (Number.isNaN(time)) return modified;
  if (zone !== undefined || Math.abs(modified - time) > WIDEST_ZONE) return time;
  const quarter = 15 * 60 * 1000;
  return time + Math.floor((modified - time + CLOCK_STEP) / quarter) * quarter;
}
