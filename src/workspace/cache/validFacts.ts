import type { FilePath } from '../../model/position.ts';
import { FINDING_CODES } from '../../model/finding.ts';
import type { Scanned } from '../scan/scanned.ts';

/*
 * Whether values from a file on disk are what we once wrote there: every property known, of its type, and none besides.
 * The types of src/model say the same; a test holds facts of all kinds against these checks.
 */

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const one = (...values: readonly string[]): Check => (value) => typeof value === 'string' && values.includes(value);
const list = (each: Check): Check => (value) => Array.isArray(value) && value.every(each);

/** An object with these properties, those whose name ends in `?` optional. */
function object(shape: Readonly<Record<string, Check>>): Check {
  const checks = new Map(Object.entries(shape).map(([name, check]) => [name.replace('?', ''), check]));
  const required = Object.keys(shape).filter((name) => !name.endsWith('?'));
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, its]) => checks.get(name)?.(its) ?? false);
}

const position = object({ line: count, character: count });
const range = object({ start: position, end: position });
const linkKind = one('implements', 'verifies');
const reference = object({ text, range, id: text, 'document?': text, 'criterion?': text, 'pin?': text, 'composed?': flag });
const declaration = object({ name: text, kind: one('function', 'class', 'test', 'other'), range, 'within?': list(text), 'lastLine?': count });
const annotation = object({ kind: linkKind, source: one('keyword', 'test-title', 'test-name', 'pattern'), reference, 'declaration?': declaration });
const waiver = object({ reference, range, reason: text, 'owner?': text, 'until?': text });
const attribute = object({ name: text, value: text, 'parts?': list(text), range });
const target = object({ metric: text, comparison: one('<', '<=', '=', '>=', '>'), value: number, unit: text, note: text });
const criterion = object({
  localId: text, whole: flag, 'idRange?': range, kind: one('criterion', 'step', 'target'), text, detail: text, range, nameRange: range,
  'claimed?': flag, 'checkboxRange?': range, attributes: list(attribute), 'target?': target, exempt: flag,
});
const requirement = object({
  localId: text, implicit: flag, 'idRange?': range, title: text, text, range, nameRange: range, level: count, attributes: list(attribute),
  criteria: list(criterion), 'needs?': list(linkKind), covers: list(reference), exempt: flag,
});
/** One that is nested deeper than any of ours is none of ours. */
const messageOf = (values: Check): Check => object({ text, values: list((value) => text(value) || values(value)) });
const message = messageOf(messageOf(messageOf(() => false)));
const role = one('document', 'test', 'code', 'prose');
const prefixes = list(text);

/** Facts of one file point at no other. */
function factsOf(path: FilePath): Check {
  const here: Check = (value) => value === path;
  const edit = object({ path: here, range, newText: text });
  const fix = object({ title: message, edits: list(edit), 'preferred?': flag });
  const problem = object({ code: one(...FINDING_CODES), range, message, 'related?': list(object({ path: here, range, message })), 'fixes?': list(fix) });
  return object({
    path: here, role, 'documentKey?': text, 'needs?': list(linkKind), requirements: list(requirement), annotations: list(annotation),
    waivers: list(waiver), mentions: list(reference), links: list(object({ target: text, range })), problems: list(problem),
  });
}

/** True for what may be known of a file of that path. */
export function isScanned(value: unknown, path: FilePath): value is Scanned {
  switch ((value as Scanned | null)?.kind) {
    case 'facts':
      return object({ kind: text, facts: factsOf(path) })(value);
    case 'asleep':
      return object({ kind: text, prefixes })(value);
    case 'skipped':
      return object({ kind: text, reason: message })(value);
    default:
      return false;
  }
}
