import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/*
 * The texts that people see and their translations: those of package.json in package.nls*.json, those of the code in l10n/.
 * What the server says of findings and logs is English everywhere, like the command line.
 */

const LANGUAGES = ['de', 'zh-cn'];

/** Folders whose code speaks to people in the language of their editor. */
const SPEAKING = ['src/extension', 'src/language', 'src/query', 'src/server'];

const root = path.resolve(import.meta.dirname, '../..');
const bundle = (file: string): Record<string, string> => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;
const sources = SPEAKING.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8')),
);

/** `{0}`, Markdown code, links to commands: what must be the same in every language. */
function fixedParts(text: string): string[] {
  return (text.match(/\{\d+\}|`[^`]+`|\(command:[\w.]+\)|\$\([\w~-]+\)/g) ?? []).sort();
}

describe('the texts of the code', () => {
  const english = bundle('l10n/bundle.l10n.json');

  it('are all in the bundle for translators, and nothing there is left over', () => {
    const calls = sources.flatMap((text) => [...text.matchAll(/\bl10n\.t\((?<quote>['"`])(?<text>.*?)\k<quote>/g)]);
    const texts = calls.map((call) => call.groups?.['text'] ?? '');
    assert.deepEqual([...new Set(texts)].sort(), Object.keys(english).sort());
    assert.equal(calls.length, sources.join('').split('l10n.t(').length - 1, 'a text that is not written as a literal');
    assert.deepEqual(Object.entries(english).filter(([key, text]) => key !== text), []);
  });

  for (const language of LANGUAGES) {
    it(`are all there in ${language}, with the same placeholders`, () => {
      compare(english, bundle(`l10n/bundle.l10n.${language}.json`));
    });
  }
});

describe('the texts of package.json', () => {
  for (const language of LANGUAGES) {
    it(`are all there in ${language}, with the same commands and names`, () => {
      compare(bundle('package.nls.json'), bundle(`package.nls.${language}.json`));
    });
  }
});

function compare(english: Record<string, string>, translated: Record<string, string>): void {
  assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort());
  for (const [key, text] of Object.entries(english)) {
    assert.deepEqual(fixedParts(translated[key] ?? ''), fixedParts(text), key);
    assert.notEqual(translated[key]?.trim(), '', key);
  }
}
