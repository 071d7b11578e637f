import type { ComparedEnd, Decision, GateVerdict } from '../../query/gates/verdict.ts';
import { gravest } from '../../query/gates/verdict.ts';
import type { FilePath } from '../../model/position.ts';
import { lineOf } from '../../model/position.ts';
import type { JsonRuleChange } from '../diff/json.ts';
import { jsonRule } from '../diff/json.ts';
import { SCHEMA_VERSION, toJson } from '../writing/json.ts';
import { asAdvice } from './asAdvice.ts';

/** The verdict on a gate for other programs. Lines start at 1. */
export interface JsonGate {
  readonly schemaVersion: number;
  readonly gate: string;
  readonly scope: 'all' | 'changed';
  readonly decision: Decision;
  /** What is compared; null where nothing is. */
  readonly base: JsonComparedEnd | null;
  readonly head: JsonComparedEnd | null;
  /** Whose rules it was judged by, and what the branch changed of them. */
  readonly rules: GateVerdict['rules'];
  readonly changedRules: readonly JsonRuleChange[];
  readonly notes: readonly string[];
  readonly conditions: readonly JsonCondition[];
}

/** The verdicts on several gates; each as one alone has it. */
export interface JsonGates {
  readonly schemaVersion: number;
  readonly decision: Decision;
  readonly gates: readonly JsonGate[];
}

interface JsonComparedEnd {
  readonly name: string;
  readonly commit: string | null;
}

interface JsonCondition {
  readonly condition: string;
  readonly decision: Decision;
  readonly why: string;
  readonly obstacles: readonly {
    readonly id: string | null;
    readonly key: string | null;
    readonly code: string | null;
    readonly file: FilePath;
    readonly line: number;
    readonly message: string;
    readonly mend: string;
  }[];
}

/** The verdict as data, for the report and for the editor. */
function jsonGate({ gate, scope, decision, base, head, rules, changedRules, notes, conditions }: GateVerdict): JsonGate {
  return {
    schemaVersion: SCHEMA_VERSION,
    gate,
    scope,
    decision,
    base: jsonEnd(base),
    head: jsonEnd(head),
    rules,
    changedRules: changedRules.map(jsonRule),
    notes,
    conditions: conditions.map(({ condition, decision: each, why, obstacles }) => ({
      condition,
      decision: each,
      why,
      obstacles: obstacles.map(({ item, finding, path, range, message, mend }) => ({
        id: item?.id ?? null,
        key: item?.key ?? null,
        code: finding?.code ?? null,
        file: path,
        line: lineOf(range),
        message,
        mend: asAdvice(mend),
      })),
    })),
  };
}

/** One verdict as it is, several in a list. */
export function renderGateJson(verdicts: readonly GateVerdict[]): string {
  const [only, second] = verdicts;
  if (only && !second) return toJson(jsonGate(only));
  const gates: JsonGates = {
    schemaVersion: SCHEMA_VERSION,
    decision: gravest(verdicts.map(({ decision }) => decision)),
    gates: verdicts.map(jsonGate),
  };
  return toJson(gates);
}

function jsonEnd(end: ComparedEnd | undefined): JsonComparedEnd | null {
  return end ? { name: end.name, commit: end.commit ?? null } : null;
}
