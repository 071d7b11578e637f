import { whatHinders } from '../../query/gates/verdict.ts';
import type { GateVerdict } from '../../query/gates/verdict.ts';
import { ruleAnnotation } from '../diff/annotations.ts';
import type { Annotation } from '../writing/annotation.ts';
import { asAdvice } from './asAdvice.ts';

/**
 * What stands in the way of gates, as a build service shows it; a condition that nothing can be said of, or that has no place, stands for
 * itself. Undecided is an error too: it stops the merge. Rules that the branch changed, and what else must be known of the verdicts, are warnings.
 */
export function gateAnnotations(verdicts: readonly GateVerdict[]): readonly Annotation[] {
  const rules = new Map(verdicts.flatMap(({ changedRules }) => changedRules.map((rule) => [rule.reason, rule] as const)));
  return [
    ...verdicts.flatMap(obstacleAnnotations),
    ...Array.from(rules.values(), ruleAnnotation),
    ...verdicts.flatMap(({ gate, notes }) => notes.map((message): Annotation => ({ level: 'warning', title: `Gate ${gate}`, message }))),
  ];
}

function obstacleAnnotations({ gate, conditions }: GateVerdict): Annotation[] {
  return conditions.flatMap(({ condition, decision, why, obstacles }): Annotation[] => {
    const title = `Gate ${gate}: ${condition}`;
    if (decision !== 'holds' && !obstacles.length) return [{ level: 'error', title, message: why }];
    return obstacles.map((obstacle) => ({
      level: 'error',
      place: { path: obstacle.path, range: obstacle.range },
      title,
      message: `${whatHinders(obstacle)}. To fix it: ${asAdvice(obstacle.mend)}`,
    }));
  });
}
