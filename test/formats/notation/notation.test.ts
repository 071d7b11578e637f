import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import type { Extractor } from '../../../src/formats/extraction/extract.ts';
import { chosen, NOTATIONS } from '../../../src/formats/notations/registry.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import type { LineNote } from '../../../src/model/facts.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import { house } from '../../../src/formats/notations/house/index.ts';
import { toy } from '../../support/notations/toy.ts';
import { TODAY } from '../../support/index/build.ts';
import { inEnglish, say } from '../../../src/model/message.ts';

function extractorOf(changes: Partial<Configuration> = {}): Extractor {
  return createExtractor({ ...DEFAULT_CONFIGURATION, ...changes }, [...NOTATIONS, toy]);
}

function indexOf(files: Readonly<Record<string, string>>, changes: Partial<Configuration> = {}): TraceIndex {
  const extractor = extractorOf(changes);
  const index = new TraceIndex({ configuration: extractor.configuration, today: TODAY });
  index.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  return index;
}

/** `docs/a#REQ-1 house` for each requirement of an index. */
function defined(index: TraceIndex): string[] {
  return Array.from(index.requirements(), ({ key, notation }) => `${key} ${notation}`);
}

describe('a notation that is handed to the registry', () => {
  it('defines beside the house in any document in which its mark stands', () => {
    const index = indexOf({ 'docs/a.md': '## REQ-1: Pay\n\n@@boil Boil the water\n' });
    assert.deepEqual(defined(index), ['docs/a#REQ-1 house', 'docs/a#boil toy']);
  });

  it('reads its own files alone, in the namespace of their folder', () => {
    const index = indexOf({ 'kitchen/tea.md': '## REQ-1: Pay\n@@boil Boil\n' });
    assert.deepEqual(defined(index), ['kitchen#boil toy']);
  });

  it('links code and tests by its own words', () => {
    const index = indexOf({
      'kitchen/tea.md': '@@boil Boil\n',
      'src/tea.ts': '// %%boil\nexport function boil() {}\n',
      'test/tea.test.ts': '// %%boil\nit("boils", () => {});\n',
    });
    assert.equal(index.coverage('kitchen#boil').status, 'met');
  });

  // @verifies RT-1.4/AC2~c2d95c
  it('can be referred to in the words of the house', () => {
    const index = indexOf({ 'kitchen/tea.md': '@@boil Boil\n', 'src/tea.ts': '// @implements kitchen#boil\nboil();\n' });
    assert.deepEqual(index.coverage('kitchen#boil').missing, ['verifies']);
  });

  it('leaves what stands in a string of a known language', () => {
    assert.deepEqual(extractorOf().extract('src/tea.ts', 'const a = "%%boil";\n').annotations, []);
  });

  it('is switched off by the marks that switch ReqTrace off', () => {
    assert.deepEqual(extractorOf().extract('src/tea.ts', '// reqtrace-ignore-next-line\n// %%boil\n').annotations, []);
    assert.deepEqual(extractorOf().extract('src/tea.ts', '// reqtrace-ignore-file\n// %%boil\n').annotations, []);
  });

  it('takes the place of what the house makes of its line, and of an implicit item of that section', () => {
    const text = '## Kettle\n\n@@boil Boil\n\n**Acceptance Criteria**:\n\n- It boils\n';
    assert.deepEqual(defined(indexOf({ 'docs/a.md': text })), ['docs/a#boil toy']);
  });

  it('is named by explain, and by why a file is read', () => {
    const notes: LineNote[] = [];
    extractorOf().extract('kitchen/tea.md', '@@boil Boil\n', (note) => notes.push(note));
    assert.deepEqual(notes, [{ line: 0, notation: 'toy', what: 'requirement', why: say('Defines {0}', 'boil') }]);
    assert.equal(inEnglish(extractorOf().whyRole('kitchen/tea.md')), 'Document: the notation toy reads "kitchen/*.md" as spec');
  });

  it('lets a file of code sleep that says something in its words only, until something is defined in it', () => {
    const glance = extractorOf().maySay('src/tea.ts', '// %%boil and UTF-8\n', 'code');
    assert.deepEqual(glance, ['UTF', 'notation:toy']);
    assert.deepEqual([...indexOf({ 'docs/a.md': '# REQ-1: A\n' }).prefixes()], ['REQ']);
    assert.deepEqual([...indexOf({ 'kitchen/tea.md': '@@boil Boil\n' }).prefixes()].sort(), ['boil', 'notation:toy']);
  });

  it('is not read where the configuration takes it away', () => {
    for (const notations of [['auto', '-toy'], ['house']]) {
      const index = indexOf({ 'kitchen/tea.md': '@@boil Boil\n', 'src/tea.ts': '// %%boil\n' }, { notations });
      assert.deepEqual(defined(index), [], notations.join());
      assert.deepEqual(index.allFindings(), [], notations.join());
    }
  });
});

describe('the choice of notations', () => {
  const cases: readonly (readonly [setting: readonly string[], names: readonly string[]])[] = [
    [['auto'], ['house', 'toy']],
    [['toy'], ['house', 'toy']],
    [['house'], ['house']],
    [['auto', '-toy'], ['house']],
    [['auto', '-house'], ['toy']],
  ];
  for (const [setting, names] of cases) {
    it(`of ${setting.join(', ')} is ${names.join(', ')}`, () => {
      assert.deepEqual(
        chosen([house, toy], setting).map(({ name }) => name),
        names,
      );
    });
  }
});
