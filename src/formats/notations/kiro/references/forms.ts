import type { ListGrammar, ListMember } from '../../../references/list.ts';
import { readNumbers } from './lists.ts';
import type { Named } from './lists.ts';
import { REQUIREMENT, VALIDATES } from '../words.ts';

/**
 * How a list of requirements is led: `labelled` by `Requirements:`, `validated` by `Validates: Requirements`, or only `named` as in
 * `see Requirement 1.2`.
 */
export type FormKind = 'labelled' | 'validated' | 'named';

/** A place of a text that speaks of requirements by their numbers. */
export interface Form extends ListMember {
  readonly kind: FormKind;
  /** True where nothing but signs is before it on its line. */
  readonly leads: boolean;
  readonly members: readonly (Named & { readonly between?: true })[];
  /** `All`, which stands for every requirement of the spec. */
  readonly all?: ListMember;
  /** What cannot be read of it: from where to where. */
  readonly fault?: ListMember;
  /** True for a label with words in place of numbers: `Requirements: basics of everything`. */
  readonly unread?: true;
}

const SIGNS = String.raw`[*_\u0060"']{0,3}`;
const BLANK = String.raw`[^\S\n]{0,8}`;
const WORD = `(?:${REQUIREMENT}|Reqs?\\.?)`;
const PARTICIPLE = String.raw`(?:[^\S\n]+(?:validated|verified|covered|tested|addressed|implemented|satisfied))?`;

/** What leads a list; a bare `1.2` counts behind nothing else. */
const LABEL = new RegExp(
  String.raw`(?<![\p{L}\p{N}]|[\p{L}\p{N}]_)(?:(?<validates>${VALIDATES})${SIGNS}${BLANK}[:：]?${BLANK}${SIGNS}${BLANK})?(?:(?<derived>Derived[^\S\n]+)?(?<word>${WORD})${PARTICIPLE}${SIGNS}${BLANK}(?<colon>[:：])?|(?<=[:：]${BLANK}${SIGNS}${BLANK}))${SIGNS}${BLANK}`,
  'giu',
);
/** A label may stand for all requirements, `All`, `All requirements`, or point at one, `All from Requirement 3`. */
const ALL =
  /(?<all>all|alle|todos|todas|tous|toutes|全部|所有|すべて)(?![\p{L}\p{N}])(?:\s+(?:of\s+)?(?:the\s+)?(?:requirements|above)(?![\p{L}\p{N}]))?/iuy;
const ALL_FROM = /\s+(?:from|of|in)\s+(?=Requirements?\s+\d)/iuy;
/** What shows that numbers are not numbers of requirements: `Requirements: 4 GB`, `Requirements: 3.8 or later`. */
const QUANTITY = /^(?:\+|\s*(?:or\s+(?:later|newer|higher|more|above)|and\s+(?:up|above)|[GMk]B\b|ms\b|%))/iu;
/** Nothing but signs, numerals of a list, and the name of the feature, before a form on its line. */
const LEADS = /^[^\p{L}\p{N}(（]*(?:\d{1,3}[.)]\s+)?(?:Feature\s?:\s?[\p{L}\p{N}._/-]{1,100},\s?)?[^\p{L}\p{N}(（]*$/iu;

/** Behind what heads a line: `Requirement 1.2: …`, or nothing. */
const ENDS = /^[*_]{0,3}\s{0,3}(?:[:：–—-]|$|\n)/u;

/** Every place of a text that speaks of requirements, in order. `formsIn('Requirements: 1.1, 2.3', grammar)` is one with two members. */
export function formsIn(text: string, grammar: ListGrammar<Named>): readonly Form[] {
  const forms: Form[] = [];
  LABEL.lastIndex = 0;
  for (const match of text.matchAll(LABEL)) {
    if (match[0] === '' || match.index < (forms.at(-1)?.end ?? 0)) continue;
    const form = formAt(text, match, grammar);
    if (form) forms.push(form);
  }
  return forms;
}

function formAt(text: string, match: RegExpExecArray | RegExpMatchArray, grammar: ListGrammar<Named>): Form | undefined {
  const { validates, word, colon, derived } = match.groups ?? {};
  if (word === undefined && validates === undefined) return undefined;
  const start = match.index ?? 0;
  const from = start + match[0].length;
  const plain: FormKind = colon === undefined ? 'named' : 'labelled';
  const kind: FormKind = validates === undefined ? plain : 'validated';
  const leads = isLead(text, start);
  const base = { kind, leads, start, hasWord: word !== undefined, isDerived: derived !== undefined };
  const all = kind === 'named' ? undefined : at(ALL, text, from);
  if (!all) return listed(base, text, from, grammar);
  const next = from + all[0].length;
  const behind = at(ALL_FROM, text, next);
  if (behind) return listed(base, text, next + behind[0].length, grammar);
  // `All frontend requirements` are not all.
  if (/^[^\S\n]+\p{L}/u.test(text.slice(next, next + 20))) return { kind, leads, start, end: next, members: [], unread: true };
  return { kind, leads, start, end: next, members: [], all: { start: from, end: from + (all.groups?.['all'] ?? '').length } };
}

interface Lead extends Pick<Form, 'kind' | 'leads' | 'start'> {
  /** False for `Validates: 1.2`, behind which only the numbers of criteria count. */
  readonly hasWord: boolean;
  /** `Derived Requirements 1.1` counts on its own. */
  readonly isDerived: boolean;
}

function listed(
  { kind, leads, start, hasWord, isDerived }: Lead,
  text: string,
  from: number,
  grammar: ListGrammar<Named>,
): Form | undefined {
  const { members, end, fault } = readNumbers(text, from, text.length, grammar);
  const last = members.at(-1);
  if (!last) return kind === 'labelled' && hasWord ? { kind, leads, start, end: from, members, unread: true } : undefined;
  const rest = text.slice(end, end + 20);
  // A number with a word behind it counts something.
  const isCount = QUANTITY.test(rest) || (kind === 'labelled' && last.criterion === undefined && /^[^\S\n]+\p{Ll}/u.test(rest));
  if (isCount || (!hasWord && members.some(({ criterion }) => criterion === undefined))) return undefined;
  const isAlone = kind !== 'named' || begins(text, start) || ENDS.test(rest);
  const own = isDerived ? members.map((member) => ({ ...member, id: member.id.replace(/^REQ-/u, 'DR-') })) : members;
  return { kind, leads: leads && isAlone, start, end, members: own, ...(fault && { fault: { start: last.start, end: fault.end } }) };
}

/** Nothing that leads a line is longer than this. */
const LONGEST_LEAD = 200;

function isLead(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST_LEAD - 1), offset);
  const lead = before.slice(before.lastIndexOf('\n') + 1);
  return lead.length <= LONGEST_LEAD && LEADS.test(lead);
}

/** True where the line of an offset does not go on with a sentence of the line before it. */
function begins(text: string, offset: number): boolean {
  const nearby = text.slice(Math.max(0, offset - 500), offset);
  const before = nearby.slice(0, nearby.lastIndexOf('\n') + 1);
  return before.trim() === '' || /(?:[.:;!?)\]*_=#-]|\n)[^\S\n]*\n$/u.test(before);
}

function at(expression: RegExp, text: string, offset: number): RegExpExecArray | null {
  expression.lastIndex = offset;
  return expression.exec(text);
}
