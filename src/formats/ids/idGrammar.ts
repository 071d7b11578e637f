import type { Range } from '../../model/position.ts';
import type { Reference } from '../../model/facts.ts';
import { AFTER, BEFORE, CRITERION_WORD, normalCriterion } from './criterionLabel.ts';
import { PIN } from './pin.ts';

/** `PREFIX-NUMBER`: upper-case segments, then digits with dots, and a letter where one was put in between. `IP-1.1.1`, `AC-US1-01`, `FR-005b`. */
const ID = String.raw`[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-\d+(?:\.\d+)*[a-z]?`;
/** A trailing part of a document key: letters of any script, digits, `_ . / -`; bounded, so that `a.a.a…` stays linear. */
const DOCUMENT = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_./-]{0,199}`;
/** A heading slug as GitHub makes them; one may begin with a hyphen, as that of `## ✅ Done` does. */
const SLUG = String.raw`[\p{L}\p{N}_-][\p{L}\p{M}\p{N}_-]*`;

/** The slug of a criterion that goes by its name; it has no capitals, which tells it from a label. */
const CRITERION_SLUG = String.raw`(?!\p{Lu})[\p{L}\p{N}](?:(?!\p{Lu})[\p{L}\p{M}\p{N}_-])*`;

/** A name of several parts, `kettle.boil`, as some tools have ids. */
const DOTTED = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_-]{0,200}(?:\.[\p{L}\p{M}\p{N}_-]{1,200}){1,20}`;
/** A type and a name, `dsn~boil`, as some tools have ids; their revision is a number. */
const TYPED = String.raw`[A-Za-z]{1,40}~\p{L}[\p{L}\p{M}\p{N}_-]{0,200}(?:\.[\p{L}\p{M}\p{N}_-]{1,200}){0,20}`;
/** The same in lower case, which is not a member of a class as documentation comments name it: `Kettle~Boil`. */
const SMALL_TYPED = String.raw`[a-z]{1,40}~(?!\p{Lu})\p{L}(?:(?!\p{Lu})[\p{L}\p{M}\p{N}_.-]){0,200}(?<![.-])`;

/** An issue as trackers number them, `#34`; only a keyword makes it a reference. */
const ISSUE = `(?<id>#\\d{1,9})(?![#/~])${AFTER}`;

const ISSUE_AT = new RegExp(ISSUE, 'uy');

/** Ids of other tools, at an offset. */
const OF_TOOLS: readonly RegExp[] = [
  new RegExp(`${BEFORE}(?:(?<document>${DOCUMENT})#)?(?<id>${TYPED})~(?<version>\\d{1,9})${AFTER}`, 'uy'),
  new RegExp(`${BEFORE}(?<id>${SMALL_TYPED})(?!~)${AFTER}`, 'uy'),
  new RegExp(
    `(?<document>${DOCUMENT})#(?<id>${DOTTED})(?:/(?<criterion>${CRITERION_WORD}))?(?:(?<pin>${PIN})|\\+(?<version>[1-9]\\d{0,8}))?${AFTER}`,
    'uy',
  ),
];

/** What every id of the common grammar holds. */
const HINT = /[A-Z0-9]-\d/u;

/** Longest document part that is looked for before an id, in UTF-16 code units; paths are no longer in practice. */
const LONGEST_DOCUMENT = 260;
/** Longest line in which a project's own patterns are looked for, in UTF-16 code units. */
const LONGEST_LINE = 2_000;
/** What a name in code is, as far as it is looked at. */
const NAME = /\w{1,200}/g;
const DOCUMENT_AT_END = new RegExp(`${DOCUMENT}$`, 'u');

/** A reference without its place in a file. */
export type ReferenceParts = Pick<Reference, 'text' | 'document' | 'id' | 'criterion' | 'revision'>;

/** A reference found in a stretch of text; offsets count UTF-16 code units from its beginning. */
export interface FoundReference extends ReferenceParts {
  readonly start: number;
  readonly end: number;
}

/** The ids of one configuration: the common grammar and the project's own patterns. */
export interface IdGrammar {
  /** True if the whole text is one id: `isId('IP-1.1.1')`. */
  isId(text: string): boolean;
  /** The id that the text begins with, longest match: `leadingId('REQ-12: Title')` is `REQ-12`. */
  leadingId(text: string): string | undefined;
  /**
   * Every id-like reference in prose, comments or titles. Only ids of the grammar (with an optional
   * document before and criterion behind) are found; a heading slug is not, since any word could be one.
   */
  findReferences(text: string): FoundReference[];
  /**
   * The reference that is at an offset of the text where a keyword asks for one. Here a
   * `document#heading-slug` counts too, an id with a type and a revision, `dsn~boil~1`, and behind a document one of several parts, `r#kettle.boil+2`; behind a document the slug of a criterion, `kettle#boil/filled`, and the number of an issue, `#34`. Undefined
   * if none begins exactly there.
   */
  referenceAt(text: string, offset: number): FoundReference | undefined;
  /** The whole text as a reference: `parse('product-launch#IP-1.2.3/AC2')`. */
  parse(text: string): ReferenceParts | undefined;
  /** `IP` for `IP-1.1.1`; the id itself for one of the project's own patterns, which is always known. */
  prefixOf(id: string): string;
  /** True for an id of one of the project's own patterns. */
  isCustom(id: string): boolean;
  /** True if the project has patterns of its own. */
  readonly hasCustom: boolean;
  /** Ids of the project's own patterns in names of a text, `HLR_5` in `test_HLR_5_works`, with a criterion behind two underscores. */
  findInName(name: string): FoundReference[];
}

/**
 * Builds the grammar of references.
 *
 * @param patterns regular expressions of the configuration's `ids`; one that does not compile is left out.
 */
export function createIdGrammar(patterns: readonly string[]): IdGrammar {
  const own = patterns.flatMap((pattern) => partPattern(pattern) ?? []);
  // The project's own shapes go first: where both match, the project knows better.
  const anyId = `(?:${[...own, ID].join('|')})`;
  const custom = own.length ? new RegExp(`^(?:${own.join('|')})$`, 'u') : undefined;
  const tailOf = (id: string): string => `(?:/(?<criterion>${id}|${CRITERION_WORD}))?(?<pin>${PIN})?`;
  const tail = tailOf(anyId);
  const bare = `${BEFORE}(?<id>${anyId})${tail}${AFTER}`;
  const slug = `(?<document>${DOCUMENT})#(?<id>${SLUG})${tail}${AFTER}`;
  const everywhere = new RegExp(bare, 'gu');
  const common = new RegExp(`${BEFORE}(?<id>${ID})${tailOf(ID)}${AFTER}`, 'gu');
  const stickyKnown = new RegExp(`${BEFORE}(?:(?<document>${DOCUMENT})#)?(?<id>${anyId})${tail}${AFTER}`, 'uy');
  const stickySlug = new RegExp(slug, 'uy');
  const stickyNamed = new RegExp(
    `(?<document>${DOCUMENT})#(?<id>${anyId}|${SLUG})/(?<criterion>${CRITERION_SLUG})(?<pin>${PIN})?${AFTER}`,
    'uy',
  );
  const inName = new RegExp(`(?<![A-Za-z0-9])(?<id>${own.join('|') || '(?!)'})(?:__(?<criterion>AC_?\\d+))?(?![A-Za-z0-9])`, 'gu');
  const whole = new RegExp(`^(?:${anyId})$`, 'u');
  const leading = new RegExp(`^(?:${anyId})${AFTER}`, 'u');

  function referenceAt(text: string, offset: number): FoundReference | undefined {
    for (const expression of [stickyNamed, stickyKnown, ...OF_TOOLS, stickySlug, ISSUE_AT]) {
      expression.lastIndex = offset;
      const match = expression.exec(text);
      // A pattern of the project may match nothing at all, `(HLR_\d+)?`; that is not an id.
      if (match?.groups?.['id']) return found(match);
    }
    return undefined;
  }

  return {
    isId: (text) => whole.test(text),
    leadingId: (text) => leading.exec(text)?.[0] || undefined,
    findReferences(text) {
      // Most texts have nothing like an id, which is told in a fraction of the time.
      if (!custom && !HINT.test(text)) return [];
      const all = custom ? findByLine(text, everywhere, common) : Array.from(text.matchAll(everywhere), found);
      const references = all.filter(({ id }) => id !== '').map((reference) => withDocument(text, reference));
      // What looks like an id may be part of the document's name before the next one: `ADR-7#IP-1.1`.
      let next = Infinity;
      return references
        .toReversed()
        .filter(({ start, end }) => {
          if (end > next) return false;
          next = start;
          return true;
        })
        .toReversed();
    },
    referenceAt,
    parse(text) {
      const reference = referenceAt(text, 0);
      return reference?.end === text.length ? reference : undefined;
    },
    prefixOf: (id) => (custom?.test(id) ? id : id.replace(/-\d+(?:\.\d+)*[a-z]?$/u, '')),
    isCustom: (id) => custom?.test(id) ?? false,
    hasCustom: custom !== undefined,
    findInName: (name) => (custom ? findInWords(name, inName) : []),
  };
}

/**
 * A project's pattern as part of a larger one, `(?:HLR_(?:\d+))` for `HLR_(?<number>\d+)`: it is there twice, which names of groups
 * do not allow. Undefined if it does not compile.
 */
export function partPattern(pattern: string): string | undefined {
  const nameless = pattern.replace(/\\.|\(\?<(?![=!])[^>]*>/gsu, (part) => (part.startsWith('\\') ? part : '(?:'));
  const part = `(?:${nameless})`;
  try {
    void new RegExp(part, 'u');
    return part;
  } catch {
    return undefined;
  }
}

/** A project's pattern in each word of a text, of which no more is looked at than a name would have. */
function findInWords(text: string, inName: RegExp): FoundReference[] {
  return Array.from(text.matchAll(NAME), (word) =>
    Array.from(word[0].matchAll(inName), (match) => {
      const reference = found(match);
      return { ...reference, start: reference.start + word.index, end: reference.end + word.index };
    }),
  ).flat();
}

/**
 * A project's pattern may take time quadratic in the length of a text, so it is looked for line by line, and in lines of some
 * length only; ids of the common grammar are found in all of them.
 */
function findByLine(text: string, expression: RegExp, common: RegExp): FoundReference[] {
  const references: FoundReference[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/gu)) {
    for (const match of line.matchAll(line.length > LONGEST_LINE ? common : expression)) {
      const reference = found(match);
      references.push({ ...reference, start: reference.start + index, end: reference.end + index });
    }
  }
  return references;
}

/**
 * Looks back from an id for the document before it. A pattern that began with the document would
 * try every letter of a long path, which takes time quadratic in its length.
 */
function withDocument(text: string, reference: FoundReference): FoundReference {
  if (text[reference.start - 1] !== '#') return reference;
  const from = Math.max(0, reference.start - 1 - LONGEST_DOCUMENT);
  const document = DOCUMENT_AT_END.exec(text.slice(from, reference.start - 1))?.[0];
  if (document === undefined) return reference;
  return {
    ...reference,
    text: `${document}#${reference.text}`,
    start: reference.start - 1 - document.length,
    document,
  };
}

function found(match: RegExpExecArray | RegExpMatchArray): FoundReference {
  const groups = match.groups ?? {};
  const start = match.index ?? 0;
  return {
    text: match[0],
    start,
    end: start + match[0].length,
    id: groups['id'] ?? '',
    ...(groups['document'] !== undefined && { document: groups['document'] }),
    ...(groups['criterion'] !== undefined && { criterion: normalCriterion(groups['criterion']) }),
    ...(groups['pin'] !== undefined && { revision: groups['pin'].slice(1) }),
    ...(groups['version'] !== undefined && { revision: groups['version'].replace(/^0+(?=\d)/u, '') }),
  };
}

/** Puts a found reference at its place in a file. */
export function referenceIn(found: FoundReference, range: Range): Reference {
  const { start: _start, end: _end, ...parts } = found;
  return { ...parts, range };
}

/** `formatReference({ id: 'IP-1.1.1', criterion: 'AC2' })` is `IP-1.1.1/AC2`. */
export function formatReference(parts: Omit<ReferenceParts, 'text'>): string {
  const document = parts.document === undefined ? '' : `${parts.document}#`;
  const criterion = parts.criterion === undefined ? '' : `/${parts.criterion}`;
  const pin = parts.revision === undefined ? '' : `~${parts.revision}`;
  return `${document}${parts.id}${criterion}${pin}`;
}
