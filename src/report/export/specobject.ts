import type { IndexView } from '../../index/view.ts';
import { addTo } from '../../text/grouping.ts';
import { xmlElement, xmlText } from '../writing/xml.ts';
import { exportedItems, namesOf } from './exported.ts';
import type { Exported } from './exported.ts';

/** The artifact type of what has none. */
const USUAL = 'req';
const CRITERION = 'criterion';
/** What asks for the kinds that everybody has. */
const NEEDS: Readonly<Record<string, string>> = { implements: 'impl', verifies: 'utest' };

/** Items as specification objects of ReqM2, which OpenFastTrace imports; a criterion covers its requirement. */
export function renderSpecobjects(view: IndexView): string {
  const items = exportedItems(view);
  const byKey = new Map(items.map((item) => [item.key, item]));
  const names = namesOf(items, legal);
  const below = new Map<string, string[]>();
  for (const item of items) for (const upper of uppersOf(item)) addTo(below, upper, typeOf(item));
  const byType = new Map<string, Exported[]>();
  for (const item of items) addTo(byType, typeOf(item), item);
  const lines = Array.from(byType).flatMap(([type, inside]) => [
    `<specobjects doctype="${xmlText(type)}">`,
    ...inside.flatMap((item) => objectLines(item, { names, byKey, below: below.get(item.key) ?? [] })),
    '</specobjects>',
  ]);
  return `${['<?xml version="1.0" encoding="UTF-8"?>', '<specdocument>', ...lines, '</specdocument>'].join('\n')}\n`;
}

interface Known {
  readonly names: ReadonlyMap<string, string>;
  readonly byKey: ReadonlyMap<string, Exported>;
  /** Types of what covers it, which OpenFastTrace takes only where they are asked for. */
  readonly below: readonly string[];
}

function objectLines(item: Exported, { names, byKey, below }: Known): readonly string[] {
  const covers = uppersOf(item).flatMap((key) => byKey.get(key) ?? []);
  const own = item.status === 'exempt' || below.includes(CRITERION) ? [] : item.needs.map((need) => NEEDS[need] ?? need);
  const needs = [...new Set([...own, ...below])];
  return [
    '<specobject>',
    xmlElement('id', names.get(item.key) ?? ''),
    xmlElement('shortdesc', item.title),
    '<status>approved</status>',
    xmlElement('version', revisionOf(item)),
    xmlElement('sourcefile', item.file),
    xmlElement('sourceline', String(item.line)),
    xmlElement('description', item.text),
    needs.length === 0 ? '' : `<needscoverage>${needs.map((need) => xmlElement('needsobj', need)).join('')}</needscoverage>`,
    covers.length === 0
      ? ''
      : `<providescoverage>${covers
          .map(
            (upper) =>
              `<provcov>${xmlElement('linksto', `${typeOf(upper)}:${names.get(upper.key) ?? ''}`)}${xmlElement('dstversion', revisionOf(upper))}</provcov>`,
          )
          .join('')}</providescoverage>`,
    '</specobject>',
  ].filter((line) => line !== '');
}

/** What an item covers, a criterion its requirement. */
function uppersOf({ parent, covers }: Exported): readonly string[] {
  return parent === undefined ? covers : [parent];
}

function typeOf({ kind, parent }: Exported): string {
  if (kind === 'implements') return 'impl';
  return parent === undefined ? (kind ?? USUAL) : CRITERION;
}

/** A number; a pin is none. */
function revisionOf({ revision }: Exported): string {
  return revision !== undefined && /^\d{1,9}$/u.test(revision) ? revision : '1';
}

/** What may be in a name: `REQ-1.AC2`; the type is not part of it. */
function legal(text: string): string {
  const name = text
    .replace(/^[A-Za-z]+~(?=.)/u, '')
    .replaceAll(/[/#]/gu, '.')
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '_')
    .replaceAll(/\.{2,}|\.$/gu, '_');
  return /^\p{L}/u.test(name) ? name : `x${name}`;
}
