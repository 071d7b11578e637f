import { readList } from '../../../references/list.ts';
import type { ListGrammar, ListMember, ReadList } from '../../../references/list.ts';
import type { FormatContext } from '../../../notation/context.ts';
import { REQUIREMENT } from '../words.ts';

/** What is at a place of a list, as offsets into its text. */
export interface Named extends ListMember {
  /** In its normal form: `REQ-1` for `1` and for `1.2`. */
  readonly id: string;
  /** `AC2` for `1.2`. */
  readonly criterion?: string;
  /** The prefix of the numbers behind it, where one word leads them all: `Derived Requirements 1.1, 1.2`. */
  readonly prefix?: string;
  /** True where only the criterion is written, since its requirement is before it. */
  readonly composed?: true;
}

/** `1`, `1.2`, with or without what it is called: `Requirement 1.2`, `Req 1.2`, `R1.2`, `AC 1.2`. */
const NUMBERS = new RegExp(
  String.raw`(?:(?:${REQUIREMENT}|Reqs?\.?|REQ)\s{0,2}[-#]?\s{0,2}|R(?=\d))?(?<number>\d{1,4})(?:\.(?<part>\d{1,4}))?(?![\p{L}\p{N}%]|\.\d|-\p{L})`,
  'iuy',
);
/** What may follow `1` as the criterion of it: `Requirement 1 AC2`, `1/AC2`, `1:AC2`, `1, AC2`. */
const CRITERION = /\s{0,2}(?:[/:.,]\s?|\s)\(?AC[-_ ]?(?<part>\d{1,4})(?![\p{L}\p{N}]|\.\d)/uy;
/** `AC 1.2`, or the next criterion of the requirement before it: `AC3`, and the end of a range from one, `-5`. */
const ALONE = /AC[-_ ]?(?:(?<number>\d{1,4})\.)?(?<part>\d{1,4})(?![\p{L}\p{N}]|\.\d)/uy;
const AC_BEFORE_RANGE = /AC[-_ ]?\d{1,4}\s*(?:\.{2,3}|[-–—…]|\s(?:to|through)\s)\s*$/u;
/** Counts of their own: `DR1.2`, `DR-1.2`, `NFR 1`, `US001`, `Derived 1.2`, `Derived Requirement 1`. */
const COUNTED = new RegExp(
  String.raw`(?:(?<prefix>DR|NFR|FR|US)[- ]?|(?<derived>Derived)\s+(?:Requirements?\s+)?)(?<number>\d{1,4})(?:\.(?<part>\d{1,4}))?(?![\p{L}\p{N}%]|\.\d)`,
  'iuy',
);
/** A remark on one member with the sign for the next: `1.1 (at once), 1.2`. */
const REMARK = /[^\S\n]?\([^()\n]{1,120}\)[^\S\n]*(?:[,;&]|and\b)[^\S\n]*(?:\n[^\S\n]*)?/uy;
const LINE_END = /[^\S\n]*\n[^\S\n]*/uy;
/** A range longer than this names nothing that anybody wrote. */
const LONGEST_RANGE = 500;

/** The grammar of the lists that Kiro writes: `1.1, 1.2`, `1.1-1.4`, `Requirement 3`, `Req 2.1`, `DR1.2`. */
export function listGrammar(ids: FormatContext['ids']): ListGrammar<Named> {
  return {
    at(text, offset, _end, previous) {
      return counted(text, offset) ?? alone(text, offset, previous) ?? numbers(text, offset, previous) ?? withId(text, offset, ids);
    },
    between(first, last, place) {
      if (first.criterion !== undefined && last.criterion !== undefined && first.id === last.id) {
        return span(first.criterion.slice(2), last.criterion.slice(2))?.map((part) => ({ ...place, id: first.id, criterion: `AC${part}` }));
      }
      if (first.criterion !== undefined || last.criterion !== undefined) return undefined;
      const [one, other] = [splitId(first.id), splitId(last.id)];
      return one.prefix === other.prefix
        ? span(one.number, other.number)?.map((number) => ({ ...place, id: `${one.prefix}-${number}` }))
        : undefined;
    },
  };
}

/**
 * Reads a list of the grammar. A comma at the end of a line says that it goes on in the next one, as comments and paragraphs break it.
 *
 * @param end where it ends at the latest.
 */
export function readNumbers(text: string, from: number, end: number, grammar: ListGrammar<Named>): ReadList<Named> {
  const members: ReadList<Named>['members'][number][] = [];
  let at = from;
  for (;;) {
    const list = readList(text, at, end, grammar, members.at(-1));
    members.push(...list.members);
    if (list.fault) return { ...list, members };
    const behind = matchAt(REMARK, text, list.end);
    const next = list.open ? matchAt(LINE_END, text, list.open.end) : behind;
    at = next ? next.index + next[0].length : end;
    if (members.length === 0 || at >= end || grammar.at(text, at, end, members.at(-1)) === undefined) return { ...list, members };
  }
}

function numbers(text: string, offset: number, previous: Named | undefined): Named | undefined {
  const match = matchAt(NUMBERS, text, offset);
  if (!match) return undefined;
  const { number = '', part } = match.groups ?? {};
  const { prefix } = previous ?? {};
  const base = { id: prefix === undefined ? `REQ-${Number(number)}` : `${prefix}-${number}`, ...(prefix !== undefined && { prefix }) };
  if (part !== undefined) return { ...base, criterion: `AC${Number(part)}`, ...place(match) };
  if (previous?.criterion !== undefined && AC_BEFORE_RANGE.test(text.slice(previous.start, offset))) {
    return { id: previous.id, criterion: `AC${Number(number)}`, composed: true, ...place(match) };
  }
  const behind = matchAt(CRITERION, text, offset + match[0].length);
  if (!behind) return { ...base, ...place(match) };
  return { ...base, criterion: `AC${Number(behind.groups?.['part'])}`, start: offset, end: offset + match[0].length + behind[0].length };
}

function alone(text: string, offset: number, previous: Named | undefined): Named | undefined {
  const match = matchAt(ALONE, text, offset);
  const { number, part } = match?.groups ?? {};
  const id = number === undefined ? previous?.id : `REQ-${Number(number)}`;
  if (!match || id === undefined) return undefined;
  return { id, criterion: `AC${Number(part)}`, ...(number === undefined && { composed: true }), ...place(match) };
}

function counted(text: string, offset: number): Named | undefined {
  const match = matchAt(COUNTED, text, offset);
  const { prefix = 'DR', derived, number = '', part } = match?.groups ?? {};
  if (!match || (/^(?:FR|US)$/iu.test(prefix) && match[0].includes('-'))) return undefined;
  return {
    id: `${prefix.toUpperCase()}-${number}`,
    ...(part !== undefined && { criterion: `AC${Number(part)}` }),
    ...(derived !== undefined && { prefix }),
    ...place(match),
  };
}

function withId(text: string, offset: number, ids: FormatContext['ids']): Named | undefined {
  const found = ids.referenceAt(text, offset);
  if (!found || found.document !== undefined || !ids.isId(found.id)) return undefined;
  const { id, criterion, start, end } = found;
  return { id, ...(criterion !== undefined && { criterion }), start, end };
}

function matchAt(expression: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  expression.lastIndex = offset;
  return expression.exec(text) ?? undefined;
}

function place({ index, 0: { length } }: RegExpExecArray): ListMember {
  return { start: index, end: index + length };
}

/** Numbers strictly between two, where the second is the greater. */
function span(first: string, last: string): readonly number[] | undefined {
  const [from, to] = [Number(first), Number(last)];
  const count = to - from - 1;
  return from < to && count <= LONGEST_RANGE ? Array.from({ length: count }, (_each, at) => from + 1 + at) : undefined;
}

function splitId(id: string): { readonly prefix: string; readonly number: string } {
  const at = id.lastIndexOf('-');
  return { prefix: id.slice(0, at), number: id.slice(at + 1) };
}
