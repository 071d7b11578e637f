import type { Configuration } from '../../model/configuration.ts';
import { FINDING_CODES } from '../../model/finding.ts';
import { BRANCH_MEASURES, GATE_MEASURES } from '../../model/gate.ts';
import type { Gate, GateLimit } from '../../model/gate.ts';
import { say } from '../../model/message.ts';
import { present } from '../carriers/yaml/yamlValue.ts';
import { readConditions } from './conditions.ts';
import type { YamlValue } from '../carriers/yaml/yamlValue.ts';

const PERCENT = /^(\d{1,3}(?:\.\d{1,3})?)\s*%$/u;

/**
 * Reads `gates:`: names with their conditions.
 *
 * @param severity of the same file: a finding that is switched off cannot be forbidden.
 */
export function readGates(value: YamlValue, severity: Configuration['severity']): Readonly<Record<string, Gate>> {
  return Object.fromEntries(
    value.entries().flatMap(({ key, keyRange, value: conditions }) => {
      if (key.trim() === '') value.fail(say('must not have a gate without a name'), keyRange);
      const gate = readGate(conditions, severity);
      return gate ? [[key, gate]] : [];
    }),
  );
}

function readGate(value: YamlValue, severity: Configuration['severity']): Gate | undefined {
  const fields = value.fields(['scope', 'rules', 'when', 'max', 'min', 'forbid']);
  const scope = fields.get('scope')?.word(['all', 'changed']) ?? 'all';
  const rules = fields.get('rules')?.word(['base', 'head']) ?? 'base';
  const when = present(fields.get('when'));
  const conditions = ['max', 'min', 'forbid'].map((key) => present(fields.get(key as 'max')));
  const max = readLimits(fields.get('max'), [...GATE_MEASURES, ...BRANCH_MEASURES]);
  const min = readLimits(fields.get('min'), ['met']);
  const forbid =
    present(fields.get('forbid'))?.listOf((code) => {
      const known = code.word(FINDING_CODES);
      return known && severity[known] === 'off' ? code.fail(say('cannot forbid {0}, which "severity" switches off', known)) : known;
    }) ?? [];
  // Nothing would stand in the way of a gate that asks for nothing.
  if (conditions.every((condition) => condition?.isEmpty !== false))
    return value.fail(say('needs a condition: max, min or forbid, such as max: { unmet: 0 }'));
  return { scope, ...(rules === 'head' && { rules }), ...(when && { when: readConditions(when) }), max, min, forbid };
}

function readLimits<Measure extends string>(
  value: YamlValue | undefined,
  measures: readonly Measure[],
): Readonly<Partial<Record<Measure, GateLimit>>> {
  const limits: Partial<Record<Measure, GateLimit>> = {};
  for (const [measure, limit] of present(value)?.fields(measures) ?? []) {
    const read = readLimit(limit);
    // Nobody knows of what it would be a share.
    if (read?.percent && BRANCH_MEASURES.some((each) => each === measure)) limit.fail(say('must be a whole number from 0 up, not a share'));
    else if (read) limits[measure] = read;
  }
  return limits;
}

function readLimit(value: YamlValue): GateLimit | undefined {
  if (value.isText) {
    const text = value.string() ?? '';
    const percent = Number(PERCENT.exec(text.trim())?.[1] ?? Number.NaN);
    return percent <= 100
      ? { value: percent, percent: true }
      : value.fail(say('must be a number such as 0 or a share such as 80%, not "{0}"', text));
  }
  const number = value.number();
  if (number === undefined) return undefined;
  return Number.isInteger(number) && number >= 0
    ? { value: number, percent: false }
    : value.fail(say('must be a whole number from 0 up, or a share such as 80%, not {0}', number));
}
