import type { Reference } from '../../../model/facts.ts';
import { rangeAt } from '../../../model/position.ts';
import type { InlineText } from '../../carriers/markdown/inline.ts';
import { spanOver } from '../../carriers/markdown/inline.ts';
import { readList } from '../../references/list.ts';
import type { ListMember } from '../../references/list.ts';
import { criterionAt, referenceAt, referencesIn } from './grammar.ts';

/** A reference as it stands in a text. */
interface Named extends ListMember {
  readonly id: string;
  readonly criterion?: string;
  /** True where its story or prefix stands before it: `AC2` in `US1/AC1, AC2`, `002` in `FR-001/002`. */
  readonly composed?: true;
}

/** A reference with what stands around it. */
export interface Placed {
  readonly reference: Reference;
  /** True within brackets, `[US1]`, `(FR-001)`, `[Clarity, Spec §FR-001]`. */
  readonly bracketed: boolean;
}

const START = String.raw`(?<![\p{L}\p{N}_/.-])`;
const WORD = '(?:[Ss]pecs?|kitty-specs|[Ff]eatures?)';
const FOLDER = String.raw`(?:${WORD}[ /#-]{1,2})?${'`'}?(?<folder>(?:\d{3}|\d{8}-\d{6})-[\p{L}\p{N}_.-]{1,80})`;
const NUMBER = String.raw`${WORD}[ /#-]{1,2}${'`'}?(?<number>\d{3})`;
/** A number without a word before it is one of a feature where it has a zero in front, or a word behind. */
const ALONE = String.raw`(?<alone>0\d{2}|\d{3}(?= [Ss]pec\b))(?: [Ss]pec)?(?=[ '’#])`;
const BEHIND = String.raw`(?:\/spec(?:\.md)?)?[${'`'})\]]{0,2}(?:['’]s?)?[ \t]{0,2}[,:§#/–-]?[ \t]{0,2}[(§]?$`;
/** The folder of a feature or its number, as prose names another one before an id: `002-toaster`, `specs/002`, `Spec 002`, `002 spec`. */
const OTHER_FEATURE = new RegExp(`${START}(?:${FOLDER}|${NUMBER}|${ALONE})${BEHIND}`, 'u');
/** No name of a feature reaches further back. */
const WINDOW = 130;

/** All references of a text, those of lists and ranges included. */
export function* placedReferences(inline: InlineText): Generator<Placed> {
  const { plain } = inline;
  let behind = 0;
  let last: { readonly end: number; readonly document: string } | undefined;
  for (const found of referencesIn(plain)) {
    if (found.start < behind) continue;
    const { members, end } = readList<Named>(plain, found.start, plain.length, LIST);
    behind = Math.max(end, found.end);
    const before = plain.slice(Math.max(0, found.start - WINDOW), found.start);
    const other = OTHER_FEATURE.exec(before)?.groups ?? {};
    const named = other['folder'] ?? other['number'] ?? other['alone'];
    const folder = named ?? (last && isNext(plain.slice(last.end, found.start)) ? last.document : undefined);
    if (folder !== undefined) last = { end: behind, document: folder };
    const bracketed = isBracketed(plain, found.start);
    for (const member of members.length > 0 ? members : [found]) {
      const reference = referenceOf(inline, member, folder, 'between' in member && member.between);
      if (reference) yield { reference, bracketed };
    }
  }
}

/** True for what may stand between two ids of the other feature: `specs/002 FR-001 and FR-002`. */
function isNext(text: string): boolean {
  return /^[\s,;&+()/–-]*(?:and\s+)?$/u.test(text);
}

/** True within round or square brackets that open and close around the place, on its line. */
function isBracketed(text: string, at: number): boolean {
  const open = Math.max(text.lastIndexOf('[', at), text.lastIndexOf('(', at));
  if (open < 0 || text.slice(open, at).includes('\n')) return false;
  const inner = text.slice(open + 1, at);
  return !/[\])]/u.test(inner);
}

function referenceOf(
  inline: InlineText,
  { start, end, id, criterion, composed }: Named,
  document: string | undefined,
  between: boolean,
): Reference | undefined {
  // A reference that is cut by markup is not written letter by letter, and so cannot be written anew; it still refers.
  const range = inline.rangeOf(start, end);
  if (range.start.line !== range.end.line) return undefined;
  if (spanOver(inline.links, start)?.target?.startsWith('http')) return undefined;
  const width = range.end.character - range.start.character;
  return {
    text: inline.plain.slice(start, end),
    range: width > 0 ? range : rangeAt(range.start.line, range.start.character, range.start.character),
    ...(document !== undefined && { document }),
    id,
    ...(criterion !== undefined && { criterion }),
    notation: 'spec-kit',
    ...(composed && { composed }),
    ...(between && { between }),
  };
}

const SHORT_NUMBER = /\d{1,9}[a-z]?(?![\p{L}\p{N}_]|\.\d|-\p{L})/uy;
/** What ends in digits, and how many. */
const ENDS = /^(?<stem>.*?)(?<digits>\d+)(?<letter>[a-z]?)$/u;

const LIST = {
  at(text: string, offset: number, _end: number, previous: Named | undefined): Named | undefined {
    const whole = referenceAt(text, offset);
    if (whole) return whole;
    if (!previous) return undefined;
    const criterion = criterionAt(text, offset);
    if (criterion && previous.id.startsWith('US-'))
      return { start: offset, end: criterion.end, id: previous.id, criterion: `AC${criterion.number}`, composed: true };
    return shortened(text, offset, previous);
  },
  between(first: Named, last: Named, place: ListMember): readonly Named[] | undefined {
    const key = (named: Named): string => (named.criterion === undefined ? named.id : `${named.id}/${named.criterion}`);
    const [from, to] = [ENDS.exec(key(first))?.groups, ENDS.exec(key(last))?.groups];
    if (!from || !to || from['stem'] !== to['stem'] || from['letter'] !== '' || to['letter'] !== '') return undefined;
    const [low, high] = [Number(from['digits']), Number(to['digits'])];
    if (!(low < high) || high - low > MOST_BETWEEN) return undefined;
    const width = from['digits']?.length ?? 0;
    return Array.from({ length: high - low - 1 }, (_one, at) => {
      const name = `${from['stem']}${String(low + 1 + at).padStart(width, '0')}`;
      const [id = '', criterion] = name.split('/');
      return { ...place, id, ...(criterion !== undefined && { criterion }), composed: true };
    });
  },
};

/** A range over more is no list of requirements. */
const MOST_BETWEEN = 500;

/** `002` behind `FR-001/`, of as many digits; `AC2` and `2` behind `US1/AC1-`; `2` behind `User Stories 1 and `. */
function shortened(text: string, offset: number, previous: Named): Named | undefined {
  SHORT_NUMBER.lastIndex = offset;
  const number = SHORT_NUMBER.exec(text)?.[0];
  if (number === undefined) return undefined;
  const end = offset + number.length;
  const sign = text.slice(previous.end, offset);
  const written = text.slice(previous.start, previous.end);
  if (previous.criterion !== undefined) {
    if (!/^[-–/]$/u.test(sign) || number.length > 2) return undefined;
    return { start: offset, end, id: previous.id, criterion: `AC${number}`, composed: true };
  }
  const isCounted = /\p{L}{2,}[ \t]*\d+$/u.test(written) && !written.startsWith('US') && previous.id.startsWith('US-');
  if (isCounted) return number.length <= 2 && sign.trim() !== '' ? { start: offset, end, id: `US-${number}`, composed: true } : undefined;
  const digits = ENDS.exec(previous.id)?.groups;
  if (!digits || !/^\s?[/–]\s?$/u.test(sign) || digits['digits']?.length !== number.replace(/\D/gu, '').length) return undefined;
  return { start: offset, end, id: `${digits['stem']}${number}`, composed: true };
}
