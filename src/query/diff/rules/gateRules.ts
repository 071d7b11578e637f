import * as l10n from '@vscode/l10n';
import type { AttributeConditions } from '../../../model/attributeCondition.ts';
import { formatConditions, formatLimit, gateNamed } from '../../../model/gate.ts';
import type { Gate, GateLimit } from '../../../model/gate.ts';
import type { RuleChange } from './ruleChange.ts';

/** One thing that a gate says otherwise. */
export interface GateRule {
  readonly gate: string;
  readonly effect: RuleChange['effect'];
  readonly reason: string;
}

type Gates = Readonly<Record<string, Gate>>;

/** What two sets of gates say otherwise, condition by condition. */
export function gateRules(base: Gates, head: Gates): GateRule[] {
  const names = [...new Set([...Object.keys(base), ...Object.keys(head)])];
  return names.flatMap((name) => {
    const before = gateNamed(base, name);
    const after = gateNamed(head, name);
    if (!after) return [{ gate: name, effect: 'less', reason: l10n.t('the gate {0} is gone', name) }];
    if (!before) return [{ gate: name, effect: 'more', reason: l10n.t('the gate {0} is new', name) }];
    return conditionRules(name, before, after);
  });
}

function conditionRules(gate: string, before: Gate, after: Gate): GateRule[] {
  const told = (effect: RuleChange['effect'], reason: string): GateRule => ({ gate, effect, reason });
  const changed = (condition: string, was: string | undefined, is: string | undefined, effect: RuleChange['effect']): GateRule => {
    if (is === undefined) return told('less', l10n.t('the gate {0} asks no longer for {1}', gate, `${condition}${was ? `: ${was}` : ''}`));
    if (was === undefined) return told('more', l10n.t('the gate {0} asks for {1} now', gate, `${condition}${is ? `: ${is}` : ''}`));
    return told(effect, l10n.t('the gate {0}: {1} was {2} and is {3} now', gate, condition, was, is));
  };
  const limits = (kind: 'max' | 'min'): GateRule[] => {
    const [was, is]: readonly Readonly<Record<string, GateLimit>>[] = [before[kind], after[kind]];
    return [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].flatMap((measure) => {
      const [old, now] = [was?.[measure], is?.[measure]];
      const [oldText, nowText] = [old && formatLimit(old), now && formatLimit(now)];
      if (oldText === nowText) return [];
      return [changed(`${kind} ${measure}`, oldText, nowText, old && now ? effectOf(kind, old, now) : 'other')];
    });
  };
  return [
    ...(before.scope === after.scope ? [] : [changed('scope', before.scope, after.scope, after.scope === 'changed' ? 'less' : 'more')]),
    ...(before.rules === after.rules
      ? []
      : [changed('rules', before.rules ?? 'base', after.rules ?? 'base', after.rules ? 'less' : 'more')]),
    ...whenRule(gate, before.when, after.when),
    ...limits('max'),
    ...limits('min'),
    ...before.forbid.filter((code) => !after.forbid.includes(code)).map((code) => changed(`forbid ${code}`, '', undefined, 'less')),
    ...after.forbid.filter((code) => !before.forbid.includes(code)).map((code) => changed(`forbid ${code}`, undefined, '', 'more')),
  ];
}

/** Fewer criteria are counted with a condition than without; of two conditions nobody can say. */
function whenRule(gate: string, before: AttributeConditions = {}, after: AttributeConditions = {}): GateRule[] {
  const [was, is] = [formatConditions(before), formatConditions(after)];
  if (was === is) return [];
  if (is === '')
    return [{ gate, effect: 'more', reason: l10n.t('the gate {0} counts all criteria now, and counted those with {1}', gate, was) }];
  const effect = Object.entries(before).every(([name, value]) => after[name] === value) ? 'less' : 'other';
  return [{ gate, effect, reason: l10n.t('the gate {0} counts only criteria with {1} now', gate, is) }];
}

/** A number cannot be held against a share without the files. */
function effectOf(kind: 'max' | 'min', before: GateLimit, after: GateLimit): RuleChange['effect'] {
  if (before.percent !== after.percent) return 'other';
  return after.value > before.value === (kind === 'max') ? 'less' : 'more';
}
