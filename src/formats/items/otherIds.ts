import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import type { Range } from '../../model/position.ts';
import type { InlineText } from '../carriers/markdown/inline.ts';
import { spanOver } from '../carriers/markdown/inline.ts';
import type { IdGrammar } from '../ids/idGrammar.ts';
import { idPattern } from '../ids/idPatterns.ts';
import type { ItemGrammar } from './itemGrammar.ts';

/** An id of a shape that the notation does not have, as it leads a line: `- **FR-A01**: Boil`. */
export interface OtherId {
  readonly id: string;
  readonly range: Range;
  /** True for a prefix that people give to requirements and to hardly anything else. */
  readonly isCommon: boolean;
}

/** Prefixes that people give to requirements and to hardly anything else. */
const COMMON = 'REQ|FR|NFR|SC|EC|BR|CR|SR|TR|UR|US|UC|AC|SRS|SYS|FEAT|STORY';
const IS_COMMON = new RegExp(`^(?:${COMMON})(?![A-Za-z0-9])`, 'u');
const BEFORE = /(?:\s|\p{Extended_Pictographic}|[\u2713-\u2718]|\u{FE0F}|\u{200D})*[[(]?/uy;
const WITH_NUMBER = String.raw`[A-Z][A-Z0-9]{0,19}[-_](?=[A-Za-z_.-]{0,20}\d)[A-Za-z0-9]{1,20}(?:[-_.][A-Za-z0-9]{1,20}){0,4}`;
const WITH_WORDS = String.raw`(?:${COMMON})(?:[-_.:][A-Za-z][A-Za-z0-9]{0,30}){1,4}|(?:${COMMON}) \d{1,4}`;
const AFTER = String.raw`(?![\p{L}\p{N}_-])`;
const MARKED = new RegExp(`(?:${WITH_NUMBER}|${WITH_WORDS})${AFTER}`, 'uy');
const KNOWN = new RegExp(
  String.raw`(?:${COMMON})[-_.:][A-Za-z0-9]{1,20}(?:[-_.:][A-Za-z0-9]{1,20}){0,4}${AFTER}(?=\s*(?:[:：]|[-–—]\s|$))`,
  'uy',
);

/**
 * What leads a text and looks like an id of another shape than the notation's: in bold, in code or in brackets whatever has capitals, a hyphen and a number;
 * elsewhere what has a prefix of requirements and something that separates it from the words behind.
 */
export function otherIdIn(inline: InlineText): OtherId | undefined {
  const { plain } = inline;
  BEFORE.lastIndex = 0;
  const start = BEFORE.test(plain) ? BEFORE.lastIndex : 0;
  const isMarked =
    /[[(]$/u.test(plain.slice(0, start)) || [inline.strong, inline.code].some((spans) => spanOver(spans, start) !== undefined);
  const pattern = isMarked ? MARKED : KNOWN;
  pattern.lastIndex = start;
  const id = pattern.exec(plain)?.[0];
  if (id === undefined || spanOver(inline.links, start) !== undefined) return undefined;
  return { id, range: inline.rangeOf(start, start + id.length), isCommon: IS_COMMON.test(id) };
}

/** What to do so that such ids are read, with the pattern that reads all of them where one does. */
export function adviceOn(id: string, seen: readonly string[]): Message {
  const pattern = BLANK.test(id) ? undefined : (idPattern(seen.filter((other) => !BLANK.test(other))) ?? idPattern([id]));
  return pattern === undefined
    ? say('"{0}" is not a valid ID. Write a prefix of capital letters and a number, such as {1}', id, 'FR-001')
    : say('"{0}" looks like an ID of another notation: add the pattern \'{1}\' to ids in reqtrace.yaml to have it read', id, pattern);
}

/** A grammar that knows the ids of the project's own patterns as well. */
export function withOwnIds<Grammar extends ItemGrammar>(grammar: Grammar, ids: IdGrammar): Grammar {
  if (!ids.hasCustom) return grammar;
  return {
    ...grammar,
    idAt(text: string, offset: number, heading: boolean) {
      const found = grammar.idAt(text, offset, heading);
      if (found) return found;
      const id = ids.leadingId(text.slice(offset, offset + LONGEST_ID));
      return id !== undefined && ids.isCustom(id) ? { id, end: offset + id.length } : undefined;
    },
  };
}

const LONGEST_ID = 200;
const BLANK = /\s/u;
