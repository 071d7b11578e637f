import type { Problem } from '../../model/finding.ts';
import type { Range } from '../../model/position.ts';

/** Where problems say that a waiver lacks something. */
export function invalidWaivers(problems: readonly Problem[]): Range[] {
  return problems.flatMap(({ code, range }) => (code === 'invalid-waiver' ? [range] : []));
}
