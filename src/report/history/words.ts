import { inARow, say, sayMany } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { STATUS_WORDS } from '../../model/status.ts';
import type { History, HistoryStatus, Pace } from '../../query/history.ts';
import { HISTORY_STATUSES, percentMet } from '../../query/history.ts';
import type { HistoryPoint } from '../../query/history.ts';
import { totalOf } from '../../query/progress.ts';

const STATUS_HEADS: Readonly<Record<HistoryStatus, Message>> = {
  stale: say('Stale'),
  unmet: say('Unmet'),
  partial: say('Partial'),
  met: say('Met'),
  waived: say('Waived'),
  exempt: say('Exempt'),
};

/** Heads of the columns that every table of a history has, as programs read them. */
export const COLUMNS = [
  'Date',
  'Revision',
  'Criteria',
  ...HISTORY_STATUSES.map((status) => status.charAt(0).toUpperCase() + status.slice(1)),
  'Met %',
] as const;

/** Heads of the same columns for people, in the language of its reader. */
export const HEADS: readonly Message[] = [
  say('Date'),
  say('Revision'),
  say('Criteria'),
  ...HISTORY_STATUSES.map((status) => STATUS_HEADS[status]),
  say('Met %'),
];

/** Columns at the left that hold text; numbers follow them. */
export const TEXT_COLUMNS = 2;

/** The numbers of a point, in the order of the columns. */
export function numbersOf({ counts }: HistoryPoint): string[] {
  return [totalOf(counts), ...HISTORY_STATUSES.map((status) => counts[status]), percentMet(counts) ?? '–'].map(String);
}

/** `Met: 0 % (2026-01-05) → 73 % (2026-11-21), 45 weeks`. */
export function trendOf({ points, every }: History): Message {
  const [first, last] = [points[0], points.at(-1)];
  const span = SPANS[every](points.length);
  if (!first || !last) return span;
  return first === last ? say('Met: {0}, {1}', endOf(first), span) : say('Met: {0} → {1}, {2}', endOf(first), endOf(last), span);
}

/** `2026-01-08, 0a1b2c3d4e: 2 criteria, 1 met, 1 waived.` */
export function pointMessage({ date, name, counts }: HistoryPoint): Message {
  const parts = HISTORY_STATUSES.filter((status) => counts[status]).map((status) => say('{0} {1}', counts[status], STATUS_WORDS[status]));
  const all: Message = sayMany('{0} criterion', '{0} criteria', totalOf(counts));
  return say('{0}, {1}: {2}.', date, name, inARow([all, ...parts]));
}

const SPANS: Readonly<Record<Pace, (count: number) => Message>> = {
  week: (count) => sayMany('{0} week', '{0} weeks', count),
  tag: (count) => sayMany('{0} tag', '{0} tags', count),
  commit: (count) => sayMany('{0} commit', '{0} commits', count),
};

function endOf({ counts, date }: HistoryPoint): Message {
  const percent = percentMet(counts);
  return say('{0} ({1})', percent === undefined ? say('nothing to meet') : say('{0} %', percent), date);
}
