import type { PlannedCommand } from '../../server/runProtocol.ts';
import { uniqueBy } from '../../text/grouping.ts';

/** So many commands fit into one question. */
const MOST_SHOWN = 6;

/**
 * The commands that a person has to see before any is run, by the questions that they fit into: one of each family that was not agreed to. None is agreed to
 * that was not shown: `questionsOf(plan.commands, new Set(['Vitest packages/a']))`.
 *
 * @param known families of commands that were agreed to before.
 */
export function questionsOf(commands: readonly PlannedCommand[], known: ReadonlySet<string>): readonly (readonly PlannedCommand[])[] {
  const fresh = uniqueBy(
    commands.filter(({ family }) => !known.has(family)),
    ({ family }) => family,
  );
  const questions: PlannedCommand[][] = [];
  for (let at = 0; at < fresh.length; at += MOST_SHOWN) questions.push(fresh.slice(at, at + MOST_SHOWN));
  return questions;
}
