import { say } from '../../../../../model/message.ts';
import type { Message } from '../../../../../model/message.ts';
import type { Position, Range } from '../../../../../model/position.ts';
import { collapse } from '../../../../../text/lines.ts';
import type { InlineText } from '../../../../carriers/markdown/inline.ts';
import type { NearMiss } from '../../document/nearMiss.ts';
import type { Source } from '../../document/source.ts';
import { boldLeadAt } from '../attributes.ts';
import { idNotApart } from '../headings.ts';
import { idPattern } from '../../../../ids/idPatterns.ts';
import { leadingMarks } from '../marks.ts';

/** Where the words stand that may be an id of another notation. */
export type ForeignPlace = 'heading' | 'item' | 'bold' | 'paragraph' | 'quote';

interface ForeignForm {
  readonly name: string;
  readonly expression: RegExp;
  readonly places: readonly ForeignPlace[];
  /** True where no pattern could read it. */
  readonly unreadable?: true;
}

const LEADS: readonly ForeignPlace[] = ['heading', 'item', 'bold'];

/** Prefixes that people give to requirements and to hardly anything else. */
const COMMON = 'REQ|FR|NFR|BR|CR|SR|TR|UR|US|UC|AC|SRS|SYS|HLR|LLR|SWR|SWREQ|SYSREQ|FEAT|STORY|IV';

const FORMS: readonly ForeignForm[] = [
  {
    name: 'type and path',
    expression: /^(?:FR|NFR|REQ):[$@]?[A-Za-z][\w.$@/-]*/,
    places: LEADS,
  },
  { name: 'bracketed path', expression: /^[a-z][a-z0-9]{0,7}\[[a-z0-9_.+-]+\]$/i, places: ['paragraph', 'quote'], unreadable: true },
  { name: 'tildes', expression: /^[a-z]+~[\w.-]+~\d+$/, places: ['paragraph', 'item', 'heading'] },
  { name: 'number in the middle', expression: /^[A-Z]+(?:-\d+){2,}(?![\w-])/, places: LEADS },
  {
    name: 'letters in the number',
    expression: new RegExp(`^(?:${COMMON})-\\d[0-9A-Za-z]*[A-Za-z][0-9A-Za-z]*(?![\\w-])`),
    places: LEADS,
  },
  {
    name: 'words instead of a number',
    expression: new RegExp(`^(?:${COMMON})(?:-[A-Z][A-Z0-9]*)+(?![\\w-])`),
    places: LEADS,
  },
  { name: 'underscores', expression: new RegExp(`^(?:${COMMON})_\\w*\\d(?![\\w-])`), places: LEADS },
  {
    name: 'number without a hyphen',
    expression: /^[A-Z]{2,}\d+(?:\.\d+)+(?![\w-])/,
    places: LEADS,
  },
];

const FORM = 'other notation: ';

/** True for a near-miss that an id of another notation is. */
export function isForeign({ form }: NearMiss): boolean {
  return form.startsWith(FORM);
}

/** The words of a block that may begin with an id of another notation. */
export interface ForeignWords {
  readonly inline: InlineText;
  readonly from: number;
  readonly to: number;
  readonly place: ForeignPlace;
}

/** The near-miss that words are which begin like an id of another notation: `- **HLR_12**: …`. */
export function foreignForm({ inline, from, to, place }: ForeignWords, { lines, terms: { ids } }: Source): NearMiss | undefined {
  const start = leadingMarks(inline.plain, from, to).start;
  if (place === 'item' && !boldLeadAt(inline, start)) return undefined;
  const text =
    place === 'paragraph' || place === 'quote'
      ? asWritten(lines, inline.rangeOf(start, to).start)
      : inline.plain.slice(start, Math.min(to, start + 200));
  for (const { name, expression, places, unreadable } of FORMS) {
    const id = places.includes(place) ? expression.exec(text)?.[0] : undefined;
    if (id === undefined || ids.isCustom(id)) continue;
    return foreignId(id, name, inline.rangeOf(start, start + id.length), unreadable);
  }
  return undefined;
}

function foreignId(id: string, name: string, range: Range, unreadable?: boolean): NearMiss {
  const advise = (seen: readonly string[]): Message => adviceOn(id, unreadable ? undefined : (idPattern(seen) ?? idPattern([id])));
  return {
    form: FORM + name,
    range,
    // A pattern takes time to try, and of many places only the first is told.
    get message() {
      return advise([id]);
    },
    advise,
    text: collapse(id),
  };
}

/** So many headings of a document that begin with one word and different numbers are not an accident: `### SWL_001 Boil`. */
const MANY = 5;
const NUMBERED = /^\[?(?<id>(?<stem>[A-Z][A-Z0-9]{0,15}(?:[-_./][A-Z][A-Z0-9]{0,15}){0,4}[-_./])\d[\d._-]{0,10}[a-z]?)\]?(?=[\s:–—]|$)/u;

/** The ids of a shape of their own that many of these headings begin with. */
export function sharedForms(headings: readonly InlineText[], { terms: { ids } }: Source): readonly NearMiss[] {
  const byStem = new Map<string, Map<string, Range>>();
  for (const inline of headings) {
    const { id, stem } = NUMBERED.exec(inline.plain)?.groups ?? {};
    if (id === undefined || stem === undefined || ids.isCustom(id) || ids.isId(id)) continue;
    const start = inline.plain.indexOf(id);
    const found = byStem.get(stem) ?? new Map<string, Range>();
    byStem.set(stem, found.set(id, inline.rangeOf(start, start + id.length)));
  }
  return [...byStem].flatMap(([stem, found]) =>
    found.size < MANY ? [] : [...found].map(([id, range]) => foreignId(id, `numbered ${stem}`, range)),
  );
}

const WITH_PATTERN = '"{0}" looks like an ID of another notation: add the pattern \'{1}\' to ids in reqtrace.yaml to have it read';

function adviceOn(id: string, pattern: string | undefined): Message {
  return pattern === undefined
    ? say('"{0}" looks like an ID of another notation: write the ID in a heading or a bold list item to have it read', id)
    : say('"{0}" looks like an ID of another notation: add the pattern \'{1}\' to ids in reqtrace.yaml to have it read', id, pattern);
}

/** The pattern for `ids:` by which what a near-miss is about would be read. */
export function patternIn(message: Message): string | undefined {
  return advisedPattern(message) ?? patternOfHeadings(message);
}

/** The pattern that the message itself advises to add, whatever it is counted with. */
function advisedPattern(message: Message): string | undefined {
  if (message.text === WITH_PATTERN) return typeof message.values[1] === 'string' ? message.values[1] : undefined;
  const [inner] = message.values;
  return typeof inner === 'object' ? advisedPattern(inner) : undefined;
}

/** The pattern that reads several headings which begin with ids and are set apart by nothing. */
function patternOfHeadings({ values: [inner, more] }: Message): string | undefined {
  const id = typeof inner === 'object' && more !== undefined ? idNotApart(inner) : undefined;
  return id === undefined ? undefined : idPattern([id]);
}

/** The line as it is in the file, since `r[a.b]` loses its brackets where the document defines a link of that name. */
function asWritten(lines: readonly string[], { line, character }: Position): string {
  return (lines[line] ?? '')
    .slice(character, character + 200)
    .trimEnd()
    .replaceAll('`', '');
}
