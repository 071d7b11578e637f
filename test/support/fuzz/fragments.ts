import type { Random } from '../index/random.ts';

/** Ids, whole and nearly, that generated texts refer to and define. */
export const IDS: readonly string[] = [
  'IP-1.1',
  'IP-1.2.3',
  'REQ-1',
  'REQ-12',
  'US-1',
  'AC-US1-01',
  'FR-001',
  'UTF-8',
  'SWREQ-FE-UI-001',
  'IP-',
  'ip-1',
  'REQ-1a',
  'constructor',
  '__proto__',
];
const CRITERIA: readonly string[] = ['', '', '/AC1', '/AC-2', '/AC_3', '/AC2.1', '/FR-001', '/', '/AC'];
const DOCUMENTS: readonly string[] = ['', '', '', 'docs/a#', 'b#', 'größe/日本#', '#', 'a.md#'];
const PINS: readonly string[] = ['', '', '', '~3f2a9c', '~3f2a9', '~', '~3f2a9cd'];

/** Text that trips readers up: other scripts, halves of surrogate pairs, what ends a line elsewhere, what Markdown or a terminal heeds. */
const ODD: readonly string[] = [
  '😀',
  '\uD83D',
  '\uDE00',
  '日本',
  'é',
  'e\u0301',
  '\u00A0',
  '\u200B',
  '\u2028',
  '\u202E',
  '\u0000',
  '\u001B[31m',
  '\t',
  '\v',
  '\f',
  '\u0085',
  '\uFEFF',
  'İ',
  'ß',
  'ﬁ',
  '\\',
  '`',
  '``',
  '*',
  '**',
  '_',
  '~~',
  '[',
  ']',
  '](',
  '![',
  '<',
  '>',
  '<!--',
  '-->',
  '&amp;',
  '&#x1F600;',
  '|',
  '{',
  '}',
  '{#',
  '"',
  "'",
  '"""',
  '${',
  '/*',
  '*/',
  '//',
  '#',
  '%',
  '$$',
  '(',
  ')',
];
const WORDS: readonly string[] = [
  'reserve',
  'stock',
  'the',
  'order',
  'is',
  'fast',
  'A',
  '1.',
  'x',
  '200 ms',
  '≥ 99.5 %',
  '✅',
  'WHEN',
  'Given',
  'until 2027-03-31',
  '[deferred]',
  'TODO',
];

/** `docs/a#IP-1.1/AC1~3f2a9c`, or something near it. */
export function randomReference(random: Random): string {
  return `${random.pick(DOCUMENTS)}${random.pick(IDS)}${random.pick(CRITERIA)}${random.pick(PINS)}`;
}

/** A few words of one line, now and then with something odd between or inside them. */
export function randomWords(random: Random, most = 6): string {
  const words = random.some(most, () => {
    if (random.oneIn(6)) return randomReference(random);
    return random.oneIn(7) ? random.pick(ODD) : random.pick(WORDS);
  });
  return words.join(random.oneIn(8) ? '' : ' ');
}

/** Any characters at all, most of them those that mean something. */
export function randomNoise(random: Random, most: number): string {
  return random.some(most, () => (random.oneIn(5) ? String.fromCharCode(random.below(0x10000)) : lineOrWord(random))).join('');
}

function lineOrWord(random: Random): string {
  return random.oneIn(6) ? '\n' : random.pick([...ODD, ...WORDS, ...IDS, ' ']);
}

/** The same text with a few stretches taken out, doubled or put elsewhere. */
export function mangled(random: Random, text: string): string {
  let result = text;
  for (let count = random.below(4); count > 0; count -= 1) {
    const start = random.below(result.length + 1);
    const end = Math.min(result.length, start + random.below(12));
    const middle = random.pick(['', random.pick(ODD), result.slice(start, end).repeat(2)]);
    result = result.slice(0, start) + middle + result.slice(end);
  }
  return result;
}
