import assert from 'node:assert/strict';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import type { Extractor } from '../../../src/formats/extraction/extract.ts';
import { readConfiguration } from '../../../src/formats/configuration/readConfiguration.ts';
import { CONFIGURATION_FILE } from '../../../src/model/configuration.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import type { FileFacts, LineNote } from '../../../src/model/facts.ts';
import { createIdGrammar, formatReference } from '../../../src/formats/ids/idGrammar.ts';
import { assertSameAtPlaces } from './placeClaims.ts';
import { assertPlaces, assertWritten, linesOf } from './places.ts';
import { inEnglish } from '../../../src/model/message.ts';

/** Something that must hold of every text; it throws where it does not. */
export interface Claim {
  readonly name: string;
  readonly holds: (path: string, text: string) => void;
}

/** Everything switched on that a project may switch on. */
const CONFIGURATION = {
  ...DEFAULT_CONFIGURATION,
  documents: [{ glob: '**/*.md', steps: true, targets: true }],
  ids: ['HLR_[0-9]+'],
  annotations: [{ pattern: String.raw`Impl: (?<ref>\S+)`, kind: 'implements' as const }],
};
const EXTRACTORS: readonly Extractor[] = [createExtractor(DEFAULT_CONFIGURATION), createExtractor(CONFIGURATION)];

/** Of the facts of any file. */
export const EVERY_FILE: readonly Claim[] = [
  claim('is read without a fault', (extractor, path, text) => {
    assertSound(extractor.extract(path, text));
  }),
  claim('gives only places that are in the text', (extractor, path, text) => {
    const facts = extractor.extract(path, text);
    assertPlaces(facts, text);
    assertWritten(facts, text);
  }),
  claim('says the same again, and to a reader that has read nothing before', (extractor, path, text) => {
    const facts = extractor.extract(path, text);
    assert.deepEqual(extractor.extract(path, text), facts);
    assert.deepEqual(createExtractor(extractor.configuration).extract(path, text), facts);
  }),
  claim('says the same with other line ends and a byte order mark', (extractor, path, text) => {
    const plain = plainText(text);
    const facts = extractor.extract(path, plain);
    for (const end of ['\r\n', '\r']) assert.deepEqual(extractor.extract(path, plain.replaceAll('\n', end)), facts, JSON.stringify(end));
    assert.deepEqual(extractor.extract(path, `\uFEFF${plain}`), facts, 'byte order mark');
  }),
  claim('says the same whether or not it is to be explained', (extractor, path, text) => {
    const notes: LineNote[] = [];
    assert.deepEqual(
      extractor.extract(path, text, (note) => notes.push(note)),
      extractor.extract(path, text),
    );
    const lines = linesOf(text);
    for (const { line, why } of notes) assert.ok(lines[line] !== undefined && inEnglish(why) !== '', `a note of line ${line}`);
  }),
  claim('only moves down under a blank line', (extractor, path, text) => {
    const plain = plainText(text);
    if (hasFrontMatter(plain)) return;
    assert.deepEqual(extractor.extract(path, `\n${plain}`), movedFrom(extractor.extract(path, plain), 0));
  }),
];

/** Of requirement documents. */
export const DOCUMENTS: readonly Claim[] = [
  ...EVERY_FILE,
  claim('says the same at one place as about the whole text', assertSameAtPlaces),
  claim('has every line explained', (extractor, path, text) => {
    const noted = new Set<number>();
    extractor.extract(path, text, ({ line }) => noted.add(line));
    const silent = [...linesOf(text).entries()].filter(([line, content]) => content.trim() !== '' && !noted.has(line));
    assert.deepEqual(silent, []);
  }),
  claim('only moves down where a blank line parts a heading from what is above it', (extractor, path, text) => {
    const plain = plainText(text);
    // A blank line ends HTML, and means something in YAML.
    if (plain.includes('<') || hasFrontMatter(plain)) return;
    const lines = plain.split('\n');
    const at = lines.findLastIndex((line) => /^#{1,6} /u.test(line));
    if (at <= 0) return;
    const parted = [...lines.slice(0, at), '', ...lines.slice(at)].join('\n');
    assert.deepEqual(extractor.extract(path, parted), movedFrom(extractor.extract(path, plain), at));
  }),
  claim('holds criteria inside requirements and names inside both', (extractor, path, text) => {
    for (const requirement of extractor.extract(path, text).requirements) {
      for (const part of [requirement, ...requirement.criteria]) {
        const { start, end } = part.range;
        // The id may stand in the front matter.
        for (const range of [part.nameRange, hasFrontMatter(text) ? part.nameRange : (part.idRange ?? part.nameRange)]) {
          assert.ok(start.line <= range.start.line && range.end.line <= end.line, `${part.localId} ${JSON.stringify([part.range, range])}`);
        }
      }
    }
  }),
];

/** Of code and tests. */
export const CODE: readonly Claim[] = [
  ...EVERY_FILE,
  claim('says the same at one place as about the whole text', assertSameAtPlaces),
  claim('says the same when a line without references is added at the end', (extractor, path, text) => {
    const facts = extractor.extract(path, text);
    // The reason of a waiver goes on to the next blank line, and in a file of Robot a line that is not indented may name a test.
    assert.deepEqual(
      withoutEnds(extractor.extract(path, `${text}\n\n${path.endsWith('.robot') ? '    ' : ''}the end`)),
      withoutEnds(facts),
    );
  }),
];

/** Of reqtrace.yaml. */
export const CONFIGURATIONS: readonly Claim[] = [
  {
    name: 'is good, or has an error at a place that is there',
    holds(path, text) {
      const { configuration, facts } = readConfiguration(path, text);
      assertPlaces(facts, text);
      const errors = facts.problems.filter(({ code }) => code === 'config-error');
      assert.equal(configuration === undefined, errors.length > 0);
      assert.deepEqual(readConfiguration(path, text), { configuration, facts });
      assert.deepEqual(Object.keys(Object.prototype), []);
    },
  },
  {
    name: 'can be put to work when it is good',
    holds(path, text) {
      const { configuration } = readConfiguration(path, text);
      if (!configuration) return;
      assert.deepEqual(JSON.parse(JSON.stringify(configuration)), configuration);
      const extractor = createExtractor(configuration);
      for (const file of [CONFIGURATION_FILE, 'docs/a.md', 'src/a.ts', 'test/__proto__/a.test.ts', 'größe/ü.md', 'a b', '.x/y'])
        extractor.whyRole(file);
      assertSound(extractor.extract('docs/a.md', '# __proto__ 1: A\n\n**Done**:\n- [ ] a\n\n## constructor 1: B\n\n## CON-1: C\n'));
      assertSound(extractor.extract('test/a.test.ts', '// @implements REQ-1 Impl: REQ-2 HLR_7\nit("REQ-1/AC1")'));
    },
  },
];

/** Of a text in which references may stand. */
export const REFERENCES: readonly Claim[] = [[], ['HLR_[0-9]+', '[a-z]{2}']].map((patterns) => ({
  name: `finds references where they stand${patterns.length ? ", the project's own too" : ''}`,
  holds(_path, text) {
    const ids = createIdGrammar(patterns);
    let last = 0;
    for (const found of ids.findReferences(text)) {
      assert.equal(text.slice(found.start, found.end), found.text);
      assert.ok(found.start >= last && found.end > found.start, 'they overlap');
      last = found.end;
      assert.ok(ids.isId(found.id), `${found.id} is an id`);
      assert.notEqual(ids.prefixOf(found.id), '');
      const { document, id, criterion, revision } = found;
      const parts = {
        id,
        ...(document !== undefined && { document }),
        ...(criterion !== undefined && { criterion }),
        ...(revision !== undefined && { revision }),
      };
      const written = formatReference(parts);
      assert.deepEqual(ids.parse(written), { ...parts, text: written, start: 0, end: written.length }, written);
      assert.equal(ids.leadingId(found.id), found.id);
    }
    for (const at of text.split('').keys()) {
      const reference = ids.referenceAt(text, at);
      if (reference) assert.deepEqual([reference.start, text.slice(at, reference.end)], [at, reference.text]);
    }
  },
}));

function claim(name: string, holds: (extractor: Extractor, path: string, text: string) => void): Claim {
  return { name, holds: (path, text) => EXTRACTORS.forEach((extractor) => holds(extractor, path, text)) };
}

/** The extractor turns what is thrown into a problem; here that is no excuse. */
function assertSound(facts: FileFacts): void {
  assert.deepEqual(
    facts.problems.filter(({ code }) => code === 'skipped-file'),
    [],
  );
}

function plainText(text: string): string {
  return text.replace(/^\uFEFF+/u, '').replaceAll(/\r\n?/gu, '\n');
}

function hasFrontMatter(text: string): boolean {
  return /^(?:---|\+\+\+)/u.test(text);
}

/** The facts with every place from a line on moved down by one. */
function movedFrom<Value>(value: Value, from: number): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner: unknown) => movedFrom(inner, from)) as Value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const isLine = (key === 'line' || key === 'lastLine') && typeof inner === 'number';
      return [key, isLine ? inner + (inner >= from ? 1 : 0) : movedFrom<unknown>(inner, from)];
    }),
  ) as Value;
}

/** The facts without the ends of declarations: one that is never closed goes on to the end of the text. */
function withoutEnds({ annotations, ...facts }: FileFacts): object {
  return {
    ...facts,
    annotations: annotations.map(({ declaration, ...annotation }) => {
      // A title that nothing closes ends with the text where its language lets strings go on: `describe "R-0`.
      return {
        ...annotation,
        declaration: declaration && {
          ...declaration,
          name: declaration.name.split('\n')[0],
          range: declaration.range.start,
          lastLine: undefined,
        },
      };
    }),
  };
}
