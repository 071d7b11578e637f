import type { ReqifCondition, ReqifRule } from '../../model/configuration.ts';
import { say } from '../../model/message.ts';
import { present } from '../carriers/yaml/yamlValue.ts';
import type { YamlValue } from '../carriers/yaml/yamlValue.ts';

const FIELDS = ['files', 'id', 'title', 'text', 'heading', 'information', 'prefix', 'relations'] as const;
const SENSES = ['covers', 'covered', 'other'] as const;

/**
 * Reads `reqif: [{ files: customer/*.reqif, id: [Object Number], heading: { attribute: Type, values: [Heading] } }]`.
 *
 * @param readGlob reads a glob and reports what is wrong with it.
 */
export function readReqifRules(value: YamlValue, readGlob: (value: YamlValue) => string | undefined): readonly ReqifRule[] {
  return value.listOf((entry): ReqifRule | undefined => {
    const fields = entry.fields(FIELDS);
    const glob = fields.get('files');
    const files = glob ? readGlob(glob) : entry.fail(say('needs files, such as {0}', 'customer/*.reqif'));
    const names = (key: 'id' | 'title' | 'text'): Partial<ReqifRule> => {
      const list = present(fields.get(key));
      return list ? { [key]: list.listOf((name) => name.string()) } : {};
    };
    const condition = (key: 'heading' | 'information'): Partial<ReqifRule> => {
      const given = present(fields.get(key));
      const read = given && readCondition(given);
      return read ? { [key]: read } : {};
    };
    const prefix = present(fields.get('prefix'))?.string();
    const relations = present(fields.get('relations'));
    if (files === undefined) return undefined;
    return {
      files,
      ...names('id'),
      ...names('title'),
      ...names('text'),
      ...condition('heading'),
      ...condition('information'),
      ...(prefix !== undefined && { prefix }),
      ...(relations && {
        relations: Object.fromEntries(
          relations.entries().flatMap(({ key, value: sense }) => {
            const word = sense.word(SENSES);
            return word ? [[key, word] as const] : [];
          }),
        ),
      }),
    };
  });
}

function readCondition(value: YamlValue): ReqifCondition | undefined {
  const fields = value.fields(['attribute', 'values']);
  const attribute = fields.get('attribute')?.string();
  const values = present(fields.get('values'))?.listOf((word) => word.string());
  if (attribute === undefined || !values)
    return value.fail(say('needs an attribute and values, such as {0}', '{ attribute: Type, values: [Heading] }'));
  return { attribute, values };
}
