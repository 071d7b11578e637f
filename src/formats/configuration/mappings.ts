import type { MappingRule, ReqifCondition, ReqifRule, SheetRule } from '../../model/configuration.ts';
import { say } from '../../model/message.ts';
import { present } from '../carriers/yaml/yamlValue.ts';
import type { YamlValue } from '../carriers/yaml/yamlValue.ts';

const FIELDS = ['files', 'id', 'title', 'text', 'heading', 'information', 'prefix'] as const;
const SENSES = ['covers', 'covered', 'other'] as const;

type Fields = ReadonlyMap<string, YamlValue>;
type ReadGlob = (value: YamlValue) => string | undefined;

/**
 * Reads `reqif: [{ files: customer/*.reqif, id: [Object Number], heading: { attribute: Type, values: [Heading] } }]`.
 *
 * @param readGlob reads a glob and reports what is wrong with it.
 */
export function readReqifRules(value: YamlValue, readGlob: ReadGlob): readonly ReqifRule[] {
  return value.listOf((entry): ReqifRule | undefined => {
    const fields = entry.fields([...FIELDS, 'relations']);
    const mapping = readMapping(entry, fields, readGlob, 'customer/*.reqif');
    const relations = present(fields.get('relations'));
    if (!mapping || !relations) return mapping;
    const senses = relations.entries().flatMap(({ key, value: sense }) => {
      const word = sense.word(SENSES);
      return word ? [[key, word] as const] : [];
    });
    return { ...mapping, relations: Object.fromEntries(senses) };
  });
}

/**
 * Reads `sheets: [{ files: customer/*.xlsx, sheets: [Requirements], id: [Req. no.], covers: [Parent] }]`.
 *
 * @param readGlob reads a glob and reports what is wrong with it.
 */
export function readSheetRules(value: YamlValue, readGlob: ReadGlob): readonly SheetRule[] {
  return value.listOf((entry): SheetRule | undefined => {
    const fields = entry.fields([...FIELDS, 'sheets', 'covers']);
    const mapping = readMapping(entry, fields, readGlob, 'customer/*.xlsx');
    return mapping && { ...mapping, ...names(fields, 'sheets'), ...names(fields, 'covers') };
  });
}

function readMapping(entry: YamlValue, fields: Fields, readGlob: ReadGlob, example: string): MappingRule | undefined {
  const glob = fields.get('files');
  const files = glob ? readGlob(glob) : entry.fail(say('needs files, such as {0}', example));
  const condition = (key: 'heading' | 'information'): Partial<MappingRule> => {
    const given = present(fields.get(key));
    const read = given && readCondition(given);
    return read ? { [key]: read } : {};
  };
  const prefix = present(fields.get('prefix'))?.string();
  const columns = { ...names(fields, 'id'), ...names(fields, 'title'), ...names(fields, 'text') };
  const conditions = { ...condition('heading'), ...condition('information') };
  return files === undefined ? undefined : { files, ...columns, ...conditions, ...(prefix !== undefined && { prefix }) };
}

type Columns = Partial<Pick<SheetRule, 'id' | 'title' | 'text' | 'sheets' | 'covers'>>;

function names(fields: Fields, key: keyof Columns): Columns {
  const list = present(fields.get(key));
  return list ? { [key]: list.listOf((name) => name.string()) } : {};
}

function readCondition(value: YamlValue): ReqifCondition | undefined {
  const fields = value.fields(['attribute', 'values']);
  const attribute = fields.get('attribute')?.string();
  const values = present(fields.get('values'))?.listOf((word) => word.string());
  if (attribute === undefined || !values)
    return value.fail(say('needs an attribute and values, such as {0}', '{ attribute: Type, values: [Heading] }'));
  return { attribute, values };
}
