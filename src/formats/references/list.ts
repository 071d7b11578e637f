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
  /** Members strictly between the ends of a range; undefined for two that have no common parent, and so are not range. Their place is the sign between the ends. */
  between?(first: Member, last: Member, place: ListMember): readonly Member[] | undefined;
}

/** A list that has been read. */
export interface ReadList<Member extends ListMember> {
  /** In order; those between the ends of a range are between them. */
  readonly members: readonly (Member & { readonly between?: true })[];
  /** Offset behind the last thing that was read. */
  readonly end: number;
  /** A separator with nothing readable behind it: `REQ-1, ` or `REQ-1 and boil`. */
  readonly open?: ListMember;
  /** `or` between two members, which says that not all of them are meant; or a range whose ends have no common parent. */
  readonly fault?: ListMember & { readonly kind: 'or' | 'range' };
}

/** `,`, `;`, `&`, `+`, `|`, `and`, `, and`; a blank or a slash alone is directly between two ids. */
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
  const first = grammar.at(text, from, end, before);
  if (first === undefined || first.end > end) return { members: [], end: from };
  return read(new ListReader(text, end, grammar, first));
}

/** Continues after a member that has been read by other means; the result does not include that member. */
export function readOn<Member extends ListMember>(
  text: string,
  before: Member,
  end: number,
  grammar: ListGrammar<Member>,
): ReadList<Member> {
  const { members, ...list } = read(new ListReader(text, end, grammar, before));
  return { ...list, members: members.slice(1) };
}

function read<Member extends ListMember>(reader: ListReader<Member>): ReadList<Member> {
  for (;;) {
    const stop = reader.step();
    if (stop) return { members: reader.members, end: reader.at, ...stop };
  }
}

type Stop = Pick<ReadList<ListMember>, 'open' | 'fault'>;

/** A list of which some members have been read. */
class ListReader<Member extends ListMember> {
  readonly members: (Member & { readonly between?: true })[];
  readonly #text: string;
  readonly #end: number;
  readonly #grammar: ListGrammar<Member>;
  #previous: Member;

  constructor(text: string, end: number, grammar: ListGrammar<Member>, first: Member) {
    this.#text = text;
    this.#end = end;
    this.#grammar = grammar;
    this.#previous = first;
    this.members = [first];
  }

  /** Offset behind the last member. */
  get at(): number {
    return this.#previous.end;
  }

  /** Reads one sign and the member behind it, or tells why the list ends. */
  step(): Stop | undefined {
    const { at } = this;
    const range = this.#behind(RANGE);
    if (range) return this.#takeRange(range);
    const other = this.#behind(OR);
    if (other) return { fault: { kind: 'or', start: this.#trimmed(at, other.start).start, end: other.end } };
    const member = this.#behind(SEPARATOR);
    if (member) {
      this.#take(member);
      return undefined;
    }
    const sign = this.#lengthOf(SEPARATOR);
    const isOpen = sign > 0 && EXPECTS_MORE.test(this.#text.slice(at, at + sign));
    return isOpen ? { open: this.#trimmed(at, at + sign) } : {};
  }

  #takeRange(last: Member): Stop | undefined {
    const place = this.#trimmed(this.at, last.start);
    const between = this.#grammar.between?.(this.#previous, last, place);
    if (between === undefined) return { fault: { kind: 'range', start: place.start, end: last.end } };
    for (const member of between) this.members.push({ ...member, between: true });
    this.#take(last);
    return undefined;
  }

  #take(member: Member): void {
    this.members.push(member);
    this.#previous = member;
  }

  /** The member behind a sign that begins here. */
  #behind(sign: RegExp): Member | undefined {
    const from = this.at + this.#lengthOf(sign);
    if (from === this.at || from >= this.#end) return undefined;
    const member = this.#grammar.at(this.#text, from, this.#end, this.#previous);
    return member && member.end <= this.#end ? member : undefined;
  }

  #lengthOf(sign: RegExp): number {
    sign.lastIndex = this.at;
    const length = sign.exec(this.#text)?.[0].length ?? 0;
    return this.at + length <= this.#end ? length : 0;
  }

  #trimmed(from: number, to: number): ListMember {
    const inner = this.#text.slice(from, to);
    const start = from + (inner.length - inner.trimStart().length);
    return { start, end: start + inner.trim().length };
  }
}
