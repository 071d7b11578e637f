import type { Target } from '../../../../model/facts.ts';
import type { ShownPattern } from '../../../../text/patterns/shownPattern.ts';

const COMPARISONS: Readonly<Record<string, Target['comparison']>> = {
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '=': '=',
  '==': '=',
  '>=': '>=',
  '≥': '>=',
  '>': '>',
  under: '<',
  below: '<',
  'less than': '<',
  'fewer than': '<',
  'at most': '<=',
  'up to': '<=',
  'no more than': '<=',
  over: '>',
  above: '>',
  'more than': '>',
  'at least': '>=',
  exactly: '=',
};
/** The goal of a row: a comparison, a currency, a number, and what follows it. */
export const TARGET: ShownPattern = {
  pattern:
    /^(<=|>=|==|[<>=≤≥]|(?:under|below|less than|fewer than|at most|up to|no more than|over|above|more than|at least|exactly)\b)?\s*(\p{Sc})?\s*([+-]?\d+(?:,\d{3})*(?:\.\d+)?)(.*)$/isu,
  fits: ['< 200 ms at p95', 'at most 1,000', '€ 5', '99.9%'],
  misses: ['fast', 'undergo 5'],
};
const ATTACHED_UNIT = /^(?:%|[\p{L}µ°]+(?:\/[\p{L}]+)?)/u;
/** Words behind a space that are units; any other word is a note, as `achievement` in `95% achievement`. */
const UNIT_WORD =
  /^\s+(?:(?:n|µ|m)?s|secs?|seconds?|min|minutes?|h|hours?|days?|weeks?|months?|years?|percent|[kMGT]i?B|bytes?|req\/s|rps|fps|Hz)(?![\p{L}\p{N}])/iu;

/**
 * Reads the goal of a table row: `parseTarget('Latency', '< 200 ms at p95')` has the comparison `<`, the value 200, the
 * unit `ms` and the note `at p95`. The comparison is `>=` where none is written; undefined if no number begins the text.
 */
export function parseTarget(metric: string, text: string): Target | undefined {
  const match = TARGET.pattern.exec(text.trim().slice(0, 500));
  if (!match) return undefined;
  const [, comparison = '>=', currency, number = '', tail = ''] = match;
  const unit = (ATTACHED_UNIT.exec(tail) ?? UNIT_WORD.exec(tail))?.[0] ?? '';
  return {
    metric,
    comparison: COMPARISONS[comparison.toLowerCase()] ?? '>=',
    value: Number(number.replaceAll(',', '')),
    unit: currency ?? unit.trim(),
    note: (currency === undefined ? tail.slice(unit.length) : tail).trim(),
  };
}
