import { parseDocument } from 'yaml';
import { CONFIGURATION_FILE, LOUDNESSES } from '../../model/configuration.ts';
import { DEFAULT_CONFIGURATION } from './defaults.ts';
import type { AnnotationPattern, Configuration, DocumentRule, TestCommand } from '../../model/configuration.ts';
import { emptyFacts } from '../../model/facts.ts';
import type { FileFacts } from '../../model/facts.ts';
import { FINDING_CODES, SEVERITIES } from '../../model/finding.ts';
import type { Problem } from '../../model/finding.ts';
import { createIdGrammar } from '../ids/idGrammar.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { FILE_START, rangeAt } from '../../model/position.ts';
import { LineMap } from '../../text/lineMap.ts';
import { neededKinds } from '../../model/linkKind.ts';
import type { LinkKindRecord } from '../../model/linkKind.ts';
import { readKeys } from './keys.ts';
import { readKinds, readLinkKinds, readNeeds } from './kinds.ts';
import { readNotations } from './notations.ts';
import { readGates } from './gates.ts';
import { countAlternatives, globFault } from '../../text/patterns/glob.ts';
import { withoutByteOrderMark } from '../../text/lines.ts';
import { patternFault } from './patternFault.ts';
import { readReqifRules, readSheetRules } from './mappings.ts';
import { readSites } from './sites.ts';
import { readTestCommands } from './testCommands.ts';
import { readWaivers } from './waivers.ts';
import { writtenConditions } from './conditions.ts';
import { writtenGlobs } from './writtenGlobs.ts';
import { tooDeepAt } from '../carriers/yaml/nesting.ts';
import { yamlFault } from '../carriers/yaml/yamlFault.ts';
import { NOTATION_NAMES } from '../notations/registry.ts';
import { present, YamlValue } from '../carriers/yaml/yamlValue.ts';

const KEYS = [
  'version',
  'documents',
  'exclude',
  'archive',
  'tests',
  'siteRoot',
  'site',
  'labels',
  'ids',
  'keys',
  'criteria',
  'implicit',
  'notations',
  'kinds',
  'needs',
  'levels',
  'inherit',
  'annotations',
  'reqif',
  'sheets',
  'evidence',
  'severity',
  'problems',
  'gates',
  'waivers',
] as const;

/** Far more than anyone writes, in UTF-16 code units. */
const MAX_LENGTH = 128 * 1024;

/** Every path is held against every glob, and every line against every pattern. */
const MAX_ALTERNATIVES = 1000;
const MAX_PATTERNS = 50;

/** One slip can make an error of every line behind it. */
const MAX_SYNTAX_ERRORS = 20;

const { criteria: defaultCriteria, ...defaults } = DEFAULT_CONFIGURATION;

/** What reqtrace.yaml says. */
export interface ReadConfiguration {
  /** Undefined if there is any `config-error`: half a configuration would give wrong results in silence. */
  readonly configuration: Configuration | undefined;
  /** Its problems, and its waivers as far as they can be read. */
  readonly facts: FileFacts;
}

// @implements RT-1.5~13e9f9
/**
 * Reads reqtrace.yaml: every problem is in the facts at its very place, and nothing is ever thrown.
 * `readConfiguration('reqtrace.yaml', 'siteRoot: docs')` is the default with that root.
 *
 * YAML 1.2 without merge keys. `documents`, `ids`, `criteria`, `needs` and the like stand for themselves; `exclude`, `tests` and
 * `labels` add to the defaults, where a label of `null` takes one away.
 *
 * @param notations names that `notations:` may have.
 */
export function readConfiguration(path: FilePath, written: string, notations: readonly string[] = NOTATION_NAMES): ReadConfiguration {
  const text = withoutByteOrderMark(written);
  const problems: Problem[] = [];
  const lines = new LineMap(text);
  const finish = (configuration: Configuration | undefined, more: Further = { waivers: [] }): ReadConfiguration => ({
    configuration: problems.some((problem) => problem.code === 'config-error') ? undefined : configuration,
    facts: { ...emptyFacts(path, 'configuration'), ...more, problems },
  });

  const unreadable = whyUnreadable(text, lines);
  if (unreadable) {
    problems.push(unreadable);
    return finish(undefined);
  }
  const document = parse(text, lines, problems);
  // After an error of syntax, what the values say is mostly an echo of it.
  const values: Problem[] = problems.length ? [] : problems;
  const root = new YamlValue({ text, document, lines, problems: values, aliases: 0 }, document.contents, '', FILE_START);
  // An empty file, or one of comments only, is as good as none.
  if (root.isNull) return finish(DEFAULT_CONFIGURATION, { waivers: [], globs: [] });
  const fields = root.fields(KEYS);
  const read = <Value>(key: (typeof KEYS)[number], reader: (value: YamlValue) => Value | undefined, fallback: Value): Value => {
    const value = present(fields.get(key));
    // `exclude:` with everything behind it commented out has no meaning, not an error.
    return value ? (reader(value) ?? fallback) : fallback;
  };

  read('version', readVersion, undefined);
  const ids = read('ids', (value) => few(value, (pattern) => readPattern(pattern, true)), []);
  const kinds = read('kinds', (value) => readKinds(value, readGlobs), defaults.kinds);
  const severity = read('severity', readSeverity, defaults.severity);
  const tests = read('tests', readTests, { files: [], commands: [] });
  const configuration: Configuration = {
    documents: read('documents', (value) => boundedGlobs(value, value.listOf(readDocumentRule), ({ glob }) => glob), defaults.documents),
    exclude: [...defaults.exclude, ...read('exclude', readGlobs, [])],
    // Whoever names the documents has said which count.
    archive: read('archive', readGlobs, present(fields.get('documents')) ? [] : defaults.archive),
    tests: [...defaults.tests, ...tests.files],
    testCommands: tests.commands,
    siteRoot: read('siteRoot', readFolder, defaults.siteRoot),
    ...read('site', (value) => readSites(value, readFolder), {}),
    labels: read('labels', readLabels, defaults.labels),
    ids,
    keys: read('keys', readKeys, defaults.keys),
    criteria: read('criteria', (value) => readCriteria(value, defaultCriteria), defaultCriteria),
    implicit: read('implicit', (value) => value.word(['labels', 'tasks', 'off']), defaults.implicit),
    notations: read('notations', (value) => readNotations(value, notations), defaults.notations),
    kinds,
    ...read('needs', (value) => readNeeds(value, kinds, defaults.needs), { needs: defaults.needs, needRules: defaults.needRules }),
    levels: read('levels', (value) => value.word(['deep', 'shallow']), defaults.levels),
    inherit: read('inherit', (value) => readLinkKinds(value, kinds), defaults.inherit),
    annotations: read('annotations', (value) => few(value, (entry) => readAnnotation(entry, kinds)), defaults.annotations),
    reqif: read('reqif', (value) => readReqifRules(value, readGlob), defaults.reqif),
    sheets: read('sheets', (value) => readSheetRules(value, readGlob), defaults.sheets),
    evidence: read('evidence', readEvidence, defaults.evidence),
    severity,
    ...read('problems', readLoudness, {}),
    gates: read('gates', (value) => readGates(value, severity), defaults.gates),
  };
  return finish(configuration, {
    waivers: read('waivers', (value) => readWaivers(value, createIdGrammar(ids), values), []),
    globs: problems.length ? [] : writtenGlobs(fields),
    conditions: problems.length ? [] : writtenConditions(fields),
  });
}

/** What the file says beside the configuration. */
type Further = Pick<FileFacts, 'waivers' | 'globs' | 'conditions'>;

/** What nobody wrote by hand is given to no parser. */
function whyUnreadable(text: string, lines: LineMap): Problem | undefined {
  if (text.length > MAX_LENGTH) {
    const message = say('{0} is larger than {1} KB; no configuration needs that', CONFIGURATION_FILE, MAX_LENGTH / 1024);
    return { code: 'config-error', range: FILE_START, message };
  }
  const deep = tooDeepAt(text);
  if (deep === undefined) return undefined;
  const message = say('{0} is nested deeper than any configuration', CONFIGURATION_FILE);
  return { code: 'config-error', range: rangeAt(lines.positionAt(deep).line, 0, 0), message };
}

/** The values of the file with their places; what is wrong with its syntax goes to the problems. */
function parse(text: string, lines: LineMap, problems: Problem[]): ReturnType<typeof parseDocument> {
  // Repeated keys are found by YamlValue: the library compares each key with all others.
  const document = parseDocument(text, { version: '1.2', merge: false, uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  for (const error of [...document.errors, ...document.warnings].slice(0, MAX_SYNTAX_ERRORS)) {
    // What is missing at the end is placed behind it by the library.
    const [start, end] = [Math.min(error.pos[0], text.length), Math.min(error.pos[1], text.length)];
    // Many errors point at one character; the word that begins there is easier to see.
    const word = /^[^\s,:[\]{}]*/u.exec(text.slice(start, start + 100))?.[0].length ?? 0;
    const reason = error.message.split('\n')[0] ?? '';
    problems.push({
      code: 'config-error',
      range: lines.rangeOf(start, Math.max(end, start + word)),
      message: say('{0} is not valid YAML: {1}', CONFIGURATION_FILE, yamlFault(reason)),
    });
  }
  return document;
}

function readVersion(value: YamlValue): undefined {
  const version = value.number();
  return version === undefined || version === 1 ? undefined : value.fail(say('must be 1, the only version there is, not {0}', version));
}

function readLoudness(value: YamlValue): Pick<Configuration, 'problems'> {
  const problems = value.word(LOUDNESSES);
  return problems === undefined ? {} : { problems };
}

function readText(value: YamlValue): string | undefined {
  const text = value.string();
  return text?.trim() === '' ? value.fail(say('must not be empty')) : text;
}

function readGlob(value: YamlValue): string | undefined {
  const glob = value.string();
  const fault = glob === undefined ? undefined : globFault(glob);
  return fault ? value.fail(fault) : glob;
}

function readGlobs(value: YamlValue): string[] {
  return boundedGlobs(value, value.listOf(readGlob), (glob) => glob);
}

function boundedGlobs<Value>(value: YamlValue, list: Value[], globOf: (entry: Value) => string): Value[] {
  let alternatives = 0;
  for (const entry of list) {
    alternatives += countAlternatives(globOf(entry));
    if (alternatives > MAX_ALTERNATIVES) {
      value.fail(say('must not expand to more than {0} alternatives altogether', MAX_ALTERNATIVES));
      return [];
    }
  }
  return list;
}

function few<Value>(value: YamlValue, read: (entry: YamlValue) => Value | undefined): Value[] {
  const list = value.listOf(read);
  if (list.length > MAX_PATTERNS) value.fail(say('must not have more than {0} patterns', MAX_PATTERNS));
  return list;
}

function readDocumentRule(value: YamlValue): DocumentRule | undefined {
  if (value.isText) {
    const glob = readGlob(value);
    return glob === undefined ? undefined : { glob, steps: false, targets: false };
  }
  const fields = value.fields(['glob', 'steps', 'targets']);
  const glob = fields.get('glob');
  if (!glob) return value.fail(say('needs a glob, such as docs/**/*.md'));
  const pattern = readGlob(glob);
  const steps = fields.get('steps')?.boolean() ?? false;
  const targets = fields.get('targets')?.boolean() ?? false;
  return pattern === undefined ? undefined : { glob: pattern, steps, targets };
}

function readFolder(value: YamlValue): string | undefined {
  const folder = value.string();
  if (folder === undefined) return undefined;
  if (folder.includes('\\')) return value.fail(say('must use "/" between folders, not "\\"'));
  if (/^(?:\/|[A-Za-z]:)/u.test(folder))
    return value.fail(say('must be relative to the folder of reqtrace.yaml, without a leading "/" or drive'));
  const parts = folder.split('/').filter((part) => part !== '' && part !== '.');
  return parts.includes('..') ? value.fail(say('must stay inside the workspace folder, without ".."')) : parts.join('/');
}

/** Capital segments, as the id grammar has them before the number. */
const PREFIX = /^[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*$/u;

function readLabels(value: YamlValue): Record<string, string> {
  // Labels match in any letter case, so `requirement: null` takes `Requirement` away.
  const labels = new Map(Object.entries(DEFAULT_CONFIGURATION.labels).map(([label, prefix]) => [label.toLowerCase(), [label, prefix]]));
  for (const { key, keyRange, value: prefix } of value.entries()) {
    const label = key.trim();
    const text = prefix.isNull ? undefined : prefix.string();
    if (label === '') value.fail(say('must not have an empty label'), keyRange);
    else if (prefix.isNull) labels.delete(label.toLowerCase());
    else if (text !== undefined && !PREFIX.test(text))
      prefix.fail(say('must be a prefix of capital letters such as REQ or SW-REQ, not "{0}"', text));
    else if (text !== undefined) labels.set(label.toLowerCase(), [label, text]);
  }
  return Object.fromEntries(labels.values());
}

function readPattern(value: YamlValue, followed: boolean): string | undefined {
  const pattern = value.string();
  const fault = pattern === undefined ? undefined : patternFault(pattern, followed);
  return fault ? value.fail(fault) : pattern;
}

function readCriteria(value: YamlValue, defaults: Configuration['criteria']): Configuration['criteria'] {
  const fields = value.fields(['labels', 'moreLabels', 'taskLabels']);
  const words = (key: 'labels' | 'taskLabels'): readonly string[] => {
    return present(fields.get(key))?.listOf(readText) ?? defaults[key];
  };
  const labels = words('labels');
  const labelsInRequirement = labels === defaults.labels ? defaults.labelsInRequirement : [];
  const more = present(fields.get('moreLabels'))?.listOf(readText) ?? [];
  return { labels: more.length > 0 ? [...labels, ...more] : labels, labelsInRequirement, taskLabels: words('taskLabels') };
}

function readAnnotation(value: YamlValue, kinds: readonly LinkKindRecord[]): AnnotationPattern | undefined {
  const fields = value.fields(['pattern', 'kind']);
  const pattern = fields.get('pattern');
  if (!pattern) return value.fail(say('needs a pattern, such as "Implements: (?<ref>[A-Z]+-[0-9.]+)"'));
  const text = readPattern(pattern, false);
  const kind = fields.get('kind');
  const linkKind = kind ? kind.word(neededKinds(kinds)) : value.fail(say('needs a kind: implements or verifies'));
  if (text !== undefined && !/\(\?<ref>/u.test(text))
    return pattern.fail(say('must have a group named ref around the reference: (?<ref>…)'));
  return text === undefined || !linkKind ? undefined : { pattern: text, kind: linkKind };
}

/** A list of globs, or `{ files, run }`. */
function readTests(value: YamlValue): { readonly files: readonly string[]; readonly commands: readonly TestCommand[] } {
  if (!value.isMapping) return { files: readGlobs(value), commands: [] };
  const fields = value.fields(['files', 'run']);
  const files = present(fields.get('files'));
  const run = present(fields.get('run'));
  return { files: files ? readGlobs(files) : [], commands: run ? readTestCommands(run, readGlobs, readFolder) : [] };
}

function readEvidence(value: YamlValue): Configuration['evidence'] {
  const fields = value.fields(['results', 'coverage']);
  const globs = (key: 'results' | 'coverage'): readonly string[] => {
    const list = present(fields.get(key));
    return list ? readGlobs(list) : DEFAULT_CONFIGURATION.evidence[key];
  };
  return { results: globs('results'), coverage: globs('coverage') };
}

function readSeverity(value: YamlValue): Configuration['severity'] {
  const severity: Configuration['severity'] & Record<string, unknown> = {};
  for (const { key, keyRange, value: level } of value.entries()) {
    const code = FINDING_CODES.find((candidate) => candidate === key);
    if (!code) value.unknownKey(key, keyRange, FINDING_CODES);
    else {
      const word = level.word([...SEVERITIES, 'off']);
      if (word) Object.assign(severity, { [code]: word });
    }
  }
  return severity;
}
