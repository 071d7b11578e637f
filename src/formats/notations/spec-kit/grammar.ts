import { withHyphen } from '../../ids/shortForm.ts';
import type { FoundId } from '../../items/itemGrammar.ts';

/**
 * The ids of spec-kit and how they are written, each part of it here and nowhere else. Ids have a prefix and a number with a hyphen between;
 * authors add letters (`FR-005b`), areas (`NFR-PERF-01`) and the number of the feature (`FR-050-001`).
 */

/** Prefixes that the templates write (`templates/spec-template.md`); of these the hyphen may be left out, `FR001`. */
const OWN = 'NFR|FR|SC|EC';
const NUMBER = String.raw`\d{1,9}(?:\.\d{1,9}){0,5}[A-Za-z]?(?:-\d{1,9}[a-z]?)?`;
const ID = String.raw`(?:[A-Z][A-Z0-9]{0,19}(?:-[A-Z][A-Z0-9]{0,19}){0,4}-${NUMBER}|(?<!#)(?:${OWN})\d{1,3}[a-z]?)`;
/** What may not be before an id. */
const BEFORE = String.raw`(?<![\p{L}\p{N}_-])`;
/** What may not follow one; a hyphen may where another id follows, as in `FR-001-FR-003`. */
const AFTER = String.raw`(?![\p{L}\p{N}_]|\.\d|-(?!${ID})[\p{L}\p{N}])`;

/** How user stories are called in the ten languages in which most specifications are written, before their number. */
const STORY_WORDS = [
  'USER STORY|[Uu]ser[ -]?[Ss]tor(?:y|ies)',
  '用户故事|用戶故事|使用者故事',
  '[Bb]enutzergeschichte|[Nn]utzergeschichte|[Aa]nwendergeschichte',
  '[Hh]istorias? de [Uu]suario',
  '[Hh]istórias? d[eo] [Uu]suário',
  '(?:[Hh]istoire|[Rr]écit) utilisateur',
  'ユーザーストーリー|ユーザストーリー',
  '사용자 스토리',
  '[Пп]ользовательская история|[Ии]стория пользователя',
  '[Ss]toria utente',
].join('|');

/** `US1`, `US-1`, `User Story 1`. */
const STORY = String.raw`(?:US-?(?<story>\d{1,4}[a-z]?)|(?:${STORY_WORDS})[ \t]{0,3}[#№]?(?<labelled>\d{1,4}(?:\.\d{1,3})?[a-z]?))`;
/** The number of an acceptance scenario behind its story: `US1.2`, `US1-2`, `US1/AC2`, `US-1 AS-2`, `US1 scenario 2`. */
const SCENARIO_WORD = String.raw`(?:A[CS][-_ ]?|(?:[Aa]cceptance )?(?:[Ss]cenarios?|[Cc]riteri(?:on|a)) #?)`;
const SCENARIO = String.raw`(?:\.(?<dotted>\d{1,3})|(?<=US\d{1,4}[a-z]?)-(?<hyphened>\d{1,2})|[ \t]?[/,:(–-]?[ \t]?${SCENARIO_WORD}(?<scenario>\d{1,3}(?:\.\d{1,3})?))`;

const ID_HERE = new RegExp(`${ID}${AFTER}`, 'uy');
const STORY_HERE = new RegExp(
  String.raw`(?:US-?(?<id>\d{1,9}(?:\.\d{1,3})?[a-z]?(?:-\d{1,9})?)|(?:${STORY_WORDS}|[Ss]tory)[ \t]{0,3}[#№]?(?<label>\d{1,9}(?:\.\d{1,3})?[a-z]?))${AFTER}`,
  'uy',
);
/** Behind a scenario another number may follow, as in `US1/AC1-3`. */
const AFTER_SCENARIO = String.raw`(?![\p{L}\p{N}_]|\.\d|-(?!${ID}|(?:A[CS])?\d{1,2}(?![\p{L}\p{N}]))[\p{L}\p{N}])`;
/** A story whose scenario cannot be read is not the whole story. */
const NO_SCENARIO = String.raw`(?![ \t]?[/,:(–-]?[ \t]?${SCENARIO_WORD}\d)`;
const REFERENCE = `(?:${STORY}(?:${SCENARIO}${AFTER_SCENARIO}|${NO_SCENARIO}${AFTER})|(?<id>${ID})${AFTER})`;
/** In a list a hyphen may be before one, `FR-001-FR-003`. */
const REFERENCE_HERE = new RegExp(`(?<![\\p{L}\\p{N}_]|(?<!\\d)-)${REFERENCE}`, 'uy');
const REFERENCES = new RegExp(`${BEFORE}${REFERENCE}`, 'gu');
const CRITERION_HERE = new RegExp(`${SCENARIO_WORD}(?<number>\\d{1,3}(?:\\.\\d{1,3})?)${AFTER}`, 'uy');

/** The id that stands exactly at an offset, in its normal form: `FR001` is `FR-001`. Words for a story are none. */
export function idAt(text: string, offset: number): FoundId | undefined {
  ID_HERE.lastIndex = offset;
  const written = ID_HERE.exec(text)?.[0];
  return written === undefined ? undefined : { id: normalId(written), end: offset + written.length };
}

/** The story that a heading names at an offset: `User Story 1` and `US1` are `US-1`. */
export function storyAt(text: string, offset: number): FoundId | undefined {
  STORY_HERE.lastIndex = offset;
  const match = STORY_HERE.exec(text);
  const number = match?.groups?.['id'] ?? match?.groups?.['label'];
  return number === undefined ? undefined : { id: `US-${number}`, end: STORY_HERE.lastIndex };
}

/** The number of a criterion that a text names at an offset without its story: 2 for `AC2`, `AS-2`, `scenario 2`. */
export function criterionAt(text: string, offset: number): { readonly number: string; readonly end: number } | undefined {
  CRITERION_HERE.lastIndex = offset;
  const number = CRITERION_HERE.exec(text)?.groups?.['number'];
  return number === undefined ? undefined : { number, end: CRITERION_HERE.lastIndex };
}

/** `FR-001` for `FR001`; any other text stays as it is. */
export const normalId = withHyphen(`${OWN}|US`);

/** `US-1` for `US-001`, by which tasks name it (`[US1]`); undefined where nothing is to be left out. */
export function shortStory(id: string): string | undefined {
  const number = /^US-0+(?<number>[1-9]\w*)$/u.exec(id)?.groups?.['number'];
  return number === undefined ? undefined : `US-${number}`;
}

/** True for a whole text that is an id. */
export function isId(text: string): boolean {
  return idAt(text, 0)?.end === text.length;
}

const OWN_PREFIX = new RegExp(`^(?:${OWN}|US)-`, 'u');

/** True for ids of prefixes that the templates of spec-kit write, areas included: `NFR-PERF-01`. */
export function isOwn(id: string): boolean {
  return OWN_PREFIX.test(id);
}

/** What a reference says, and from where to where in the text. */
export interface FoundReference {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly criterion?: string;
  /** Story and number of `US1-3`, which is the third scenario, or the first three stories. */
  readonly hyphened?: readonly [story: number, number: number];
}

/** The reference that stands exactly at an offset: `FR-001`, `US1`, `US-1.2`, `User Story 1`. */
export function referenceAt(text: string, offset: number): FoundReference | undefined {
  REFERENCE_HERE.lastIndex = offset;
  const match = REFERENCE_HERE.exec(text);
  return match ? found(match) : undefined;
}

/** All of them, each alone. */
export function* referencesIn(text: string): Generator<FoundReference> {
  for (const match of text.matchAll(REFERENCES)) yield found(match);
}

function found(match: RegExpExecArray): FoundReference {
  const { story, labelled, dotted, hyphened, scenario, id } = match.groups ?? {};
  const place = { start: match.index, end: match.index + match[0].length };
  if (id !== undefined) return { ...place, id: normalId(id) };
  const stem = `US-${story ?? labelled ?? ''}`;
  if (dotted !== undefined) return { ...place, id: `${stem}.${dotted}` };
  if (hyphened !== undefined)
    return { ...place, id: `${stem}.${hyphened}`, hyphened: [Number.parseInt(story ?? '', 10), Number(hyphened)] };
  return { ...place, id: stem, ...(scenario !== undefined && { criterion: `AC${scenario}` }) };
}

/** True for an id that names a scenario by its position, `US-1.2`; a story that was put in between can have such a one as well. */
export function isPosition(id: string): boolean {
  return /^US-\d+[a-z]?\.\d+$/u.test(id);
}

const WRITTEN_STORY = new RegExp(`^${STORY}`, 'u');
const WRITTEN_NUMBER = /\d{1,3}(?:\.\d{1,3})?$/u;

/** From where to where the id and the number of the criterion are in the text of a reference: of `US1/AC2` and `US1.2` up to 3, and from the number. */
export function partsOf(text: string, hasCriterion: boolean): { readonly idEnd: number; readonly criterion?: readonly [number, number] } {
  if (!hasCriterion) return { idEnd: text.length };
  const number = WRITTEN_NUMBER.exec(text);
  const idEnd = WRITTEN_STORY.exec(text)?.[0].length ?? 0;
  return { idEnd, ...(number && { criterion: [number.index, text.length] as const }) };
}
