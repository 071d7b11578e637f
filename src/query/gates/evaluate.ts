import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../index/view.ts';
import { fitOf } from '../../index/coverage/conditions.ts';
import type { FindingCode } from '../../model/finding.ts';
import { sayMany } from '../../model/message.ts';
import { asksForBase, BRANCH_MEASURES, formatConditions, formatLimit, GATE_MEASURES } from '../../model/gate.ts';
import type { BranchMeasure, Gate, GateLimit, GateMeasure } from '../../model/gate.ts';
import type { Item } from '../../model/item.ts';
import { isCounted } from '../../model/status.ts';
import { allUnits } from '../units.ts';
import { localised } from '../../text/words/localised.ts';
import { statusName } from '../../text/words/statusName.ts';
import { isInDispute } from '../diff/crosswise.ts';
import { LIST_NAMES } from '../diff/difference.ts';
import type { Difference, Entry } from '../diff/difference.ts';
import { findingDebt, itemDebt, KnownDebt } from './debt.ts';
import { branchNotes } from './branchNotes.ts';
import { debtNotes } from './debtNotes.ts';
import { doubter } from './doubter.ts';
import { amount } from './amount.ts';
import { advice, mendFinding } from './mend.ts';
import type { GateScope } from './scope.ts';
import { whyUncounted } from './uncounted.ts';
import type { ConditionVerdict, GateVerdict, Obstacle, VerdictGrounds } from './verdict.ts';
import { gravest } from './verdict.ts';

/** What a gate is held against. */
export interface GateQuestion {
  readonly name: string;
  readonly gate: Gate;
  readonly scope: GateScope;
  /** Entries of a file of known debt; these count neither for nor against it. */
  readonly known?: ReadonlySet<string>;
  /** What the branch did; absent where nothing is compared. */
  readonly difference?: Difference;
  /** Why nobody can tell what the branch did, so that no gate that asks for that can hold. */
  readonly doubt?: string | undefined;
  readonly grounds?: VerdictGrounds;
}

const NO_GROUNDS: VerdictGrounds = { rules: 'head', changedRules: [], notes: [] };

// @implements RT-5.2~f606e1
/** Judges a gate: a pure function, so that the editor can run it on unsaved texts. */
export function evaluateGate(view: IndexView, question: GateQuestion): GateVerdict {
  const { name, gate, scope, known = new Set(), difference, grounds = NO_GROUNDS } = question;
  const items = countedItems(view, question);
  const doubt = doubter(view, items, whyFewer(view, question));
  const others = keysOfOtherTexts(difference);
  const debt = new KnownDebt(view, known, (key) => others.has(key));
  const limits = GATE_MEASURES.flatMap((measure) => {
    const limit = gate.max[measure];
    return limit ? [doubt(atMost(view, items, measure, limit, debt), measure)] : [];
  });
  const losses = BRANCH_MEASURES.flatMap((measure) => {
    const limit = gate.max[measure];
    return limit ? [atMostInBranch(difference, measure, limit)] : [];
  });
  const met = gate.min.met ? [doubt(atLeast(view, items, { limit: gate.min.met, isAll: gate.scope === 'all' }, debt), 'met')] : [];
  const forbidden = gate.forbid.map((code) => unlessUnsure(doubt(without(view, code, scope, debt), code), code, { gate, scope }));
  const why = asksForBase(gate) ? (question.doubt ?? difference?.doubts[0]) : undefined;
  const conditions = [...limits, ...losses, ...met, ...forbidden].map((condition) =>
    why !== undefined && (condition.decision === 'holds' || isDisputed(condition, question, losses.includes(condition)))
      ? { ...condition, decision: 'undecided' as const, why }
      : condition,
  );
  return {
    gate: name,
    scope: gate.scope,
    decision: gravest(conditions.map(({ decision }) => decision)),
    ...grounds,
    notes: [
      ...(gate.when ? [l10n.t('only criteria with {0} count', formatConditions(gate.when))] : []),
      ...grounds.notes,
      ...branchNotes(difference),
      ...debtNotes(debt, [...conditionsOf(gate), ...gate.forbid]),
    ],
    conditions,
  };
}

// @implements RT-5.2/AC8
/** Why criteria that the gate is about may be missing: those of the branch, or all that it has attributes for. */
function whyFewer(view: IndexView, { gate: { when, scope: which }, scope }: GateQuestion): string | undefined {
  const uncounted = which === 'changed' ? whyUncounted(view, scope) : undefined;
  if (uncounted !== undefined || when === undefined) return uncounted;
  const fits = allUnits(view).some((item) => isCounted(view.coverage(item.key).status) && fitOf(item, when) !== 'no');
  return fits ? undefined : l10n.t('no criterion that counts has {0}', formatConditions(when));
}

/** Items that a branch wrote or reworded, or that have come to be in the place of another. */
function keysOfOtherTexts(difference: Difference | undefined): ReadonlySet<string> {
  const entries = difference ? LIST_NAMES.flatMap((name) => difference.lists[name]) : [];
  const others = entries.filter(({ was, words, renumberedFrom }) => was === undefined || words || renumberedFrom !== undefined);
  return new Set(others.map(({ item }) => item.key));
}

/** True where all that stands in the way may be none of the branch's doing. */
function isDisputed(
  { obstacles, decision }: ConditionVerdict,
  { gate, difference, scope }: Pick<GateQuestion, 'gate' | 'difference' | 'scope'>,
  isOfBranch = false,
): boolean {
  // Whatever stands in the way of a gate over everything does so wherever the branch parted.
  if (difference?.disputed === 'all') return decision === 'fails' && (isOfBranch || gate.scope === 'changed');
  return (
    obstacles.length > 0 &&
    obstacles.every(
      ({ item, finding }) => (item && difference && isInDispute(difference, item.key)) || (finding && scope.unsure?.disputed.has(finding)),
    )
  );
}

/** Undecided where the commits at which the branch parted do not agree on what there is of these findings. */
function unlessUnsure(
  condition: ConditionVerdict,
  code: FindingCode,
  { gate, scope }: Pick<GateQuestion, 'gate' | 'scope'>,
): ConditionVerdict {
  const { unsure } = scope;
  if (!unsure || !(condition.decision === 'holds' ? unsure.missing.has(code) : isDisputed(condition, { gate, scope }))) return condition;
  return { ...condition, decision: 'undecided', why: unsure.why };
}

/** Everything that stands in the way of a gate now, for a file of known debt. */
export function debtOf(view: IndexView, { gate, scope }: Pick<GateQuestion, 'gate' | 'scope'>): string[] {
  const items = countedItems(view, { gate, scope });
  const findings = view.allFindings().filter((finding) => gate.forbid.includes(finding.code) && scope.hasFinding(finding));
  return conditionsOf(gate)
    .flatMap((measure) => items.filter((item) => has(view, item, measure)).map((item) => itemDebt(view, measure, item)))
    .concat(findings.map(findingDebt));
}

/** Why nobody knows all that stands in the way of a gate, since something was not read or never ran; undefined where all is known. */
export function doubtOfDebt(view: IndexView, { gate, scope }: Pick<GateQuestion, 'gate' | 'scope'>): string | undefined {
  const doubt = doubter(view, countedItems(view, { gate, scope }));
  const subjects = [...GATE_MEASURES.filter((measure) => gate.max[measure]), ...(gate.min.met ? (['met'] as const) : []), ...gate.forbid];
  return subjects
    .map((subject) => doubt({ condition: '', decision: 'holds', why: '', obstacles: [] }, subject))
    .find(({ decision }) => decision === 'undecided')?.why;
}

/** Statuses that are not met, for which a gate asks together with `min: { met: … }`. */
const OPEN: readonly GateMeasure[] = ['unmet', 'partial', 'failing', 'stale'];

/** What a criterion can be that stands in the way of a gate. */
function conditionsOf(gate: Gate): readonly GateMeasure[] {
  return [...new Set([...GATE_MEASURES.filter((measure) => gate.max[measure]), ...(gate.min.met ? OPEN : [])])];
}

/** Criteria of the scope that are neither waived nor exempt, and that have or may have the attributes that the gate asks for. */
function countedItems(view: IndexView, { gate: { when }, scope }: Pick<GateQuestion, 'gate' | 'scope'>): Item[] {
  return allUnits(view).filter(
    (item) => scope.hasItem(item) && isCounted(view.coverage(item.key).status) && (when === undefined || fitOf(item, when) !== 'no'),
  );
}

function has(view: IndexView, item: Item, measure: GateMeasure): boolean {
  const { status, proof, outdated } = view.coverage(item.key);
  // What passed before the code was what it is shows nothing of it.
  return measure === 'unproven' ? proof === 'unproven' || (proof === 'proven' && outdated) : status === measure;
}

/** `1 of 4 criteria is unmet`; of one alone `the only criterion is unmet`. */
function countedAs(count: number, of: number, state: string): string {
  if (count === 1 && of === 1) return l10n.t('the only criterion is {0}', state);
  return localised(sayMany('{0} of {1} criteria is {2}', '{0} of {1} criteria are {2}', count, of, state));
}

function atMost(view: IndexView, items: readonly Item[], measure: GateMeasure, limit: GateLimit, debt: KnownDebt): ConditionVerdict {
  const condition = `max ${measure}: ${formatLimit(limit)}`;
  const all = items.filter((item) => has(view, item, measure));
  const known = debt.knownOf(measure, all);
  const counted = all.filter((item) => !known.has(item));
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

/** Holds what a branch took back of what was asked for against a limit. */
function atMostInBranch(difference: Difference | undefined, measure: BranchMeasure, limit: GateLimit): ConditionVerdict {
  const condition = `max ${measure}: ${formatLimit(limit)}`;
  if (!difference) return { condition, decision: 'undecided', why: l10n.t('there is nothing to compare with: name a base'), obstacles: [] };
  const entries =
    measure === 'removed' ? difference.lists.removed.filter(({ was }) => was !== undefined && isCounted(was)) : difference.lists.waived;
  const over = entries.length > limit.value;
  return {
    condition,
    decision: over ? 'fails' : 'holds',
    why: thereAre(entries.length),
    obstacles: over ? entries.map((entry) => loss(measure, entry)) : [],
  };
}

function loss(measure: BranchMeasure, { item, reason }: Entry): Obstacle {
  return {
    item,
    path: item.path,
    range: item.facts.nameRange,
    message: reason,
    mend:
      measure === 'removed'
        ? l10n.t('take it back into the documents, or have the base drop it first')
        : l10n.t('meet it, or have the base accept the gap first'),
  };
}

function atLeast(
  view: IndexView,
  items: readonly Item[],
  { limit, isAll }: { readonly limit: GateLimit; readonly isAll: boolean },
  debt: KnownDebt,
): ConditionVerdict {
  const open = items.filter((item) => view.coverage(item.key).status !== 'met');
  const known = new Set(
    OPEN.flatMap((status) => [
      ...debt.knownOf(
        status,
        open.filter((item) => has(view, item, status)),
      ),
    ]),
  );
  const fresh = open.filter((item) => !known.has(item));
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

function without(view: IndexView, code: FindingCode, scope: GateScope, debt: KnownDebt): ConditionVerdict {
  const found = view.allFindings().filter((finding) => finding.code === code && scope.hasFinding(finding) && !debt.knows(finding));
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
  return localised(sayMany('there is {0}', 'there are {0}', number));
}

function obstacle(view: IndexView, item: Item, measure: GateMeasure | 'met'): Obstacle {
  return { item, path: item.path, range: item.facts.nameRange, ...advice(measure, view, item) };
}
