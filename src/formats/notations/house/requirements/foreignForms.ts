import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { collapse } from '../../../../text/lines.ts';
import { say } from '../../../../model/message.ts';
import { boldLeadAt } from './attributes.ts';
import { leadingMarks } from './marks.ts';
import type { Source } from '../document/source.ts';

/** Where the words stand that may be an id of another notation. */
export type NotationPlace = 'heading' | 'item' | 'bold' | 'paragraph' | 'quote';

interface Notation {
  readonly name: string;
  readonly expression: RegExp;
  readonly places: readonly NotationPlace[];
  /** A regular expression for `ids:` that would read it, shown to the user; none where no pattern could. */
  readonly pattern?: string;
}

const LEADS: readonly NotationPlace[] = ['heading', 'item', 'bold'];

/** Prefixes that people give to requirements and to hardly anything else. */
const COMMON = 'REQ|FR|NFR|BR|CR|SR|TR|UR|US|UC|AC|SRS|SYS|HLR|LLR|SWR|SWREQ|SYSREQ|FEAT|STORY|IV';

const NOTATIONS: readonly Notation[] = [
  {
    name: 'type and path',
    expression: /^(?:FR|NFR|REQ):[$@]?[A-Za-z][\w.$@/-]*/,
    places: LEADS,
    pattern: '(?:FR|NFR|REQ):[a-z$@][a-z0-9.$@/-]*',
  },
  { name: 'bracketed path', expression: /^[a-z][a-z0-9]{0,7}\[[a-z0-9_.+-]+\]$/i, places: ['paragraph', 'quote'] },
  { name: 'tildes', expression: /^[a-z]+~[\w.-]+~\d+$/, places: ['paragraph', 'item', 'heading'], pattern: '[a-z]+~[a-z0-9.-]+~[0-9]+' },
  { name: 'number in the middle', expression: /^[A-Z]+(?:-\d+){2,}(?![\w-])/, places: LEADS, pattern: '[A-Z]+-[0-9]+-[0-9]+' },
  {
    name: 'letters in the number',
    expression: new RegExp(`^(?:${COMMON})-\\d[0-9A-Za-z]*[A-Za-z][0-9A-Za-z]*(?![\\w-])`),
    places: LEADS,
    pattern: 'REQ-[0-9A-F]+',
  },
  {
    name: 'words instead of a number',
    expression: new RegExp(`^(?:${COMMON})(?:-[A-Z][A-Z0-9]*)+(?![\\w-])`),
    places: LEADS,
    pattern: 'REQ-[A-Z-]+',
  },
  { name: 'underscores', expression: new RegExp(`^(?:${COMMON})_\\w*\\d(?![\\w-])`), places: LEADS, pattern: 'HLR_[0-9]+' },
  {
    name: 'number without a hyphen',
    expression: /^[A-Z]{2,}\d+(?:\.\d+)+(?![\w-])/,
    places: LEADS,
    pattern: String.raw`[A-Z]{2,}[0-9]+\.[0-9.]+`,
  },
];

const OTHER_NOTATION = 'other notation: ';

/** True if ids of another notation were reported. */
export function hasOtherNotation({ nearMisses }: Source): boolean {
  return NOTATIONS.some(({ name }) => nearMisses.has(OTHER_NOTATION + name));
}

/** The line as it stands in the file, since `r[a.b]` loses its brackets where the document defines a link of that name. */
function asWritten(source: Source, inline: InlineText, from: number, to: number): string {
  const { start } = inline.rangeOf(from, to);
  return (source.lines[start.line] ?? '')
    .slice(start.character, start.character + 200)
    .trimEnd()
    .replaceAll('`', '');
}

/** Reports words that begin like an id of another notation; true if they do. */
export function reportNotation(source: Source, inline: InlineText, from: number, to: number, place: NotationPlace): boolean {
  const start = leadingMarks(inline.plain, from, to).start;
  if (place === 'item' && !boldLeadAt(inline, start)) return false;
  const text =
    place === 'paragraph' || place === 'quote'
      ? asWritten(source, inline, start, to)
      : inline.plain.slice(start, Math.min(to, start + 200));
  for (const { name, expression, places, pattern } of NOTATIONS) {
    const id = places.includes(place) ? expression.exec(text)?.[0] : undefined;
    if (id === undefined || source.context.ids.isCustom(id)) continue;
    const message =
      pattern === undefined
        ? say('"{0}" looks like an id of another notation: write the id in a heading or a bold list item to have it read', id)
        : say(
            '"{0}" looks like an id of another notation: add a pattern such as \'{1}\' to ids in reqtrace.yaml to have it read',
            id,
            pattern,
          );
    source.nearMisses.add(OTHER_NOTATION + name, inline.rangeOf(start, start + id.length), message, collapse(id));
    return true;
  }
  return false;
}
