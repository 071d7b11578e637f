import { say } from '../../model/message.ts';
import type { YamlValue } from '../carriers/yaml/yamlValue.ts';

/**
 * Reads `notations`: `auto` for every notation but those that are read on request only, the names of those that are to be read, and names with a hyphen
 * before them of those that are not, `[auto, -openspec]`.
 *
 * @param names of all notations there are.
 */
export function readNotations(value: YamlValue, names: readonly string[]): readonly string[] {
  if (value.isText) return value.word(['auto']) ? ['auto'] : [];
  const known = ['auto', ...names, ...names.map((name) => `-${name}`)];
  const chosen = value.listOf((entry) => entry.word(known));
  return chosen.length > 0 ? chosen : (value.fail(say('must name at least one notation, or be auto')) ?? []);
}
