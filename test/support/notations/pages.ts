import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { readConfiguration } from '../../../src/formats/configuration/readConfiguration.ts';
import { SETTINGS_FILES, withSettings } from '../../../src/formats/extraction/toolSettings.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import type { Notation } from '../../../src/formats/notation/notation.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import { CONFIGURATION_FILE } from '../../../src/model/configuration.ts';
import type { CriterionFacts, FileFacts, Reference, RequirementFacts, Waiver } from '../../../src/model/facts.ts';
import { inEnglish } from '../../../src/model/message.ts';
import type { Range } from '../../../src/model/position.ts';

/**
 * An example of a page: a file with its path in a line above it, a reqtrace.yaml before it if it needs one, and in a block of `text` what is read
 * from it.
 */
export interface PageExample {
  readonly path: string;
  readonly text: string;
  readonly configuration?: string;
  /** Settings of other tools that stand above it, by path. */
  readonly settings?: ReadonlyMap<string, string>;
  readonly read: string;
}

const BLOCK = /^(?:`(?<path>[\w./ -]+)`:\n\n)?(?<fence>`{3,})(?<language>\w+)\n(?<text>[^]*?)^\k<fence>$/gmu;

/** The examples of a page; one of its blocks that is no part of an example is a mistake. */
export function examplesOf(page: string): PageExample[] {
  const examples: PageExample[] = [];
  let files = new Map<string, string>();
  for (const { groups: { path, language, text = '' } = {} } of page.matchAll(BLOCK)) {
    if (path !== undefined) files.set(path, text);
    else {
      assert.equal(language, 'text', `a block without a path above it must say what is read:\n${text}`);
      const configuration = files.get(CONFIGURATION_FILE);
      const settings = new Map([...files].filter(([name]) => SETTINGS_FILES.has(name)));
      const [file, ...others] = [...files].filter(([name]) => name !== CONFIGURATION_FILE && !settings.has(name));
      assert.ok(file && others.length === 0, `one file must stand above what is read:\n${text}`);
      examples.push({ path: file[0], text: file[1], ...(configuration !== undefined && { configuration }), settings, read: text });
      files = new Map();
    }
  }
  assert.deepEqual([...files.keys()], [], 'nothing is said of what is read');
  return examples;
}

/** What is read from an example, one fact a line: `3 requirement REQ-1 Stock`. */
export function readExample(example: PageExample, notations: readonly Notation[]): string {
  const facts = factsOfExample(example, notations);
  const lines = factLines(facts).toSorted(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
  return `${[...documentLines(facts), ...lines.map(({ range, words }) => `${range.start.line + 1} ${words}`)].join('\n') || 'nothing'}\n`;
}

/** The facts of an example. */
export function factsOfExample(
  { path, text, configuration: written, settings = new Map() }: PageExample,
  notations: readonly Notation[],
): FileFacts {
  return createExtractor(withSettings(configurationOf(written, notations), settings), notations).extract(path, text);
}

/** Writes what is read from its examples into a page. */
export function updatePage(page: URL, notations: readonly Notation[]): void {
  const before = readFileSync(page, 'utf8');
  const examples = examplesOf(before);
  let at = 0;
  const after = before.replaceAll(/^```text\n[^]*?^```$/gmu, () => {
    const example = examples[at++];
    return example ? `\`\`\`text\n${readExample(example, notations)}\`\`\`` : '';
  });
  if (after !== before) writeFileSync(page, after);
}

function configurationOf(written: string | undefined, notations: readonly Notation[]): Configuration {
  if (written === undefined) return DEFAULT_CONFIGURATION;
  const { configuration, facts } = readConfiguration(
    CONFIGURATION_FILE,
    written,
    notations.map(({ name }) => name),
  );
  assert.ok(configuration, facts.problems.map(({ message }) => inEnglish(message)).join('\n'));
  return configuration;
}

interface FactLine {
  readonly range: Range;
  readonly words: string;
}

function documentLines({ path, documentKey, needs, aliases = [] }: FileFacts): string[] {
  const usual = path.replace(/\.md$/u, '');
  return [
    ...(documentKey !== undefined && documentKey !== usual ? [`document ${documentKey}`] : []),
    ...(needs ? [`document needs ${needs.join(', ') || 'nothing'}`] : []),
    ...aliases.map(({ name, references }) => `${name} stands for ${references.map(wordsOf).join(', ')}`),
  ];
}

function factLines(facts: FileFacts): FactLine[] {
  return [
    ...facts.requirements.flatMap((requirement) => requirementLines(requirement, facts)),
    ...facts.annotations.map(({ kind, reference, declaration, done }) => ({
      range: reference.range,
      words: [
        kind,
        wordsOf(reference),
        ...(reference.scope === undefined ? [] : [`of ${reference.scope}`]),
        ...(declaration ? [declaration.name] : []),
        ...(done === undefined ? [] : [done ? '(done)' : '(not done)']),
      ].join(' '),
    })),
    ...(facts.proposals ?? []).map(({ kind, change, reference, to }) => ({
      range: reference.range,
      words: `${change}: ${kind} ${wordsOf(reference)}${to ? ` to ${to.name}` : ''}`,
    })),
    ...facts.waivers.map((waiver) => ({ range: waiver.range, words: waiverWords(waiver) })),
    ...facts.mentions.map((reference) => ({ range: reference.range, words: `mentions ${wordsOf(reference)}` })),
    ...facts.links.map(({ target, range }) => ({ range, words: `links to ${target}` })),
    ...facts.problems.map(({ code, range, message }) => ({ range, words: `${code} ${inEnglish(message)}` })),
  ];
}

function requirementLines(requirement: RequirementFacts, { documentKey = '' }: FileFacts): FactLine[] {
  const { localId, implicit, namespace, title, needs, exempt, aliases = [], planned, amends } = requirement;
  if (amends !== undefined) {
    const scenarios = requirement.criteria.map((criterion) => criterion.localId).join(', ');
    return [{ range: requirement.nameRange, words: `${planned ?? ''}: ${amends}#${localId} has ${scenarios}` }];
  }
  const id = implicit || namespace !== undefined ? `${namespace ?? documentKey}#${localId}` : localId;
  const notes = [...alsoCalled(aliases), ...(planned === undefined ? [] : [`(planned by ${planned})`])];
  const needed = needs ? [`(needs ${needs.join(', ') || 'nothing'})`] : [];
  return [
    { range: requirement.nameRange, words: ['requirement', id, title, ...notes, ...needed, ...(exempt ? ['(exempt)'] : [])].join(' ') },
    ...requirement.criteria.map((criterion) => ({ range: criterion.nameRange, words: criterionWords(criterion, id) })),
    ...[...requirement.attributes, ...requirement.criteria.flatMap(({ attributes }) => attributes)].map(({ name, value, range }) => ({
      range,
      words: `attribute ${name}: ${value}`,
    })),
    ...requirement.covers.map((reference) => ({ range: reference.range, words: `covers ${wordsOf(reference)}` })),
  ];
}

/** Other names under which references find an item. */
function alsoCalled(aliases: readonly string[]): string[] {
  return aliases.length > 0 ? [`(also ${aliases.join(', ')})`] : [];
}

function criterionWords(
  { localId, whole, implicit, kind, text, claimed, target, exempt, aliases }: CriterionFacts,
  requirement: string,
): string {
  const notes = [
    ...alsoCalled(implicit ? (aliases ?? []) : []),
    ...(claimed === undefined ? [] : [claimed ? '(claimed)' : '(not claimed)']),
    ...(target ? [`(${target.comparison} ${target.value} ${target.unit} ${target.note}`.trim() + ')'] : []),
    ...(exempt ? ['(exempt)'] : []),
  ];
  return [kind, whole ? localId : `${requirement}/${localId}`, text, ...notes].join(' ');
}

function waiverWords({ reference, reason, owner, until }: Waiver): string {
  return [
    `waives ${wordsOf(reference)} ${reason}`,
    ...(owner === undefined ? [] : [`by ${owner}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
  ].join(' ');
}

function wordsOf({ document, id, criterion, revision }: Reference): string {
  return [
    document === undefined ? '' : `${document}#`,
    id,
    criterion === undefined ? '' : `/${criterion}`,
    revision === undefined ? '' : `~${revision}`,
  ].join('');
}
