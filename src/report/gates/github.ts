import type { GateVerdict } from '../../query/gates/verdict.ts';
import { ruleCommand } from '../diff/github.ts';
import { escapeData, escapeProperty, fewPerLevel } from '../writing/workflowCommand.ts';
import type { LevelledCommand } from '../writing/workflowCommand.ts';
import { plain } from '../writing/plainText.ts';
import { asAdvice } from './asAdvice.ts';
import { lineOf } from '../../model/position.ts';

/**
 * What stands in the way of gates as workflow commands of GitHub Actions, one a line; one that nothing can be said of, or that has no place, stands for itself.
 * Undecided is an error too: it stops the merge. Rules that the branch changed, and what else must be known of the verdicts, are warnings.
 *
 * @param prefix path of the workspace folder in its repository, empty or with a slash at the end.
 */
export function renderGateGithub(verdicts: readonly GateVerdict[], prefix: string): string {
  const rules = new Map(verdicts.flatMap(({ changedRules }) => changedRules.map((rule) => [rule.reason, rule] as const)));
  return fewPerLevel([
    ...verdicts.flatMap((verdict) => obstacles(verdict, prefix)),
    ...Array.from(rules.values(), (rule) => ({ level: 'warning', command: ruleCommand(rule, prefix) })),
    ...verdicts.flatMap(({ gate, notes }) =>
      notes.map((note) => ({
        level: 'warning',
        command: `::warning title=${escapeProperty(plain(`Gate ${gate}`))}::${escapeData(plain(note))}`,
      })),
    ),
  ]);
}

function obstacles({ gate, conditions }: GateVerdict, prefix: string): LevelledCommand[] {
  return conditions
    .flatMap(({ condition, decision, why, obstacles: found }) => {
      const title = escapeProperty(plain(`Gate ${gate}: ${condition}`));
      if (decision !== 'holds' && !found.length) return [`::error title=${title}::${escapeData(plain(why))}`];
      return found.map(({ item, path, range, message, mend }) => {
        const text = `${item ? `${item.id} ` : ''}${message}; mend: ${asAdvice(mend)}`;
        return `::error file=${escapeProperty(plain(prefix + path))},line=${lineOf(range)},title=${title}::${escapeData(plain(text))}`;
      });
    })
    .map((command) => ({ level: 'error', command }));
}
