import * as l10n from '@vscode/l10n';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { whatHinders } from '../../query/gates/verdict.ts';
import type { ConditionVerdict, Decision, GateVerdict, Obstacle } from '../../query/gates/verdict.ts';
import { localised, spokenLanguage } from '../../text/words/localised.ts';
import type { Paint, Palette } from '../writing/palette.ts';
import { endName, RULES_TITLE } from '../diff/diffReport.ts';
import { ruleLines } from '../diff/text.ts';
import { plain } from '../writing/plainText.ts';
import { asAdvice } from './asAdvice.ts';
import { lineOf } from '../../model/position.ts';

/** Obstacles of one condition that are shown; the others are counted. */
const MOST_SHOWN = 50;

/** The verdicts on gates for a terminal: what they rest on, each condition, then what is in its way, where, and the smallest thing that would mend it. */
export function renderGateText(verdicts: readonly GateVerdict[], palette: Palette): string {
  return verdicts.map((verdict) => gateText(verdict, palette)).join('\n');
}

function gateText(verdict: GateVerdict, palette: Palette): string {
  const { gate, decision, scope, conditions, changedRules, notes } = verdict;
  const head = `${palette.bold(l10n.t('Gate {0}', plain(gate)))} ${paintOf(decision, palette)(localised(WORDS[decision]))}${scope === 'changed' ? palette.dim(` ${l10n.t('(for what the branch touched)')}`) : ''}`;
  const grounds = [
    ...comparedLine(verdict, palette),
    ...(changedRules.length ? [palette.bold(localised(RULES_TITLE)), ...ruleLines(changedRules, palette)].map((line) => `  ${line}`) : []),
    ...notes.map((note) => `  ${palette.warn(l10n.t('Note: {0}', plain(note)))}`),
  ];
  return `${[head, ...grounds, ...conditions.flatMap((condition) => conditionLines(condition, palette))].join('\n')}\n`;
}

function comparedLine({ base, head }: GateVerdict, palette: Palette): string[] {
  if (!base || !head) return [];
  return [palette.dim(`  ${l10n.t('from {0} to {1}', plain(endName(base)), plain(endName(head)))}`)];
}

const WORDS: Readonly<Record<Decision, Message>> = {
  holds: say('holds'),
  fails: say('does not hold'),
  undecided: say('cannot be decided'),
};
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
    ...(more > 0 ? [`    ${l10n.t('… and {0} more', more)}`] : []),
  ];
}

function obstacleLines(obstacle: Obstacle, palette: Palette): string[] {
  const { path, range, mend } = obstacle;
  const [before = '', after = ''] = l10n.t('fix: {0}', '\0').split('\0');
  return [
    `    ${palette.dim(`${plain(path)}:${lineOf(range)}`)}  ${plain(whatHinders(obstacle))}`,
    `        ${palette.info(before)}${plain(spokenLanguage() === 'en' ? asAdvice(mend) : mend)}${after}`,
  ];
}
