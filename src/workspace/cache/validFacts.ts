import type { FoundMapping } from '../../model/foundMapping.ts';
import type {
  Annotation,
  Attribute,
  CriterionFacts,
  Declaration,
  FileFacts,
  ItemPlace,
  Proposal,
  Reference,
  RequirementFacts,
  Target,
  Waiver,
} from '../../model/facts.ts';
import type { ReadingLimit } from '../../model/readingLimit.ts';
import type { Extent, Passage, Quote } from '../../model/quotation.ts';
import type { PageFacts } from '../../model/site.ts';
import type { WrittenCondition } from '../../model/attributeCondition.ts';
import type { WrittenGlob } from '../../model/writtenGlob.ts';
import type { FilePath } from '../../model/position.ts';
import { FINDING_CODES } from '../../model/finding.ts';
import { isRecord } from '../../text/parsed.ts';
import type { Scanned } from '../scan/scanned.ts';

/*
 * Whether values from a file on disk are what we once wrote there: every property known, of its type, and none besides.
 * The types of src/model say the same; a test holds facts of all kinds against these checks.
 */

/** @param path the file that the value is to be about. */
type Check = (value: unknown, path: FilePath) => boolean;

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const one =
  (...values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);
const list =
  (each: Check): Check =>
  (value, path) =>
    Array.isArray(value) && value.every((entry) => each(entry, path));

/** An object with these properties, those whose name ends in `?` optional. */
function object(shape: Readonly<Record<string, Check>>): Check {
  const checks = new Map(Object.entries(shape).map(([name, check]) => [name.replace('?', ''), { check, required: !name.endsWith('?') }]));
  const required = Object.keys(shape).filter((name) => !name.endsWith('?')).length;
  return (value, path) => {
    if (!isRecord(value)) return false;
    let found = 0;
    // Without a list of entries for each of very many objects.
    for (const name in value) {
      const its = checks.get(name);
      if (!its?.check(value[name], path)) return false;
      if (its.required) found += 1;
    }
    return found === required;
  };
}

/** The names of a type's properties, a `?` behind those that may be missing. */
type Shape<Type> = { readonly [Name in keyof Type & string as undefined extends Type[Name] ? `${Name}?` : Name]-?: Check };

/** The same for a type of the model, none of whose properties may be forgotten: facts with one that is not known here would never come from the cache. */
function every<Type>(shape: Shape<Type>): Check {
  return object(shape);
}

const position = object({ line: count, character: count });
const range = object({ start: position, end: position });
/** Names of kinds of link are the configuration's. */
const linkKind = text;
const reference = every<Reference>({
  text,
  range,
  id: text,
  'document?': text,
  'criterion?': text,
  'revision?': text,
  'notation?': text,
  'scope?': text,
  'composed?': flag,
  'reach?': one('namespace', 'only'),
  'alias?': flag,
  'through?': text,
  'between?': flag,
  'leads?': flag,
  'quote?': every<Quote>({ words: text, range, lead: text }),
  'near?': flag,
  'extent?': every<Extent>({ from: count, to: count, of: count }),
  'quoted?': one('text', 'missing', 'unread'),
});
const declaration = every<Declaration>({
  name: text,
  kind: one('function', 'class', 'test', 'other'),
  range,
  'within?': list(text),
  'lastLine?': count,
  'group?': flag,
  'titles?': list(text),
  'besides?': list(text),
  'off?': one('skipped', 'todo'),
});
const annotation = every<Annotation>({
  kind: linkKind,
  'is?': one('implements', 'verifies'),
  source: one('keyword', 'test-title', 'test-name', 'pattern'),
  reference,
  'declaration?': declaration,
  'done?': flag,
  'note?': text,
});
const waiver = every<Waiver>({ reference, range, reason: text, 'owner?': text, 'until?': text });
const attribute = every<Attribute>({ name: text, value: text, 'parts?': list(text), range, 'unread?': one('name', 'value') });
const target = every<Target>({ metric: text, comparison: one('<', '<=', '=', '>=', '>'), value: number, unit: text, note: text });
const criterion = every<CriterionFacts>({
  localId: text,
  'shown?': text,
  whole: flag,
  'implicit?': flag,
  'idRange?': range,
  'aliases?': list(text),
  kind: one('criterion', 'step', 'target'),
  text,
  detail: text,
  range,
  nameRange: range,
  'claimed?': flag,
  'checkboxRange?': range,
  attributes: list(attribute),
  'target?': target,
  'needs?': list(linkKind),
  'revision?': text,
  exempt: flag,
});
const requirement = every<RequirementFacts>({
  'copied?': flag,
  localId: text,
  'shown?': text,
  'notation?': text,
  'namespace?': text,
  'place?': every<ItemPlace>({ distance: count, 'byTitle?': flag, 'written?': text }),
  'kind?': text,
  'revision?': text,
  implicit: flag,
  'idRange?': range,
  'aliases?': list(text),
  'planned?': text,
  'amends?': text,
  title: text,
  text,
  range,
  nameRange: range,
  level: count,
  attributes: list(attribute),
  criteria: list(criterion),
  'needs?': list(linkKind),
  'usualNeeds?': list(linkKind),
  covers: list(reference),
  'fingerprints?': list(text),
  'section?': text,
  'quotedAs?': text,
  exempt: flag,
});
const proposal = every<Proposal>({
  kind: one('modified', 'removed', 'renamed'),
  change: text,
  reference,
  'to?': object({ name: text, id: text }),
});
/** One that is nested deeper than any of ours is none of ours. */
const messageOf = (values: Check): Check => object({ text, values: list((value, path) => text(value, path) || values(value, path)) });
const message = messageOf(messageOf(messageOf(() => false)));
const role = one('document', 'test', 'code', 'prose');

/** Facts of one file point at no other. */
const here: Check = (value, path) => value === path;
const edit = object({ path: here, range, newText: text });
const fix = object({ title: message, edits: list(edit), 'preferred?': flag });
const problem = object({
  code: one(...FINDING_CODES),
  range,
  message,
  'related?': list(object({ path: here, range, message })),
  'fixes?': list(fix),
  'unread?': flag,
});
const facts = object({
  kind: text,
  facts: every<FileFacts>({
    path: here,
    role,
    'documentKey?': text,
    'namespace?': text,
    'part?': one('spec', 'plan', 'tasks', 'design', 'checklist', 'delta', 'archive', 'prompt', 'template'),
    'names?': list(text),
    'needs?': list(linkKind),
    requirements: list(requirement),
    annotations: list(annotation),
    waivers: list(waiver),
    mentions: list(reference),
    links: list(object({ target: text, range, 'tag?': one('link', 'post_url', 'ref', 'doc') })),
    'anchors?': list(text),
    'page?': every<PageFacts>({
      'permalink?': text,
      'slug?': text,
      'id?': text,
      'redirects?': list(text),
      'hidden?': flag,
      'partials?': list(text),
    }),
    problems: list(problem),
    'aliases?': list(object({ name: text, references: list(reference) })),
    'proposals?': list(proposal),
    'mapping?': every<FoundMapping>({ key: one('reqif', 'sheets'), id: list(text), title: list(text), text: list(text) }),
    'passages?': list(every<Passage>({ document: text, section: text, title: text, range, words: text, starts: list(count) })),
    'conditions?': list(every<WrittenCondition>({ name: text, range, 'exempts?': flag })),
    'globs?': list(every<WrittenGlob>({ key: text, glob: text, range })),
    'limits?': list(every<ReadingLimit>({ kind: one('file', 'start', 'next-line', 'pointer', 'conflict'), range })),
  }),
});
const asleep = object({ kind: text, prefixes: list(text) });
const skipped = object({ kind: text, reason: message });

/** True for what may be known of a file of that path. */
export function isScanned(value: unknown, path: FilePath): value is Scanned {
  switch ((value as Scanned | null)?.kind) {
    case 'facts':
      return facts(value, path);
    case 'asleep':
      return asleep(value, path);
    case 'skipped':
      return skipped(value, path);
    default:
      return false;
  }
}
