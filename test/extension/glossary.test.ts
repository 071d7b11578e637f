import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const texts = (file: string): [key: string, text: string][] => Object.entries(JSON.parse(read(file)) as Record<string, string>);

/** A term of docs/glossary.md with the words that are not to stand for it. */
interface Term {
  readonly english: string;
  readonly word: string;
  readonly others: readonly string[];
}

/** The terms of a language, which stands in a column of the table with the other words behind it. */
function termsOf(column: number): Term[] {
  const rows = read('docs/glossary.md').matchAll(/^\| (.+) \|$/gmu);
  return Array.from(rows, ([, row = '']) => row.split(' | '))
    .filter(([english]) => english !== 'English' && english !== '---')
    .map((cells) => ({ english: cells[0] ?? '', word: cells[column] ?? '', others: (cells[column + 1] ?? '').split(', ') }));
}

/** Finds a word where a word begins, whatever ends it, in any letter case; one of up to three letters as it is. */
function patternOf(word: string): RegExp {
  if (/\p{Script=Han}/u.test(word)) return new RegExp(word, 'u');
  return word.length <= 3 ? new RegExp(`(?<![\\p{L}\\d._-])${word}(?![\\p{L}\\d_])`, 'u') : new RegExp(`(?<!\\p{L})${word}`, 'iu');
}

const LANGUAGES: readonly [language: string, column: number, files: readonly string[]][] = [
  ['German', 1, ['l10n/bundle.l10n.de.json', 'package.nls.de.json']],
  ['Chinese', 3, ['l10n/bundle.l10n.zh-cn.json', 'package.nls.zh-cn.json']],
];

describe('the glossary', () => {
  for (const [language, column, files] of LANGUAGES) {
    const terms = termsOf(column);

    it(`has twenty terms and more in ${language}, each with words that are not to stand for it`, () => {
      assert.ok(terms.length >= 20);
      for (const { english, word, others } of terms) assert.ok(word && others.every(Boolean), english);
    });

    it(`is kept to in ${language}: nothing has another word`, () => {
      const wrong = files.flatMap(texts).flatMap(([key, text]) =>
        terms.flatMap(({ word, others }) => {
          // The right word may have a wrong one in it.
          const rest = text.replaceAll(word, '');
          return others.filter((other) => patternOf(other).test(rest)).map((other) => `${other} in ${JSON.stringify(key)}: ${text}`);
        }),
      );
      assert.deepEqual(wrong, []);
    });

    it(`is what single words are in ${language}`, () => {
      const found = new Map(files.flatMap(texts).map(([key, text]) => [key.toLowerCase(), text.toLowerCase()]));
      const wrong = terms.filter(({ english, word }) => (found.get(english) ?? word.toLowerCase()) !== word.toLowerCase());
      assert.deepEqual(wrong, []);
    });

    it(`finds other words in ${language} in whatever form`, () => {
      const examples: Readonly<Record<string, string>> = { German: 'Die Aussetzungen sind neu', Chinese: '3 条标准' };
      assert.ok(terms.some(({ others }) => others.some((other) => patternOf(other).test(examples[language] ?? ''))));
    });
  }
});
