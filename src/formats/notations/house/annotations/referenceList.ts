import type { FoundReference, IdGrammar } from '../ids.ts';
import { AFTER, CRITERION_WORD, normalCriterion, PIN } from '../grammar.ts';
import { nearForm } from './nearForm.ts';
import type { NearForm } from './nearForm.ts';

/** A reference of a list; `composed` where the requirement stands earlier in it. */
export interface ListedReference extends FoundReference {
  readonly composed?: boolean;
}

/** What a keyword's list says on one line. */
export interface ReferenceList {
  readonly references: readonly ListedReference[];
  /** Offset behind the last thing that was read. */
  readonly end: number;
  /** Offset of a comma with nothing behind it on the line. */
  readonly openComma?: number;
  readonly near?: NearForm;
}

const SPACE = /[^\S\n\r]*/y;
/** `AC2` or `AC2~3f2a9c`, at the offset that it is set to. */
const BARE_CRITERION = new RegExp(`(${CRITERION_WORD})(${PIN})?${AFTER}`, 'uy');

/**
 * Reads references with commas between them, as in `IP-1.1.1/AC1, AC2, IP-1.1.2`; a criterion alone
 * belongs to the requirement before it.
 *
 * @param previous the last reference of the line before, where the list goes on from there.
 */
export function readList(ids: IdGrammar, text: string, from: number, lineEnd: number, previous?: FoundReference): ReferenceList {
  const references: ListedReference[] = [];
  let before = previous;
  let at = from;
  let comma: number | undefined;
  for (;;) {
    at = skipSpace(text, at, lineEnd);
    if (at >= lineEnd) return { references, end: at, ...(comma !== undefined && { openComma: comma }) };
    const found = before === undefined ? undefined : bareCriterion(text, at, before);
    const reference = found ?? ids.referenceAt(text, at);
    if (reference === undefined || reference.end > lineEnd || isMemberName(ids, text, reference)) {
      const near = nearForm(text, at, lineEnd);
      return { references, end: at, ...(near && { near }) };
    }
    const broken = nearForm(text, at, lineEnd, reference);
    if (broken) return { references, end: at, near: broken };
    references.push(reference);
    before = reference;
    at = skipSpace(text, reference.end, lineEnd);
    if (text[at] !== ',' || at >= lineEnd) return { references, end: at };
    comma = at;
    at++;
  }
}

/** `Foo#reserveStock` and `Foo#bar()` name a member of a class: GitHub's heading slugs have no capitals. */
function isMemberName(ids: IdGrammar, text: string, reference: FoundReference): boolean {
  if (reference.document === undefined || ids.isId(reference.id)) return false;
  return /\p{Lu}/u.test(reference.id) || text[reference.end] === '(';
}

function bareCriterion(text: string, at: number, before: FoundReference): ListedReference | undefined {
  BARE_CRITERION.lastIndex = at;
  const match = BARE_CRITERION.exec(text);
  if (match?.[1] === undefined) return undefined;
  return {
    text: match[0],
    start: at,
    end: BARE_CRITERION.lastIndex,
    ...(before.document !== undefined && { document: before.document }),
    id: before.id,
    criterion: normalCriterion(match[1]),
    ...(match[2] !== undefined && { revision: match[2].slice(1) }),
    composed: true,
  };
}

function skipSpace(text: string, at: number, end: number): number {
  SPACE.lastIndex = at;
  SPACE.test(text);
  return Math.min(SPACE.lastIndex, end);
}
