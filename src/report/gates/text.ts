import type { ConditionVerdict, Decision, GateVerdict, Obstacle } from '../../query/gates/verdict.ts';
import type { Paint, Palette } from '../writing/palette.ts';
import { plain } from '../writing/plainText.ts';
import { asAdvice } from './asAdvice.ts';
import { lineOf } from '../../model/position.ts';

/** Obstacles of one condition that are shown; the others are counted. */
const MOST_SHOWN = 50;

/** The verdict on a gate for a terminal: each condition, then what stands in its way, where, and the smallest thing that would mend it. */
export function renderGateText({ gate, decision, scope, conditions }: GateVerdict, palette: Palette): string {
  const head = `${palette.bold(`Gate ${plain(gate)}`)} ${paintOf(decision, palette)(WORDS[decision])}${scope === 'changed' ? palette.dim(' (for what the branch touched)') : ''}`;
  return `${[head, ...conditions.flatMap((condition) => conditionLines(condition, palette))].join('\n')}\n`;
}

const WORDS: Readonly<Record<Decision, string>> = { holds: 'holds', fails: 'does not hold', undecided: 'cannot be decided' };
const SIGNS: Readonly<Record<Decision, string>> = { holds: '✓', fails: '✗', undecided: '?' };

function paintOf(decision: Decision, palette: Palette): Paint {
  if (decision === 'holds') return palette.good;
  return decision === 'fails' ? palette.bad : palette.warn;
}

function conditionLines({ condition, decision, why, obstacles }: ConditionVerdict, palette: Palette): string[] {
  const more = obstacles.length - MOST_SHOWN;
  return [
    `  ${paintOf(decision, palette)(SIGNS[decision])} ${condition}  ${palette.dim(why)}`,
    ...obstacles.slice(0, MOST_SHOWN).flatMap((obstacle) => obstacleLines(obstacle, palette)),
    ...(more > 0 ? [`    … and ${more} more`] : []),
  ];
}

function obstacleLines({ item, path, range, message, mend }: Obstacle, palette: Palette): string[] {
  return [
    `    ${palette.dim(`${plain(path)}:${lineOf(range)}`)}  ${item ? `${plain(item.id)} ` : ''}${plain(message)}`,
    `        ${palette.info('mend:')} ${plain(asAdvice(mend))}`,
  ];
}
