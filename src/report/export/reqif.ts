import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { IndexView } from '../../index/view.ts';
import { addTo } from '../../text/grouping.ts';
import { xmlElement, xmlText } from '../writing/xml.ts';
import { exportedItems } from './exported.ts';
import type { Exported } from './exported.ts';

/** Nobody knows when an item changed last but git, and only where it is asked for each; the same for all, so that two exports are equal. */
const TIME = '1970-01-01T00:00:00Z';
const CHANGE = `LAST-CHANGE="${TIME}"`;
const OWN = [
  'ReqIF.ForeignID',
  'ReqIF.Name',
  'ReqTrace.Key',
  'ReqTrace.Status',
  'ReqTrace.Needs',
  'ReqTrace.Implements',
  'ReqTrace.Verifies',
] as const;
const TEXT = 'ReqIF.Text';
/** Attributes of this name have a meaning in ReqIF that nobody gave them here. */
const RESERVED = /^Req(?:IF|Trace)\./iu;
/** How ReqTrace itself says that an object of ReqIF is a heading. */
const HEADING = (item: Exported): boolean => item.attributes.some(({ name, value }) => name === 'object' && value === 'heading');

type Type = 'Requirement' | 'Criterion' | 'Heading';
const TYPES: readonly Type[] = ['Requirement', 'Criterion', 'Heading'];

/** Everything as one file of ReqIF 1.0: a specification for each namespace, criteria below their requirement, what covers what as relations. */
export function renderReqif(view: IndexView, name: string): string {
  const items = exportedItems(view);
  const names = [...new Set(items.flatMap(({ attributes }) => attributes.map((attribute) => attribute.name)))].filter(
    (each) => !RESERVED.test(each) && each.trim() !== '',
  );
  const known = new Map(items.map((item) => [item.key, item]));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<REQ-IF xmlns="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    '<THE-HEADER>',
    `<REQ-IF-HEADER IDENTIFIER="${identifier('header')}"><CREATION-TIME>${TIME}</CREATION-TIME><REQ-IF-TOOL-ID>ReqTrace</REQ-IF-TOOL-ID><REQ-IF-VERSION>1.0</REQ-IF-VERSION><SOURCE-TOOL-ID>ReqTrace</SOURCE-TOOL-ID>${xmlElement('TITLE', name) || '<TITLE/>'}</REQ-IF-HEADER>`,
    '</THE-HEADER>',
    '<CORE-CONTENT>',
    '<REQ-IF-CONTENT>',
    '<DATATYPES>',
    `<DATATYPE-DEFINITION-STRING IDENTIFIER="${identifier('string')}" ${CHANGE} LONG-NAME="String" MAX-LENGTH="2147483647"/>`,
    `<DATATYPE-DEFINITION-XHTML IDENTIFIER="${identifier('xhtml')}" ${CHANGE} LONG-NAME="XHTML"/>`,
    '</DATATYPES>',
    '<SPEC-TYPES>',
    ...TYPES.flatMap((type) => typeLines(type, names)),
    `<SPEC-RELATION-TYPE IDENTIFIER="${identifier('relation covers')}" ${CHANGE} LONG-NAME="covers"/>`,
    `<SPECIFICATION-TYPE IDENTIFIER="${identifier('specification')}" ${CHANGE} LONG-NAME="Specification"/>`,
    '</SPEC-TYPES>',
    ...list(
      'SPEC-OBJECTS',
      items.map((item) => objectText(item, names)),
    ),
    ...list(
      'SPEC-RELATIONS',
      items.flatMap(({ key, covers }) => covers.filter((target) => known.has(target)).map((target) => relationText(key, target))),
    ),
    ...list('SPECIFICATIONS', specifications(items)),
    '</REQ-IF-CONTENT>',
    '</CORE-CONTENT>',
    '</REQ-IF>',
  ];
  return `${lines.join('\n')}\n`;
}

/** The same for the same thing in each export: `_` and the beginning of a hash, which no name of XML forbids. */
function identifier(of: string): string {
  return `_${bytesToHex(sha256(utf8ToBytes(`reqtrace ${of}`))).slice(0, 32)}`;
}

/** Lists without anything in them are left out, as the schema asks. */
function list(tag: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : [`<${tag}>`, ...entries, `</${tag}>`];
}

function typeOf(item: Exported): Type {
  if (item.parent !== undefined) return 'Criterion';
  return HEADING(item) ? 'Heading' : 'Requirement';
}

function typeLines(type: Type, names: readonly string[]): readonly string[] {
  const definition = (name: string, kind: 'STRING' | 'XHTML'): string =>
    `<ATTRIBUTE-DEFINITION-${kind} IDENTIFIER="${identifier(`${type} ${name}`)}" ${CHANGE} LONG-NAME="${xmlText(name)}"><TYPE><DATATYPE-DEFINITION-${kind}-REF>${identifier(kind.toLowerCase())}</DATATYPE-DEFINITION-${kind}-REF></TYPE></ATTRIBUTE-DEFINITION-${kind}>`;
  return [
    `<SPEC-OBJECT-TYPE IDENTIFIER="${identifier(`type ${type}`)}" ${CHANGE} LONG-NAME="${type}">`,
    '<SPEC-ATTRIBUTES>',
    ...[...OWN, ...names].map((name) => definition(name, 'STRING')),
    definition(TEXT, 'XHTML'),
    '</SPEC-ATTRIBUTES>',
    '</SPEC-OBJECT-TYPE>',
  ];
}

function objectText(item: Exported, names: readonly string[]): string {
  const type = typeOf(item);
  const places = (kind: 'implements' | 'verifies'): string =>
    item.links.flatMap((link) => (link.kind === kind ? [link.place] : [])).join('; ');
  const values: readonly (readonly [name: string, value: string])[] = [
    ['ReqIF.ForeignID', item.id],
    ['ReqIF.Name', item.title],
    ['ReqTrace.Key', item.key],
    ['ReqTrace.Status', item.status],
    ['ReqTrace.Needs', item.needs.join(', ')],
    ['ReqTrace.Implements', places('implements')],
    ['ReqTrace.Verifies', places('verifies')],
    ...names.map(
      (name) =>
        [
          name,
          item.attributes
            .filter((each) => each.name === name)
            .map(({ value }) => value)
            .join('; '),
        ] as const,
    ),
  ];
  const body = item.text === '' ? '' : valueText('XHTML', identifier(`${type} ${TEXT}`), item.text);
  const strings = values
    .filter(([, value]) => value !== '')
    .map(([name, value]) => valueText('STRING', identifier(`${type} ${name}`), value));
  return `<SPEC-OBJECT IDENTIFIER="${identifier(`item ${item.key}`)}" ${CHANGE} LONG-NAME="${xmlText(item.title || item.id)}"><VALUES>${strings.join('')}${body}</VALUES><TYPE><SPEC-OBJECT-TYPE-REF>${identifier(`type ${type}`)}</SPEC-OBJECT-TYPE-REF></TYPE></SPEC-OBJECT>`;
}

function valueText(kind: 'STRING' | 'XHTML', definition: string, value: string): string {
  const tag = `ATTRIBUTE-VALUE-${kind}`;
  const reference = `<DEFINITION><ATTRIBUTE-DEFINITION-${kind}-REF>${definition}</ATTRIBUTE-DEFINITION-${kind}-REF></DEFINITION>`;
  return kind === 'STRING'
    ? `<${tag} THE-VALUE="${xmlText(value)}">${reference}</${tag}>`
    : `<${tag}>${reference}<THE-VALUE><xhtml:div>${xmlText(value)}</xhtml:div></THE-VALUE></${tag}>`;
}

function relationText(source: string, target: string): string {
  return `<SPEC-RELATION IDENTIFIER="${identifier(`covers ${source} ${target}`)}" ${CHANGE}><TARGET><SPEC-OBJECT-REF>${identifier(`item ${target}`)}</SPEC-OBJECT-REF></TARGET><SOURCE><SPEC-OBJECT-REF>${identifier(`item ${source}`)}</SPEC-OBJECT-REF></SOURCE><TYPE><SPEC-RELATION-TYPE-REF>${identifier('relation covers')}</SPEC-RELATION-TYPE-REF></TYPE></SPEC-RELATION>`;
}

function specifications(items: readonly Exported[]): readonly string[] {
  const criteria = new Map<string, Exported[]>();
  const namespaces = new Map<string, Exported[]>();
  for (const item of items) {
    if (item.parent === undefined) addTo(namespaces, item.namespace, item);
    else addTo(criteria, item.parent, item);
  }
  const entry = (item: Exported): string => {
    const below = (criteria.get(item.key) ?? []).map(entry).join('');
    const children = below === '' ? '' : `<CHILDREN>${below}</CHILDREN>`;
    return `<SPEC-HIERARCHY IDENTIFIER="${identifier(`place ${item.key}`)}" ${CHANGE}><OBJECT><SPEC-OBJECT-REF>${identifier(`item ${item.key}`)}</SPEC-OBJECT-REF></OBJECT>${children}</SPEC-HIERARCHY>`;
  };
  return Array.from(
    namespaces,
    ([namespace, inside]) =>
      `<SPECIFICATION IDENTIFIER="${identifier(`specification ${namespace}`)}" ${CHANGE} LONG-NAME="${xmlText(namespace)}"><TYPE><SPECIFICATION-TYPE-REF>${identifier('specification')}</SPECIFICATION-TYPE-REF></TYPE><CHILDREN>\n${inside.map(entry).join('\n')}\n</CHILDREN></SPECIFICATION>`,
  );
}
