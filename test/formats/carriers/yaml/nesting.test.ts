import assert from 'node:assert/strict';
import { tooDeepAt } from '../../../../src/formats/carriers/yaml/nesting.ts';
import { readConfiguration } from '../../../../src/formats/configuration/readConfiguration.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { inEnglish } from '../../../../src/model/message.ts';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';

const MANY = 2000;
const DEEP: readonly (readonly [what: string, text: string])[] = [
  ['lists', `documents: ${'['.repeat(MANY)}\n`],
  ['mappings', `documents: ${'{a: '.repeat(MANY)}\n`],
  ['lists that are closed', `documents: ${'['.repeat(MANY)}${']'.repeat(MANY)}\n`],
  ['keys in a list', `version: 1\ndocuments: [${'a: '.repeat(MANY)}\n`],
  ['keys in a list, a line each', `documents: [\n${'a:\n'.repeat(MANY)}]\n`],
  ['keys in a line', `${'a: '.repeat(MANY)}\n`],
  ['items in a line', `${'- '.repeat(MANY)}a\n`],
  ['questions', `${'? '.repeat(MANY)}a\n`],
  ['questions and items behind a comment', `# none\n${'? - '.repeat(MANY)}a\n`],
  ['indentation', Array.from({ length: 500 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
  ['lists in keys', `documents: ${'[a: '.repeat(MANY)}\n`],
];
const FLAT: readonly (readonly [what: string, text: string])[] = [
  ['nothing', ''],
  ['a long list', `documents: [${'a, '.repeat(MANY)}b]\n`],
  ['a mapping of many', `severity: {${'a: b, '.repeat(MANY)}c: d}\n`],
  ['many lines', 'a: b\n'.repeat(MANY)],
  ['many items', `documents:\n${'  - { glob: a, steps: true }\n'.repeat(MANY)}`],
  ['times', `a: ${'10:30 '.repeat(MANY)}\n`],
  ['addresses', `a: [${'https://example.com/a:b '.repeat(MANY)}]\n`],
  ['a closing bracket too many', `a: ${']'.repeat(MANY)}\n`],
  ['brackets in expressions', 'ids:\n  - "\\\\[[A-Z]+-[0-9]+\\\\]"\n'.repeat(100)],
];

describe('the nesting of a YAML text', () => {
  for (const [what, text] of DEEP) {
    it(`is too deep of ${what}, and no reader breaks at it`, () => {
      assert.notEqual(tooDeepAt(text), undefined);
      const { configuration, facts } = readConfiguration('reqtrace.yaml', text);
      assert.equal(configuration, undefined);
      assert.match(facts.problems.map(({ message }) => inEnglish(message)).join(), /is nested deeper/u);
      const { requirements } = createExtractor(DEFAULT_CONFIGURATION).extract('docs/a.md', `---\n${text}---\n\n# REQ-1: A\n`);
      assert.equal(requirements.length, 1);
    });
  }

  for (const [what, text] of FLAT) {
    it(`is none of ${what}`, () => {
      assert.equal(tooDeepAt(text), undefined);
    });
  }

  it('is named at its line', () => {
    const { facts } = readConfiguration('reqtrace.yaml', `version: 1\n\ndocuments: ${'['.repeat(MANY)}\n`);
    assert.equal(facts.problems[0]?.range.start.line, 2);
  });
});
