import { adviceOn, advisedIds } from '../query/fit/advice.ts';
import { deliveries } from '../query/fit/deliveries.ts';
import { notationsFound } from '../query/notationsFound.ts';
import type { IndexView } from '../index/view.ts';
import { ENGLISH_LABELS } from '../formats/configuration/criteriaLabels.ts';
import { isForeignReason } from '../formats/foreign/foreignFiles.ts';
import type { IdGrammar } from '../formats/ids/idGrammar.ts';
import { jointPatterns } from '../formats/ids/idPatterns.ts';
import { isPlain } from '../model/notation.ts';
import type { RequirementItem } from '../model/item.ts';
import { inEnglish } from '../model/message.ts';
import type { FilePath } from '../model/position.ts';
import { lineOf } from '../model/position.ts';
import { count, plain } from './writing/plainText.ts';

/** Found things that are named one by one; the rest is only counted. */
const MOST = 8;

/** Files of the repository by what they are. */
export interface FoundFiles {
  readonly documents: readonly FilePath[];
  readonly tests: readonly FilePath[];
}

/**
 * A reqtrace.yaml for a repository that has none: it says what was found, and every setting in it is commented out, so
 * that it changes nothing until someone does.
 */
export function renderConfiguration(view: IndexView, ids: IdGrammar, files: FoundFiles): string {
  const { labels, criteria } = view.configuration;
  return `# Configuration of ReqTrace. Every key is optional; what is commented out shows the default or an example.
version: 1

# Documents that may define requirements.
${notes(documentNotes(view, files))}# documents:
#   - docs/**/*.md
#   - { glob: docs/plan/**/*.md, steps: true, targets: true }   # numbered steps and rows with a target are criteria

# Ways of writing requirements that are read: auto is every one, [auto, -kiro] all but one, [house] only ReqTrace's own.
${notes(notationNotes(view))}# notations: [auto]

# Words that make a heading with a number a requirement, and the prefix of its id.
${notes(prefixNotes(view, ids))}# labels:
${Object.entries(labels)
  .map(([label, prefix]) => `#   ${label}: ${prefix}`)
  .join('\n')}

# Ids of other shapes, as regular expressions.
${notes(patternNotes(view))}# ids: [${patternsOf(view).join(', ') || '"HLR_[0-9]+"'}]

# Items that other tools keep, by the prefix of their keys, each with the address of one: links to look at, which count for nothing.
${notes(keyNotes(view))}# keys:
${exampleKeys(view)
  .map((key) => `#   ${key}: "https://tracker.example/browse/{key}"`)
  .join('\n')}

# Words that end the label of a list of criteria, in place of the defaults (these, and the same in ten languages); moreLabels are added to
# them, taskLabels are for lists of tasks only.
${notes(nearMissNotes(view))}# criteria:
#   labels: [${ENGLISH_LABELS.join(', ')}]
#   taskLabels: [${criteria.taskLabels.join(', ')}]

# Sections without an ID that make requirements: labels, tasks or off.
# implicit: labels

# Test files, added to those that are known by their usual names. In them "@req" verifies, elsewhere it implements.
${notes(found('test file', files.tests))}# tests: ["checks/**"]

# Files that are never read, added to the usual ones. What git ignores is left out anyway.
# exclude: [third_party/**]

${deliveryText(view)}# What every criterion needs before it counts as met.
${notes(needNotes(view, ids))}${needRules(view, ids)}
# A notation that the project has already.
# annotations:
#   - { pattern: "Implements: (?<ref>[A-Z]+-[0-9.]+)", kind: implements }

# Where results of test runs and line coverage lie, in place of the usual places; found also where git ignores them.
# evidence:
#   results: [out/reports/**/*.xml]
#   coverage: [out/lcov.info]

# How grave a finding is: error, warning, information or off.
# severity: { unmet-criterion: warning, near-miss: off }

# Gaps that are accepted until a day, that day included.
# waivers:
#   - { ref: IP-1.2.1/AC4, reason: measured by hand, owner: QA, until: 2027-03-31 }
`;
}

function documentNotes(view: IndexView, files: FoundFiles): string[] {
  const documents = view.documents();
  const names = documents.map(({ path, requirements }) => {
    const criteria = requirements.reduce((sum, requirement) => sum + requirement.criteria.length, 0);
    return `${path}: ${count(requirements.length, 'requirement')}, ${count(criteria, 'criterion', 'criteria')}`;
  });
  const unread = view.allFindings().flatMap(({ code, path, message }) => {
    const reason = code === 'skipped-file' ? message.values[0] : undefined;
    return typeof reason === 'object' && isForeignReason(reason) ? [`${path}: ${inEnglish(reason)}`] : [];
  });
  return [
    `Found: ${count(files.documents.length, 'document')}, ${documents.length} of them with requirements.`,
    ...some(names),
    ...(unread.length > 0 ? [`Found, and not read: ${count(unread.length, 'file')} with requirements.`, ...some(unread)] : []),
  ];
}

function notationNotes(view: IndexView): string[] {
  return notationsFound(view).map(({ name, files }) => `Found: ${name} in ${count(files, 'document')}.`);
}

function prefixNotes(view: IndexView, ids: IdGrammar): string[] {
  const numbers = new Map<string, number>();
  for (const { facts } of view.requirements()) {
    const prefix = facts.implicit ? 'without an ID' : ids.prefixOf(facts.localId);
    numbers.set(prefix, (numbers.get(prefix) ?? 0) + 1);
  }
  const names = Array.from(numbers)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([prefix, number]) => `${prefix}: ${number}${example(view, prefix)}`);
  return names.length ? ['Found prefixes:', ...some(names)] : ['Found: no requirement yet.'];
}

/** Prefixes of what annotations name and no document has, with the number of places and the first of them. */
function strangers(view: IndexView): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const path of [...view.files.keys()].filter((one) => view.facts(one)?.annotations.length).sort()) {
    for (const { reference, resolution } of view.referencesIn(path)) {
      if (resolution.kind !== 'unknown' || resolution.declarable === undefined) continue;
      const known = places.get(resolution.declarable) ?? [];
      places.set(resolution.declarable, [...known, `${reference.text} (${path}:${lineOf(reference.range)})`]);
    }
  }
  return places;
}

function keyNotes(view: IndexView): string[] {
  const names = Array.from(strangers(view), ([name, places]) => `${name}: ${count(places.length, 'reference')}, such as ${places[0]}`);
  return names.length > 0 ? ['Found, and defined by no document:', ...some(names)] : [];
}

function exampleKeys(view: IndexView): readonly string[] {
  const names = [...strangers(view).keys()].slice(0, MOST);
  return (names.length > 0 ? names : ['TEA']).map((name) => (name.endsWith('#') ? `"${name}"` : name));
}

function example(view: IndexView, prefix: string): string {
  const starts = (item: RequirementItem): boolean => !item.facts.implicit && item.facts.localId.startsWith(prefix);
  for (const item of view.requirements()) if (starts(item)) return `, such as ${item.id}`;
  return '';
}

/** Patterns that read ids which were seen and not read; each was tried on those of its document. */
function patternsOf(view: IndexView): string[] {
  return jointPatterns(advisedIds(view))
    .toSorted()
    .map((pattern) => `'${pattern.replaceAll("'", "''")}'`);
}

function patternNotes(view: IndexView): string[] {
  const seen = view.allFindings().filter((finding) => adviceOn(view, finding)?.kind === 'pattern');
  if (seen.length === 0) return [];
  return [`Found: ids of other shapes in ${count(seen.length, 'place')}, which these patterns read.`];
}

/** Prefixes of what is written down with ids and hardly ever asks for code or tests: decisions, hazards, risks, test cases, procedures. */
const OTHER_KINDS = new Set(
  'ADR ADD DEC RISK RSK HAZ HAZARD HE HZ THREAT TC TEST INT ITC STC UTC TP VC SVC SOP WI ASM ASSUMPTION ISSUE Q'.split(' '),
);

function otherKinds(view: IndexView, ids: IdGrammar): string[] {
  // Those that their document tells apart need nothing anyway.
  const explicit = [...view.requirements()].filter(
    ({ facts, notation }) => !facts.implicit && !facts.exempt && !facts.usualNeeds && isPlain({ notation }),
  );
  const prefixes = new Set(explicit.map(({ facts }) => ids.prefixOf(facts.localId)));
  return [...prefixes].filter((prefix) => OTHER_KINDS.has(prefix)).sort();
}

function needNotes(view: IndexView, ids: IdGrammar): string[] {
  const kinds = otherKinds(view, ids);
  if (kinds.length === 0) return [];
  return [`Found: ${kinds.join(', ')}, which are perhaps no requirements; the rules below ask nothing of them.`];
}

/** The default, or rules that could be in its place; commented out. */
function needRules(view: IndexView, ids: IdGrammar): string {
  const kinds = otherKinds(view, ids);
  if (kinds.length === 0) return '# needs: [implements, verifies]\n';
  return ['needs:', ...kinds.map((prefix) => `  - { prefix: ${prefix}, kinds: [] }`), '  - { kinds: [implements, verifies] }']
    .map((line) => `# ${line}\n`)
    .join('');
}

/** Files of other tools with what is read from which attributes or columns, and items to see whether it is right; nothing where there are none. */
function deliveryText(view: IndexView): string {
  const found = deliveries(view);
  if (found.length === 0) return '';
  const lines = found.flatMap(({ files, items, examples }) => [
    `Found in ${files}: ${count(items, 'item')}, such as`,
    ...examples.map((example) => `  ${example}`),
  ]);
  const keys = [...new Set(found.map(({ key }) => key))];
  const rules = keys.flatMap((key) => [`${key}:`, ...found.filter((one) => one.key === key).map(({ entry }) => `  - ${entry}`)]);
  return `# From which attributes and columns files of other tools are read; to be changed where an ID, a title or a text is wrong.
${notes(lines)}${notes(rules)}
`;
}

function nearMissNotes(view: IndexView): string[] {
  const missed = view.allFindings().filter(({ code }) => code === 'near-miss');
  if (!missed.length) return [];
  const names = missed.map(({ path, range, message }) => `${path}:${lineOf(range)}: ${inEnglish(message)}`);
  return [`Found: ${count(missed.length, 'place')} where a label or an ID was nearly right.`, ...some(names)];
}

function found(what: string, paths: readonly FilePath[]): string[] {
  return [`Found: ${count(paths.length, what)}${paths.length ? '.' : '; name them here if there are any.'}`, ...some(paths)];
}

function some(names: readonly string[]): string[] {
  const rest = names.length - MOST;
  const kept = names.slice(0, rest > 1 ? MOST : names.length).map((name) => `  ${name}`);
  return rest > 1 ? [...kept, `  and ${rest} more`] : kept;
}

function notes(lines: readonly string[]): string {
  return lines.map((line) => `# ${plain(line)}\n`).join('');
}
