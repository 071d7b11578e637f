import { ID, TYPE, TYPES } from './grammar.ts';

/** What a line is by its words alone. */
export type Line =
  | { readonly kind: 'id'; readonly groups: Partial<Record<string, string>>; readonly start: number }
  | { readonly kind: 'title'; readonly text: string; readonly start: number }
  | { readonly kind: 'underline' | 'empty' | 'text' }
  | { readonly kind: 'status'; readonly value: string }
  /** `Needs: impl, utest` and its like, or without a value where a list follows. */
  | { readonly kind: 'needs' | 'tags'; readonly value: string | undefined }
  | { readonly kind: 'covers' | 'depends' | 'prose' }
  /** A keyword with something behind it that cannot be read. */
  | { readonly kind: 'unread'; readonly keyword: string }
  | {
      readonly kind: 'forward';
      readonly type: string;
      readonly types: string;
      readonly groups: Partial<Record<string, string>>;
      readonly start: number;
    };

const ID_LINE = new RegExp(`^\`?${ID}`, 'u');
const TITLE = /^(?<marks>#{1,9}\s*)(?<text>.*)$/u;
const UNDERLINE = /^(?:={3,}|-{3,})\s*$/u;
const RST_UNDERLINE = /^[-=`:.'"~^_*+#<>]{3,}\s*$/u;
const STATUS = /^Status:\s*(?<value>approved|proposed|draft|rejected)\s*$/u;
const WORDS = String.raw`\s*(?<value>\w+\s*(?:,\s*\w+\s*)*)`;
const NEEDS = new RegExp(String.raw`^Needs:(?:${WORDS}|\s*)$`, 'u');
const TAGS = new RegExp(String.raw`^Tags:(?:${WORDS}|\s*)$`, 'u');
const LIST = /^(?<keyword>Covers|Depends):\s*$/u;
const PROSE = /^(?:Description|Rationale|Comment):\s*$/u;
const UNREAD = /^(?<keyword>Status|Needs|Tags|Covers|Depends):\s*\S/u;
const FORWARD = new RegExp(String.raw`(?<![A-Za-z])(?<above>${TYPE})\s{0,9}-->\s{0,9}(?<types>${TYPES})\s{0,9}:\s{0,9}${ID}`, 'u');

/** Says what a line is. `next` is the one below it, by which a title is one that is underlined. */
export function lineOf(text: string, next: string | undefined, isRst: boolean): Line {
  const id = ID_LINE.exec(text);
  if (id) return { kind: 'id', groups: id.groups ?? {}, start: text.startsWith('`') ? 1 : 0 };
  const underline = isRst ? RST_UNDERLINE : UNDERLINE;
  if (underline.test(text)) return { kind: 'underline' };
  const title = isRst ? undefined : TITLE.exec(text)?.groups;
  if (title) return { kind: 'title', text: title['text'] ?? '', start: (title['marks'] ?? '').length };
  if (/^\s*$/u.test(text)) return { kind: 'empty' };
  if (next !== undefined && underline.test(next)) return { kind: 'title', text, start: 0 };
  return keywordOf(text) ?? forwardOf(text) ?? { kind: 'text' };
}

function keywordOf(text: string): Line | undefined {
  if (!/^[SNTCDR]/u.test(text)) return undefined;
  const status = STATUS.exec(text)?.groups?.['value'];
  if (status !== undefined) return { kind: 'status', value: status };
  const needs = NEEDS.exec(text);
  if (needs) return { kind: 'needs', value: needs.groups?.['value'] };
  const tags = TAGS.exec(text);
  if (tags) return { kind: 'tags', value: tags.groups?.['value'] };
  const list = LIST.exec(text)?.groups?.['keyword'];
  if (list !== undefined) return { kind: list === 'Covers' ? 'covers' : 'depends' };
  if (PROSE.test(text)) return { kind: 'prose' };
  const keyword = UNREAD.exec(text)?.groups?.['keyword'];
  return keyword === undefined ? undefined : { kind: 'unread', keyword };
}

function forwardOf(text: string): Line | undefined {
  if (!text.includes('-->')) return undefined;
  const match = FORWARD.exec(text);
  const { above = '', types = '', ...groups } = match?.groups ?? {};
  if (!match) return undefined;
  return { kind: 'forward', type: above, types, groups, start: match.index };
}

const BULLET = /^\s{0,3}[+*-](?=\s|\S)/u;
const IDS = new RegExp(ID, 'gu');

/** The id that a bullet of a list of references names, the last of its line, and where it stands. */
export function bulletId(
  text: string,
): { readonly groups: Partial<Record<string, string>>; readonly start: number; readonly end: number } | undefined {
  if (!BULLET.test(text) || !text.includes('~')) return undefined;
  const match = Array.from(text.matchAll(IDS)).at(-1);
  return match && { groups: match.groups ?? {}, start: match.index, end: match.index + match[0].length };
}

/** The last word of a bullet, as a list of artifact types has one each: `impl` of `* impl`. */
export function bulletWord(text: string): string | undefined {
  if (!BULLET.test(text)) return undefined;
  return /(?<word>[A-Za-z]{1,40})[^A-Za-z]*$/u.exec(text.slice(0, 300))?.groups?.['word'];
}

/** What a bullet says, `boiling water` of `* boiling water`. */
export function bulletText(text: string): string | undefined {
  return BULLET.test(text) ? text.replace(BULLET, '').trim() : undefined;
}
