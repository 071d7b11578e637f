import type { Configuration, NeedRule } from '../../model/configuration.ts';
import { BUILT_IN_KINDS, declaredKind, neededKinds } from '../../model/linkKind.ts';
import type { LinkKind, LinkKindRecord } from '../../model/linkKind.ts';
import { say } from '../../model/message.ts';
import { readConditions } from './conditions.ts';
import { present } from '../carriers/yaml/yamlValue.ts';
import type { YamlValue } from '../carriers/yaml/yamlValue.ts';

/** A name that can be in a list of needs: `unit`, `load-test`. */
const NAME = /^[a-z][a-z0-9-]{0,39}$/u;

/** Words that mean something else in a list of needs. */
const TAKEN: ReadonlySet<string> = new Set(['and', 'none', 'nothing', 'implementation', 'code', 'verification', 'test']);

/**
 * Reads `kinds: [{ name: security, is: verifies, tests: [test/security/**] }]`: kinds of link that a project declares, behind those that are
 * built in. Of two globs that match a test, that of the later kind counts. `results: false` says that these tests do not leave results.
 *
 * @param readGlobs reads a list of globs and reports what is wrong with them.
 */
export function readKinds(value: YamlValue, readGlobs: (value: YamlValue) => readonly string[]): readonly LinkKindRecord[] {
  const names = new Set(BUILT_IN_KINDS.map(({ name }) => name));
  const declared = value.listOf((entry): LinkKindRecord | undefined => {
    const fields = entry.fields(['name', 'is', 'tests', 'results']);
    const named = fields.get('name');
    const name = named ? named.string() : entry.fail(say('needs a name, such as security'));
    const is = fields.get('is')?.word(['verifies', 'implements']) ?? 'verifies';
    const tests = present(fields.get('tests'));
    const results = present(fields.get('results'))?.boolean() ?? true;
    if (name === undefined) return undefined;
    if (!NAME.test(name) || TAKEN.has(name))
      return named?.fail(say('must be a name of small letters, digits and hyphens, not "{0}"', name));
    if (names.has(name)) return named?.fail(say('is the name of another kind of link already: "{0}"', name));
    names.add(name);
    return declaredKind(name, is, tests ? readGlobs(tests) : [], results);
  });
  return [...BUILT_IN_KINDS, ...declared];
}

/** Reads a list of kinds that an item can need: `[implements, security]`. */
export function readLinkKinds(value: YamlValue, kinds: readonly LinkKindRecord[]): readonly LinkKind[] {
  return [...new Set(value.listOf((kind) => kind.word(neededKinds(kinds))))];
}

/**
 * Reads `needs`: a list of kinds, or of rules of which the first that fits an item counts,
 * `[{ prefix: ADR, kinds: [] }, { when: { Status: Draft }, kinds: [] }, { kinds: [implements, verifies] }]`.
 */
export function readNeeds(
  value: YamlValue,
  kinds: readonly LinkKindRecord[],
  fallback: Configuration['needs'],
): Pick<Configuration, 'needs' | 'needRules'> {
  const entries = value.list();
  if (entries.some(({ isMapping }) => isMapping))
    return { needs: fallback, needRules: entries.flatMap((rule) => readRule(rule, kinds) ?? []) };
  return { needs: [...new Set(entries.flatMap((kind) => kind.word(neededKinds(kinds)) ?? []))], needRules: [] };
}

function readRule(value: YamlValue, kinds: readonly LinkKindRecord[]): NeedRule | undefined {
  const fields = value.fields(['prefix', 'when', 'kinds']);
  const list = fields.get('kinds');
  const prefix = fields.get('prefix')?.string();
  const conditions = fields.get('when');
  const when = conditions && readConditions(conditions);
  if (!list) return value.fail(say('needs kinds, such as [verifies], or [] for nothing'));
  return { ...(prefix !== undefined && { prefix }), ...(when && { when }), kinds: readLinkKinds(list, kinds) };
}
