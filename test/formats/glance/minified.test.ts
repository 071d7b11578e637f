import assert from 'node:assert/strict';
import { isMinified } from '../../../src/formats/glance/minified.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import type { FileFacts } from '../../../src/model/facts.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import type { Configuration } from '../../../src/model/configuration.ts';

const KB = 1024;
const line = (length: number, end = '\n'): string => `${'x'.repeat(length - end.length)}${end}`;

describe('a text', () => {
  const cases: readonly [name: string, text: string, minified: boolean][] = [
    ['of one line of 100 KB', line(100 * KB, ''), true],
    ['of a licence and one line of 200 KB', `${line(70).repeat(30)}${line(200 * KB, '')}`, true],
    ['of lines longer than any person writes', line(2100).repeat(40), true],
    ['of one line of 64 KB', line(64 * KB, ''), false],
    ['of usual lines', line(80).repeat(2000), false],
    ['of lines of 1,900 characters', line(1900).repeat(40), false],
    ['of usual lines as of old, with carriage returns alone', line(80, '\r').repeat(2000), false],
    ['with a constant of 200 KB among usual lines', `${line(40).repeat(100)}${line(200 * KB)}${line(40).repeat(100)}`, false],
  ];
  for (const [name, text, minified] of cases)
    it(`${name} is ${minified ? '' : 'not '}minified`, () => assert.equal(isMinified(text), minified));

  it('that is minified is so in the bytes of UTF-8, too, however many they are for a character', () => {
    for (const character of ['x', 'ä', '日', '😀', '\uFFFD']) {
      const text = `${character.repeat(1500)}\n`.repeat(60);
      if (isMinified(text)) assert.ok(isMinified(Buffer.from(text).toString('latin1')), character);
    }
    assert.ok(isMinified('😀'.repeat(40 * KB)), 'there is one to judge');
  });
});

describe('what is extracted from a minified text', () => {
  const bundle = (words: string): string => `var a="${words}";/* ${words} */\n${'f(1);'.repeat(20 * KB)}`;
  const extract = (path: string, words: string, configuration: Partial<Configuration> = {}): FileFacts =>
    createExtractor({ ...DEFAULT_CONFIGURATION, ...configuration }).extract(path, bundle(words));
  const problems = ({ problems: all }: FileFacts): string[] => all.map(({ code }) => code);

  for (const path of ['dist/bundle.js', 'test/data/bundle.js']) {
    it(`is nothing but the word of it where ${path} holds a keyword`, () => {
      const facts = extract(path, '@implements REQ-1');
      assert.deepEqual([facts.annotations, facts.mentions, problems(facts)], [[], [], ['skipped-file']]);
    });

    it(`is nothing at all where ${path} holds ids`, () => {
      const facts = extract(path, 'UTF-8 REQ-1');
      assert.deepEqual([facts.annotations, facts.mentions, problems(facts)], [[], [], []]);
    });
  }

  it('is all of it where it is a document, or the project has its own notation', () => {
    const text = `# REQ-1: A\n\n${'word '.repeat(20 * KB)}\n`;
    assert.equal(createExtractor(DEFAULT_CONFIGURATION).extract('docs/a.md', text).requirements.length, 1);
    const own = extract('dist/bundle.js', 'covers REQ-1', { annotations: [{ pattern: 'covers (?<ref>[A-Z]+-[0-9]+)', kind: 'verifies' }] });
    assert.ok(own.annotations.length > 0);
  });
});
