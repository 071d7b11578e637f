import type { Random } from '../index/random.ts';
import { mangled, randomNoise, randomReference, randomWords } from './fragments.ts';

const KEYS = [
  'version',
  'documents',
  'exclude',
  'archive',
  'tests',
  'siteRoot',
  'labels',
  'ids',
  'keys',
  'criteria',
  'implicit',
  'problems',
  'needs',
  'levels',
  'inherit',
  'annotations',
  'severity',
  'waivers',
  '__proto__',
  'constructor',
  'toString',
  'document',
];
const GLOBS = [
  '**/*.md',
  'docs/**',
  '{a,b}/{c,d}.md',
  '../x',
  '/etc/*',
  '[a-z]*.ts',
  '[z-a]',
  '!x',
  '{a,{b,{c}}}',
  '{1..9}',
  '**/**/**',
  '*a*a*a*',
  'a//b',
  '[[]',
  '{',
  '\\x',
  '',
];
const PATTERNS = [
  'HLR_[0-9]+',
  '(?<ref>[A-Z]+-[0-9]+)',
  'Impl: (?<ref>\\S+)',
  '(a+)+',
  '(?<ref>a|b)*',
  '.*.*.*x',
  '[',
  '(?<ref>',
  '\\1',
  '(?=x)(?<ref>y)',
  '\\p{L}+',
  '',
  'x{1,99999}',
];

/** A reqtrace.yaml, good, bad or hostile. */
export function randomYaml(random: Random): string {
  if (random.oneIn(12)) return randomNoise(random, 40);
  const text = random.some(7, () => entry(random)).join('\n') + random.pick(['', '\n', '\n...\n', '\n---\na: 1\n']);
  return random.oneIn(3) ? mangled(random, text) : text;
}

function entry(random: Random): string {
  const key = random.pick(KEYS);
  if (random.oneIn(6)) return `${key}: ${value(random, 0)}`;
  switch (key) {
    case 'documents':
    case 'exclude':
    case 'tests':
      return `${key}:\n${random.some(3, () => `  - ${random.oneIn(3) ? `{ glob: ${quoted(random, GLOBS)}, steps: ${random.pick(['true', 'yes', '1'])} }` : quoted(random, GLOBS)}`).join('\n')}`;
    case 'ids':
      return `ids: [${random.some(3, () => quoted(random, PATTERNS)).join(', ')}]`;
    case 'annotations':
      return `annotations:\n${random.some(2, () => `  - { pattern: ${quoted(random, PATTERNS)}, kind: ${random.pick(['implements', 'verifies', 'tests'])} }`).join('\n')}`;
    case 'labels':
      return `labels: { Contract: CON, ${random.pick(['Requirement: null', '__proto__: PRO', 'constructor: CON', 'toString: X', 'story: ST', '"": E'])} }`;
    case 'severity':
      return `severity: { ${random.pick(['unmet-criterion', 'near-miss', '__proto__', 'constructor', 'typo'])}: ${random.pick(['off', 'error', 'warning', 'loud'])} }`;
    case 'waivers':
      return `waivers:\n  - { ref: ${quoted(random, [randomReference(random)])}, reason: ${random.pick(['by hand', '""', '1'])}, until: ${random.pick(['2027-03-31', '2027-02-30', 'soon'])} }`;
    case 'criteria':
      return `criteria: { labels: [${random.pick(['Done', '"("', '""', '__proto__'])}] }`;
    case 'needs':
    case 'inherit':
      return `${key}: [${random.pick(['implements', 'verifies', 'implements, verifies', 'tests', ''])}]`;
    case 'siteRoot':
      return `siteRoot: ${random.pick(['docs', '../x', '/etc', 'a/./b', 'C:/x', '""'])}`;
    default:
      return `${key}: ${value(random, 0)}`;
  }
}

function value(random: Random, depth: number): string {
  if (depth < 3 && random.oneIn(4)) return `[${random.some(3, () => value(random, depth + 1)).join(', ')}]`;
  if (depth < 3 && random.oneIn(4)) return `{ ${random.some(3, () => `${random.pick(KEYS)}: ${value(random, depth + 1)}`).join(', ')} }`;
  return random.pick([
    '1',
    'true',
    'null',
    '~',
    '&a x',
    '*a',
    '!!binary aGk=',
    '!!js/function x',
    '2027-03-31',
    '1e400',
    '0x1F',
    '"\\u0000"',
    '|\n  block',
    '>-\n  folded',
    JSON.stringify(randomWords(random)),
    "'",
  ]);
}

function quoted(random: Random, values: readonly string[]): string {
  return random.oneIn(6) ? random.pick(values) : JSON.stringify(random.pick(values));
}
