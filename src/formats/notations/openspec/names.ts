import { collapse } from '../../../text/lines.ts';
import { readInline, spanAt } from '../../carriers/markdown/inline.ts';
import type { InlineText } from '../../carriers/markdown/inline.ts';
import { createSlugs } from '../../carriers/markdown/slugs.ts';
import type { FormatContext } from '../../notation/context.ts';

/** What a heading calls a requirement or a scenario. */
export interface Name {
  readonly inline: InlineText;
  /** Where the name is in the plain text of the heading, without id and label. */
  readonly start: number;
  readonly end: number;
  /** Without markup, white space collapsed; what two changes mean by the same requirement. */
  readonly text: string;
  /** An id that somebody gave it, and where; `apart` where brackets, a colon or the like tell it from the first word of the name. */
  readonly id?: { readonly text: string; readonly start: number; readonly end: number; readonly apart: boolean };
}

const REQUIREMENT = /^Requirement:\s*/iu;
/** OpenSpec takes off `Scenario:` alone; the others are those that people write as well. */
const SCENARIO = /^Scenario(?: Outline| Template)?(?:\s+\d+(?:\.\d+)*)?\s*:\s*/iu;
const CLOSING_HASHES = /[ \t]+#+[ \t]*$/u;
const ID_LAST = /\s*\{#([^{}\s]{1,200})\}\s*$/u;
const SEPARATOR = /^\s*(?::|[-–—](?=\s|$))\s*/u;
/** A label of a criterion is not an id of its own. */
const CRITERION = /^AC-\d/u;

/** True for a heading that OpenSpec's deltas take for a requirement. */
export function isRequirementTitle(title: string): boolean {
  return REQUIREMENT.test(title) && title.replace(REQUIREMENT, '').trim() !== '';
}

/** True for the heading of a scenario, whatever its level. */
export function isScenarioTitle(title: string): boolean {
  return SCENARIO.test(title);
}

/** The name of a requirement: of `Requirement: AUTH-1: Log in ###` that is `Log in`, with the id AUTH-1. */
export function requirementName({ line, column, title }: Titled, ids: FormatContext['ids']): Name {
  const inline = inlineOf(line, column, title);
  const { plain } = inline;
  const from = REQUIREMENT.exec(plain)?.[0].length ?? 0;
  const text = collapse(plain.slice(from));
  const last = ID_LAST.exec(plain);
  const id = last?.[1];
  if (last && id !== undefined && ids.isId(id)) {
    const start = plain.indexOf(id, last.index);
    return { inline, start: from, end: last.index, text, id: { text: id, start, end: start + id.length, apart: true } };
  }
  return { inline, end: plain.length, text, ...leadOf(inline, from, ids) };
}

/** The name of a scenario: of `Scenario: Filled` that is `Filled`. Any heading below a requirement is one. */
export function scenarioName({ line, column, title }: Titled): Name {
  const inline = inlineOf(line, column, title);
  const { plain } = inline;
  const start = SCENARIO.exec(plain)?.[0].length ?? 0;
  return { inline, start, end: plain.length, text: collapse(plain.slice(start)) };
}

/** Gives names the anchors that headings of these names have, each another one: `Boil` is `boil`, then `boil-1`. */
export function nameSlugs(): (name: string) => string {
  const slugs = createSlugs();
  return (name) => slugs(name).replace(/^-+|-+$/gu, '');
}

/** The slug of a name that is not compared with others. */
export function slugOf(name: string): string {
  return nameSlugs()(name);
}

interface Titled {
  readonly line: number;
  readonly column: number;
  readonly title: string;
}

function inlineOf(line: number, column: number, title: string): InlineText {
  return readInline([{ line, column, text: title.replace(CLOSING_HASHES, '') }], new Set());
}

function leadOf(inline: InlineText, from: number, ids: FormatContext['ids']): Pick<Name, 'start' | 'id'> {
  const { plain } = inline;
  const opening = plain[from] === '[' ? 1 : 0;
  const start = from + opening;
  const text = ids.leadingId(plain.slice(start, start + 200));
  if (text === undefined || CRITERION.test(text)) return { start: from };
  const end = start + text.length;
  if (opening && plain[end] !== ']') return { start: from };
  const behind = end + opening;
  const separator = SEPARATOR.exec(plain.slice(behind))?.[0] ?? '';
  const marked = spanAt(inline.code, start)?.end === end || spanAt(inline.strong, start)?.end === end;
  const rest = plain.slice(behind + separator.length);
  const blank = /^\s*/u.exec(rest)?.[0].length ?? 0;
  // An id without a name is the name.
  if (rest.trim() === '') return { start: from, id: { text, start, end, apart: true } };
  if (separator === '' && opening === 0 && !marked && blank === 0) return { start: from };
  const apart = opening === 1 || separator !== '' || marked;
  return { start: behind + separator.length + blank, id: { text, start, end, apart } };
}
