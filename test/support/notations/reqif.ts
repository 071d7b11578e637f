/** An attribute of an object: its name, its value, and where it is not a STRING its kind. */
export type AttributeSpec = readonly [name: string, value: string, kind?: 'XHTML' | 'STRING' | 'INTEGER' | 'BOOLEAN' | 'ENUMERATION'];

/** An object as a test means it. */
export interface ObjectSpec {
  readonly id: string;
  readonly type?: string;
  readonly name?: string;
  readonly attributes: readonly AttributeSpec[];
}

/** A file of ReqIF as a test means it. */
export interface ReqifSpec {
  readonly tool?: string;
  readonly objects: readonly ObjectSpec[];
  readonly relations?: readonly (readonly [source: string, name: string, target: string])[];
  /** Specifications with their prefix and the objects in them; one with all objects where it is absent. */
  readonly specifications?: readonly { readonly name: string; readonly prefix?: string; readonly objects: readonly string[] }[];
  /** Values that the definitions of the type `Object` give, by name. */
  readonly presets?: Readonly<Record<string, string>>;
}

/** A file of ReqIF, an element a line: `reqifFile({ objects: [{ id: '_1', attributes: [['ID', 'R-1'], ['Text', 'It boils', 'XHTML']] }] })`. */
export function reqifFile({ tool = 'Test', objects, relations = [], specifications, presets = {} }: ReqifSpec): string {
  const types = [...new Set(objects.map(({ type = 'Object' }) => type))];
  const homes = specifications ?? [{ name: 'S', objects: objects.map(({ id }) => id) }];
  const names = [...new Set(relations.map(([, name]) => name))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<REQ-IF xmlns="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd" xmlns:x="http://www.w3.org/1999/xhtml">',
    `<THE-HEADER><REQ-IF-HEADER><REQ-IF-TOOL-ID>${tool}</REQ-IF-TOOL-ID></REQ-IF-HEADER></THE-HEADER><CORE-CONTENT><REQ-IF-CONTENT>`,
    '<SPEC-TYPES>',
    ...types.map((type) => typeText(type, objects, presets)),
    ...names.map((name) => `<SPEC-RELATION-TYPE IDENTIFIER="t-${name}" LONG-NAME="${name}"/>`),
    '</SPEC-TYPES><SPEC-OBJECTS>',
    ...objects.map(objectText),
    '</SPEC-OBJECTS><SPEC-RELATIONS>',
    ...relations.map(
      ([source, name, target]) =>
        `<SPEC-RELATION><TARGET><SPEC-OBJECT-REF>${target}</SPEC-OBJECT-REF></TARGET><SOURCE><SPEC-OBJECT-REF>${source}</SPEC-OBJECT-REF></SOURCE><TYPE><SPEC-RELATION-TYPE-REF>t-${name}</SPEC-RELATION-TYPE-REF></TYPE></SPEC-RELATION>`,
    ),
    '</SPEC-RELATIONS><SPECIFICATIONS>',
    ...homes.map(
      ({ name, prefix, objects: inside }) =>
        `<SPECIFICATION IDENTIFIER="s-${name}" LONG-NAME="${name}">${prefix === undefined ? '' : `<VALUES>${valueText(['ReqIF.Prefix', prefix])}</VALUES>`}<CHILDREN>${inside
          .map((id) => `<SPEC-HIERARCHY><OBJECT><SPEC-OBJECT-REF>${id}</SPEC-OBJECT-REF></OBJECT></SPEC-HIERARCHY>`)
          .join('')}</CHILDREN></SPECIFICATION>`,
    ),
    '</SPECIFICATIONS></REQ-IF-CONTENT></CORE-CONTENT></REQ-IF>',
    '',
  ].join('\n');
}

function typeText(type: string, objects: readonly ObjectSpec[], presets: Readonly<Record<string, string>>): string {
  const own = objects.filter((object) => (object.type ?? 'Object') === type).flatMap(({ attributes }) => attributes);
  const kinds = new Map(own.map(([name, , kind = 'STRING']) => [name, kind]));
  for (const name of Object.keys(presets)) if (!kinds.has(name)) kinds.set(name, 'STRING');
  const definitions = [...kinds].map(([name, kind]) => {
    const preset = presets[name];
    const value = preset === undefined ? '' : `<DEFAULT-VALUE>${valueText([name, preset, kind])}</DEFAULT-VALUE>`;
    return `<ATTRIBUTE-DEFINITION-${kind} IDENTIFIER="${name}" LONG-NAME="${name}">${value}</ATTRIBUTE-DEFINITION-${kind}>`;
  });
  return `<SPEC-OBJECT-TYPE IDENTIFIER="t-${type}" LONG-NAME="${type}"><SPEC-ATTRIBUTES>${definitions.join('')}</SPEC-ATTRIBUTES></SPEC-OBJECT-TYPE>`;
}

function objectText({ id, type = 'Object', name, attributes }: ObjectSpec): string {
  const named = name === undefined ? '' : ` LONG-NAME="${name}"`;
  return `<SPEC-OBJECT IDENTIFIER="${id}"${named}><VALUES>${attributes.map(valueText).join('')}</VALUES><TYPE><SPEC-OBJECT-TYPE-REF>t-${type}</SPEC-OBJECT-TYPE-REF></TYPE></SPEC-OBJECT>`;
}

function valueText([name, value, kind = 'STRING']: AttributeSpec): string {
  const definition = `<DEFINITION><ATTRIBUTE-DEFINITION-${kind}-REF>${name}</ATTRIBUTE-DEFINITION-${kind}-REF></DEFINITION>`;
  const tag = `ATTRIBUTE-VALUE-${kind}`;
  if (kind === 'XHTML') return `<${tag}>${definition}<THE-VALUE><x:div>${value}</x:div></THE-VALUE></${tag}>`;
  if (kind === 'ENUMERATION') return `<${tag}>${definition}<VALUES><ENUM-VALUE-REF>${value}</ENUM-VALUE-REF></VALUES></${tag}>`;
  return `<${tag} THE-VALUE="${value}">${definition}</${tag}>`;
}
