import { say } from '../../../../model/message.ts';
import type { Position } from '../../../../model/position.ts';
import { collapse } from '../../../../text/lines.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import type { NearMiss } from '../assembly/nearMisses.ts';
import type { Source } from '../document/source.ts';
import { boldLeadAt } from './attributes.ts';
import { leadingMarks } from './marks.ts';

/** Where the words stand that may be an id of another notation. */
export type ForeignPlace = 'heading' | 'item' | 'bold' | 'paragraph' | 'quote';

interface ForeignForm {
  readonly name: string;
  readonly expression: RegExp;
  readonly places: readonly ForeignPlace[];
  /** A regular expression for `ids:` that would read it, shown to the user; none where no pattern could. */
  readonly pattern?: string;
}

const LEADS: readonly ForeignPlace[] = ['heading', 'item', 'bold'];

/** Prefixes that people give to requirements and to hardly anything else. */
const COMMON = 'REQ|FR|NFR|BR|CR|SR|TR|UR|US|UC|AC|SRS|SYS|HLR|LLR|SWR|SWREQ|SYSREQ|FEAT|STORY|IV';

const FORMS: readonly ForeignForm[] = [
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
  for (const { name, expression, places, pattern } of FORMS) {
    const id = places.includes(place) ? expression.exec(text)?.[0] : undefined;
    if (id === undefined || ids.isCustom(id)) continue;
    const message =
      pattern === undefined
        ? say('"{0}" looks like an id of another notation: write the id in a heading or a bold list item to have it read', id)
        : say(
            '"{0}" looks like an id of another notation: add a pattern such as \'{1}\' to ids in reqtrace.yaml to have it read',
            id,
            pattern,
          );
    return { form: FORM + name, range: inline.rangeOf(start, start + id.length), message, text: collapse(id) };
  }
  return undefined;
}

/** The line as it stands in the file, since `r[a.b]` loses its brackets where the document defines a link of that name. */
function asWritten(lines: readonly string[], { line, character }: Position): string {
  return (lines[line] ?? '')
    .slice(character, character + 200)
    .trimEnd()
    .replaceAll('`', '');
}
