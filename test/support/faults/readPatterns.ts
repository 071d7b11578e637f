import { patternFault } from '../../../src/formats/configuration/patternFault.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { Random } from '../index/random.ts';

/*
 * Makes random regular expressions, and has those that the configuration would take read texts that are made to be slow.
 * It runs as a process of its own: an expression that never comes back can only be cut off from outside.
 */

const [count = 0, seed = 1] = process.argv.slice(2).map(Number);
const random = new Random(seed);
const ATOMS = ['a', 'a', 'b', '-', '.', '[ab]', '[^b]', '\\w', '\\s', '[a-z]', '\\b', '^', '$', '\\d'];
const QUANTIFIERS = ['', '', '', '*', '+', '?', '*?', '+?', '{2}', '{1,3}', '{0,20}', '{1,90}', '{2,}', '{1,5}?'];
const PARTS = [
  '-a+',
  'a+-',
  '-[ab]*',
  '-\\w+',
  '-.+',
  '-[^b]+',
  '\\.a+',
  '-a+b',
  '-a+b*',
  'a-b+',
  '-[a-z]{1,9}',
  '-\\s+',
  'b[^b]+',
  '-a+-',
  ' \\S+',
];
const LINES = ['a', 'ab', 'a-', 'a ', '1', 'a1', '-', ' '].map((part) => part.repeat(2000 / part.length));
const TEXT = LINES.map((line) => `${line}\n${line.slice(1)}!`).join('\n');

function expression(depth: number): string {
  const branches = Array.from({ length: random.oneIn(4) ? 2 : 1 }, () =>
    Array.from({ length: 1 + random.below(4) }, () => {
      const group = depth < 3 && random.oneIn(3);
      // What a separator parts may be repeated without limit, if it really does.
      if (group && random.oneIn(2)) return `(?:${random.pick(PARTS)})${random.pick(['*', '+', '?', '{2,}', '{0,3}'])}`;
      const opening = random.pick(['(?:', '(?:', '(', '(?=', '(?<=', '(?!']);
      return group
        ? `${opening}${expression(depth + 1)})${opening.includes('=') || opening.includes('!') ? '' : random.pick(QUANTIFIERS)}`
        : `${random.pick(ATOMS)}${random.pick(QUANTIFIERS)}`;
    }).join(''),
  );
  return branches.join('|');
}

let taken = 0;
for (let at = 0; at < count; at += 1) {
  const pattern = `(?<ref>${expression(0)})${random.oneIn(2) ? expression(1) : ''}`;
  const isId = patternFault(pattern, true) === undefined;
  if (patternFault(pattern) !== undefined) continue;
  taken += 1;
  process.stdout.write(`${pattern}\n`);
  const configuration = { ...DEFAULT_CONFIGURATION, annotations: [{ pattern, kind: 'implements' as const }], ids: isId ? [pattern] : [] };
  createExtractor(configuration).extract('src/a.ts', TEXT);
}
process.stdout.write(`all read, ${taken} taken\n`);
