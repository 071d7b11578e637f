/** Something that a list names, as offsets into its text. */
export interface ListMember {
  readonly start: number;
  readonly end: number;
}

/** What one notation writes in its lists. */
export interface ListGrammar<Member extends ListMember> {
  /**
   * The member that begins exactly at an offset.
   *
   * @param previous the member before it, whose parent one that is written short belongs to, as `AC2` in `REQ-1/AC1, AC2`.
   */
  at(text: string, offset: number, end: number, previous: Member | undefined): Member | undefined;
  /** Members strictly between the ends of a range; undefined for two that have no common parent, and so are no range. Their place is the sign between the ends. */
  between?(first: Member, last: Member, place: ListMember): readonly Member[] | undefined;
}

/** A list that has been read. */
export interface ReadList<Member extends ListMember> {
  /** In order; those between the ends of a range stand between them. */
  readonly members: readonly (Member & { readonly between?: true })[];
  /** Offset behind the last thing that was read. */
  readonly end: number;
  /** A separator with nothing readable behind it: `REQ-1, ` or `REQ-1 and boil`. */
  readonly open?: ListMember;
  /** `or` between two members, which says that not all of them are meant; or a range whose ends have no common parent. */
  readonly fault?: ListMember & { readonly kind: 'or' | 'range' };
}

/** `,`, `;`, `&`, `+`, `|`, `and`, `, and`; a blank or a slash alone stands directly between two ids. */
const SEPARATOR = /[^\S\n]*(?:[,;&+|][^\S\n]*(?:and\b[^\S\n]*)?|\band\b[^\S\n]*)|[^\S\n]*\/[^\S\n]*|[^\S\n]+/iuy;
/** `-`, `–`, `—`, `..`, `...`, `…`, `to`, `through`. */
const RANGE = /[^\S\n]*(?:\.{2,3}|[-\u2013\u2014\u2026])[^\S\n]*|[^\S\n]+(?:to|through)[^\S\n]+/iuy;
const OR = /[^\S\n]*,?[^\S\n]+or[^\S\n]+/iuy;
/** Separators that a writer puts only where more is to come. */
const EXPECTS_MORE = /[,;&+|]|and/iu;

/**
 * Reads a list of references as every notation writes them: `1.1, 2.3`, `A and B`, `A & B`, `A; B`, `A / B`, `A B`, and the ranges `1.1-1.4`, `AC1..AC3`,
 * `AC1 to AC3`. It ends at the first word that is none of these.
 *
 * @param end where it ends at the latest, as at the end of a line.
 */
export function readList<Member extends ListMember>(
  text: string,
  from: number,
  end: number,
  grammar: ListGrammar<Member>,
  before?: Member,
): ReadList<Member> {
  const members: (Member & { readonly between?: true })[] = [];
  const first = grammar.at(text, from, end, before);
  if (first === undefined || first.end > end) return { members, end: from };
  members.push(first);
  let previous: Member = first;
  for (;;) {
    const at = previous.end;
    const range = next(RANGE, text, at, end, grammar, previous);
    if (range) {
      const place = trimmed(text, at, range.start);
      const between = grammar.between?.(previous, range, place);
      if (between === undefined) return { members, end: at, fault: { kind: 'range', start: place.start, end: range.end } };
      members.push(...between.map((member) => ({ ...member, between: true as const })), range);
      previous = range;
      continue;
    }
    const other = next(OR, text, at, end, grammar, previous);
    if (other) return { members, end: at, fault: { kind: 'or', start: trimmed(text, at, other.start).start, end: other.end } };
    const member = next(SEPARATOR, text, at, end, grammar, previous);
    if (member === undefined) {
      const sign = lengthOf(SEPARATOR, text, at, end);
      const isOpen = sign > 0 && EXPECTS_MORE.test(text.slice(at, at + sign));
      return { members, end: at, ...(isOpen && { open: trimmed(text, at, at + sign) }) };
    }
    members.push(member);
    previous = member;
  }
}

/** The member behind a sign that begins at an offset. */
function next<Member extends ListMember>(
  sign: RegExp,
  text: string,
  at: number,
  end: number,
  grammar: ListGrammar<Member>,
  previous: Member,
): Member | undefined {
  const length = lengthOf(sign, text, at, end);
  if (length === 0 || at + length >= end) return undefined;
  const member = grammar.at(text, at + length, end, previous);
  return member && member.end <= end ? member : undefined;
}

function lengthOf(sign: RegExp, text: string, at: number, end: number): number {
  sign.lastIndex = at;
  const length = sign.exec(text)?.[0].length ?? 0;
  return at + length <= end ? length : 0;
}

function trimmed(text: string, from: number, to: number): ListMember {
  const inner = text.slice(from, to);
  const start = from + (inner.length - inner.trimStart().length);
  return { start, end: start + inner.trim().length };
}
