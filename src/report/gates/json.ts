import type { Decision, GateVerdict } from '../../query/gates/verdict.ts';
import type { FilePath } from '../../model/position.ts';
import { lineOf } from '../../model/position.ts';
import { SCHEMA_VERSION, toJson } from '../writing/json.ts';
import { asAdvice } from './asAdvice.ts';

/** The verdict on a gate for other programs. Lines start at 1. */
export interface JsonGate {
  readonly schemaVersion: number;
  readonly gate: string;
  readonly scope: 'all' | 'changed';
  readonly decision: Decision;
  readonly conditions: readonly JsonCondition[];
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
function jsonGate({ gate, scope, decision, conditions }: GateVerdict): JsonGate {
  return {
    schemaVersion: SCHEMA_VERSION,
    gate,
    scope,
    decision,
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

export function renderGateJson(verdict: GateVerdict): string {
  return toJson(jsonGate(verdict));
}
