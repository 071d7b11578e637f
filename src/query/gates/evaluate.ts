import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../index/view.ts';
import type { FindingCode } from '../../model/finding.ts';
import { formatLimit, GATE_MEASURES } from '../../model/gate.ts';
import type { Gate, GateLimit, GateMeasure } from '../../model/gate.ts';
import type { Item } from '../../model/item.ts';
import { isCounted } from '../../model/status.ts';
import { allUnits } from '../units.ts';
import { localised } from '../../text/words/localised.ts';
import { statusName } from '../../text/words/statusName.ts';
import { findingDebt, isKnown, itemDebt } from './debt.ts';
import { doubter } from './doubter.ts';
import { amount } from './amount.ts';
import { advice, mendFinding } from './mend.ts';
import type { GateScope } from './scope.ts';
import type { ConditionVerdict, Decision, GateVerdict, Obstacle } from './verdict.ts';

/** What a gate is held against. */
export interface GateQuestion {
  readonly name: string;
  readonly gate: Gate;
  readonly scope: GateScope;
  /** Entries of a file of known debt; these count neither for nor against it. */
  readonly known?: ReadonlySet<string>;
}

/** Judges a gate: a pure function, so that the editor can run it on unsaved texts. */
export function evaluateGate(view: IndexView, { name, gate, scope, known = new Set() }: GateQuestion): GateVerdict {
  const items = countedItems(view, scope);
  const doubt = doubter(view, items);
  const limits = GATE_MEASURES.flatMap((measure) => {
    const limit = gate.max[measure];
    return limit ? [doubt(atMost(view, items, measure, limit, known), measure)] : [];
  });
  const met = gate.min.met ? [doubt(atLeast(view, items, { limit: gate.min.met, isAll: gate.scope === 'all' }, known), 'met')] : [];
  const conditions = [...limits, ...met, ...gate.forbid.map((code) => doubt(without(view, code, scope, known), code))];
  return { gate: name, scope: gate.scope, decision: together(conditions), conditions };
}

/** Everything that stands in the way of a gate now, for a file of known debt. */
export function debtOf(view: IndexView, { gate, scope }: Pick<GateQuestion, 'gate' | 'scope'>): string[] {
  const items = countedItems(view, scope);
  const counted = [...GATE_MEASURES.filter((measure) => gate.max[measure]), ...(gate.min.met ? OPEN : [])];
  const findings = view.allFindings().filter((finding) => gate.forbid.includes(finding.code) && scope.hasFinding(finding));
  return [...new Set(counted)]
    .flatMap((measure) => items.filter((item) => has(view, item, measure)).map((item) => itemDebt(measure, item)))
    .concat(findings.map(findingDebt));
}

/** Why nobody knows all that stands in the way of a gate, since something was not read or never ran; undefined where all is known. */
export function doubtOfDebt(view: IndexView, { gate, scope }: Pick<GateQuestion, 'gate' | 'scope'>): string | undefined {
  const doubt = doubter(view, countedItems(view, scope));
  const subjects = [...GATE_MEASURES.filter((measure) => gate.max[measure]), ...(gate.min.met ? (['met'] as const) : []), ...gate.forbid];
  return subjects
    .map((subject) => doubt({ condition: '', decision: 'holds', why: '', obstacles: [] }, subject))
    .find(({ decision }) => decision === 'undecided')?.why;
}

/** Statuses that are not met, for which a gate asks together with `min: { met: … }`. */
const OPEN: readonly GateMeasure[] = ['unmet', 'partial', 'failing', 'stale'];

/** Criteria of the scope that are neither waived nor exempt. */
function countedItems(view: IndexView, scope: GateScope): Item[] {
  return allUnits(view).filter((item) => scope.hasItem(item) && isCounted(view.coverage(item.key).status));
}

function together(conditions: readonly ConditionVerdict[]): Decision {
  const decisions = new Set(conditions.map(({ decision }) => decision));
  if (decisions.has('fails')) return 'fails';
  return decisions.has('undecided') ? 'undecided' : 'holds';
}

function has(view: IndexView, item: Item, measure: GateMeasure): boolean {
  const { status, proof } = view.coverage(item.key);
  return measure === 'unproven' ? proof === 'unproven' : status === measure;
}

/** `1 of 4 criteria is unmet`; of one alone `the only criterion is unmet`. */
function countedAs(count: number, of: number, state: string): string {
  if (count === 1) return of === 1 ? l10n.t('the only criterion is {0}', state) : l10n.t('{0} of {1} criteria is {2}', 1, of, state);
  return l10n.t('{0} of {1} criteria are {2}', count, of, state);
}

function atMost(
  view: IndexView,
  items: readonly Item[],
  measure: GateMeasure,
  limit: GateLimit,
  known: ReadonlySet<string>,
): ConditionVerdict {
  const condition = `max ${measure}: ${formatLimit(limit)}`;
  const counted = items.filter((item) => has(view, item, measure) && !isKnown(itemDebt(measure, item), known));
  const over = limit.percent ? counted.length * 100 > limit.value * items.length : counted.length > limit.value;
  const state = measure === 'unproven' ? l10n.t('unproven') : statusName(measure);
  const why = countedAs(counted.length, items.length, state);
  return {
    condition,
    decision: over ? 'fails' : 'holds',
    why,
    obstacles: over ? counted.map((item) => obstacle(view, item, measure)) : [],
  };
}

function atLeast(
  view: IndexView,
  items: readonly Item[],
  { limit, isAll }: { readonly limit: GateLimit; readonly isAll: boolean },
  known: ReadonlySet<string>,
): ConditionVerdict {
  const open = items.filter((item) => view.coverage(item.key).status !== 'met');
  const fresh = open.filter((item) => !OPEN.some((status) => has(view, item, status) && isKnown(itemDebt(status, item), known)));
  const met = items.length - open.length;
  const all = met + fresh.length;
  const under = limit.percent ? met * 100 < limit.value * all : met < Math.min(limit.value, all);
  // Where documents are missing, all that is left may be met. What a branch touches may well be less.
  if (!under && !limit.percent && isAll && items.length < limit.value)
    return {
      condition: `min met: ${formatLimit(limit)}`,
      decision: 'undecided',
      why: l10n.t('there are fewer criteria to judge than that, {0}; a share is written as {1}', amount(items.length), '80%'),
      obstacles: [],
    };
  return {
    condition: `min met: ${formatLimit(limit)}`,
    decision: under ? 'fails' : 'holds',
    why: countedAs(met, all, statusName('met')),
    obstacles: under ? fresh.map((item) => obstacle(view, item, 'met')) : [],
  };
}

function without(view: IndexView, code: FindingCode, scope: GateScope, known: ReadonlySet<string>): ConditionVerdict {
  const found = view
    .allFindings()
    .filter((finding) => finding.code === code && scope.hasFinding(finding) && !isKnown(findingDebt(finding), known));
  return {
    condition: `forbid ${code}`,
    decision: found.length ? 'fails' : 'holds',
    why: thereAre(found.length),
    obstacles: found.map((finding): Obstacle => {
      const item = finding.item === undefined ? undefined : view.item(finding.item);
      return {
        ...(item && { item }),
        finding,
        path: finding.path,
        range: finding.range,
        message: localised(finding.message),
        mend: mendFinding(finding),
      };
    }),
  };
}

function thereAre(number: number): string {
  if (number === 0) return l10n.t('there is none');
  return number === 1 ? l10n.t('there is 1') : l10n.t('there are {0}', number);
}

function obstacle(view: IndexView, item: Item, measure: GateMeasure | 'met'): Obstacle {
  return { item, path: item.path, range: item.facts.nameRange, ...advice(measure, view, item) };
}
