import assert from 'node:assert/strict';
import { readConfiguration } from '../../../src/formats/configuration/readConfiguration.ts';
import { inEnglish } from '../../../src/model/message.ts';

function read(text: string): unknown {
  const { configuration, facts } = readConfiguration('reqtrace.yaml', text);
  return configuration ? configuration.keys : facts.problems.map(({ message }) => inEnglish(message));
}

const NAMED = 'must be declared by a prefix of capital letters such as TEA, or by "#" or "AB#", not by';
const ADDRESS = 'must be an address with http or https and with {key} after the host, such as https://tracker.example/browse/{key}';

const CASES: readonly (readonly [written: string, read: unknown])[] = [
  ['keys:', {}],
  ['keys: { TEA: "https://t.example/browse/{key}" }', { TEA: 'https://t.example/browse/{key}' }],
  ['keys: { SW-TEA: "http://t.example:8080/?id={key}#top" }', { 'SW-TEA': 'http://t.example:8080/?id={key}#top' }],
  [
    'keys:\n  "#": "https://t.example/{key}"\n  AB#: https://t.example/e/{key}',
    { '#': 'https://t.example/{key}', 'AB#': 'https://t.example/e/{key}' },
  ],
  ['keys: { tea: "https://t.example/{key}" }', [`"keys.tea" ${NAMED} "tea"`]],
  ['keys: { TEA-: "https://t.example/{key}" }', [`"keys.TEA-" ${NAMED} "TEA-"`]],
  ['keys: { constructor: "https://t.example/{key}" }', [`"keys.constructor" ${NAMED} "constructor"`]],
  ['keys: { TEA: "https://t.example/browse" }', [`"keys.TEA" ${ADDRESS}`]],
  ['keys: { TEA: "javascript:alert({key})" }', [`"keys.TEA" ${ADDRESS}`]],
  ['keys: { TEA: "file:///etc/{key}" }', [`"keys.TEA" ${ADDRESS}`]],
  ['keys: { TEA: "https://{key}.example/" }', [`"keys.TEA" ${ADDRESS}`]],
  ['keys: { TEA: "https://user@t.example/{key}" }', [`"keys.TEA" ${ADDRESS}`]],
  ['keys: { TEA: "https://t.example/a b/{key}" }', [`"keys.TEA" ${ADDRESS}`]],
  ['keys: { TEA: "https://t.example/>{key}" }', [`"keys.TEA" ${ADDRESS}`]],
  ['keys: { TEA: 3 }', ['"keys.TEA" must be text, not "3"']],
  ['keys: [TEA]', ['"keys" must be a mapping of keys to values, not a list']],
];

describe('Keys of other tools in the configuration', () => {
  for (const [written, expected] of CASES)
    it(`are read: ${written}`, () => {
      assert.deepEqual(read(written), expected);
    });
});
