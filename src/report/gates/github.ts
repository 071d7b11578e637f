import type { GateVerdict } from '../../query/gates/verdict.ts';
import { escapeData, escapeProperty } from '../writing/workflowCommand.ts';
import { plain } from '../writing/plainText.ts';
import { asAdvice } from './asAdvice.ts';
import { lineOf } from '../../model/position.ts';

/**
 * What stands in the way of a gate as workflow commands of GitHub Actions, one a line; one that nothing can be said of, or that has no place, stands for itself.
 * Undecided is an error too: it stops the merge.
 *
 * @param prefix path of the workspace folder in its repository, empty or with a slash at the end.
 */
export function renderGateGithub({ gate, conditions }: GateVerdict, prefix: string): string {
  return conditions
    .flatMap(({ condition, decision, why, obstacles }) => {
      const title = escapeProperty(plain(`Gate ${gate}: ${condition}`));
      if (decision !== 'holds' && !obstacles.length) return [`::error title=${title}::${escapeData(plain(why))}`];
      return obstacles.map(({ item, path, range, message, mend }) => {
        const text = `${item ? `${item.id} ` : ''}${message}; mend: ${asAdvice(mend)}`;
        return `::error file=${escapeProperty(plain(prefix + path))},line=${lineOf(range)},title=${title}::${escapeData(plain(text))}`;
      });
    })
    .map((line) => `${line}\n`)
    .join('');
}
