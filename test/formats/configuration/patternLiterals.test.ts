import assert from 'node:assert/strict';
import { patternFault } from '../../../src/formats/configuration/patternFault.ts';
import { literalsOf } from '../../../src/formats/configuration/patternLiterals.ts';

describe('literalsOf', () => {
  const cases: readonly (readonly [pattern: string, literals: readonly string[] | undefined])[] = [
    // What a project would write.
    ['Implements: (?<ref>[A-Z]+-[0-9.]+)', ['Implements: ']],
    ['HLR_[0-9]+', ['HLR_']],
    [String.raw`(?:covers|meets) (?<ref>[A-Z]\d+)`, ['covers ', 'meets ']],
    [String.raw`(?:covers|meets) (?<ref>HLR_\d+)`, ['HLR_']],
    [String.raw`\[(?<ref>[^\]]+)\]`, ['[']],
    [String.raw`\brequirement\s+(?<ref>REQ-\d+)`, ['requirement']],
    [String.raw`// Req(?:uirement)?s?:\s*(?<ref>\S+)`, ['// Requirements:', '// Requirement:', '// Reqs:', '// Req:']],
    ['[Ii]mplements (?<ref>.+)', ['Implements ', 'implements ']],
    [String.raw`^\s*#\s*REQ (?<ref>.+)$`, ['REQ ']],
    ['(?<ref>[A-Z]+-[0-9]+)!', ['!']],
    ['[A-Z]+-[0-9]+[a-z]?', ['-']],
    // Alternatives: one of them without a literal is enough for none.
    ['one|two', ['one', 'two']],
    ['one|on', ['on']],
    [String.raw`one|\d+`, undefined],
    ['(?:a|)b', ['b']],
    ['(?:|a)', undefined],
    ['x(?:one|two|)y', ['xoney', 'xtwoy', 'xy']],
    ['(?:one|two)(?:three|four)', ['onethree', 'onefour', 'twothree', 'twofour']],
    [Array.from({ length: 17 }, (_, at) => String.fromCodePoint(97 + at).repeat(3)).join('|'), undefined],
    [`(?:${'[ab]'.repeat(2)})[ab]*[cd]{5}x`, ['aa', 'ab', 'ba', 'bb']],
    // How often.
    ['a?b', ['b']],
    ['a*b', ['b']],
    ['(?:abc)+', ['abc']],
    ['(?:abc)*', undefined],
    ['(?:abc){0,3}x', ['x']],
    ['a{3}', ['aaa']],
    ['a{2,3}b', ['b']],
    ['(?:ab){2}c', ['ababc']],
    ['a{0}bc', ['bc']],
    ['(?:^){99999999}ab', ['ab']],
    ['a'.repeat(70), ['a'.repeat(60)]],
    ['a{1000}', ['a']],
    // What takes no character parts nothing.
    [String.raw`^ab\b\Bc$`, ['abc']],
    ['ab(?=cd)(?!ef)(?<=gh)(?<!ij)kl', ['abkl']],
    ['(?=long literal)x', ['x']],
    // Classes and escapes.
    [String.raw`\d+\w\s\S.`, undefined],
    [String.raw`a\.b\*\/c`, ['a.b*/c']],
    ['ab.a', ['ab']],
    [String.raw`\x41\u0042\u{43}\u{00044}`, ['ABCD']],
    [String.raw`\u{10041}\u00e9\xe9`, undefined],
    [String.raw`a\tb`, ['a\tb']],
    [String.raw`ax\nb\0c\cJd`, ['ax']],
    [String.raw`\p{Lu}x\P{Lu}`, ['x']],
    ['[ab]', ['a', 'b']],
    [String.raw`[\-_]`, ['-', '_']],
    [String.raw`[\\d]`, ['\\', 'd']],
    [String.raw`[\d]`, undefined],
    ['[a-c]', undefined],
    ['[^a]', undefined],
    ['[é]', undefined],
    ['[]x', ['x']],
    ['käse', ['se']],
    ['日本', undefined],
    // What cannot be told.
    [String.raw`(a)x\1`, undefined],
    [String.raw`(?<n>a)x\k<n>`, undefined],
    ['(?i:abc)', undefined],
    ['(?-i:abc)x', undefined],
    ['(abc', undefined],
    ['a]', undefined],
    ['', undefined],
  ];
  for (const [pattern, literals] of cases)
    it(`says of ${JSON.stringify(pattern.slice(0, 60))} what each match holds`, () => assert.deepEqual(literalsOf(pattern), literals));

  it('says nothing that a match does not hold', () => {
    const random = randomNumbers(7);
    let matches = 0;
    let told = 0;
    for (let round = 0; round < 1500; round += 1) {
      const { pattern, text } = somePattern(random, 3);
      const literals = literalsOf(pattern);
      // What a configuration may not have is not tried: it could take very long.
      if (!literals || patternFault(pattern)) continue;
      told += 1;
      const found = Array.from(`é${text} ${text}b-a REQ: aa`.matchAll(new RegExp(pattern, 'gu')), ([match]) => match);
      matches += found.length;
      for (const match of found)
        assert.ok(
          literals.some((literal) => match.includes(literal)),
          `${pattern} matches ${JSON.stringify(match)}, which holds none of ${JSON.stringify(literals)}`,
        );
    }
    assert.ok(told > 400 && matches > 500, `${told} patterns of which something is known have ${matches} matches`);
  });
});

function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

/** A pattern, and a text that it mostly matches. */
interface Made {
  readonly pattern: string;
  readonly text: string;
}

const ATOMS: readonly Made[] = [
  { pattern: 'a', text: 'a' },
  { pattern: 'R', text: 'R' },
  { pattern: 'EQ', text: 'EQ' },
  { pattern: ': ', text: ': ' },
  { pattern: '-', text: '-' },
  { pattern: '[ab]', text: 'b' },
  { pattern: '[A-Z]', text: 'R' },
  { pattern: String.raw`[\-:]`, text: ':' },
  { pattern: '[^a]', text: 'b' },
  { pattern: String.raw`\d`, text: '7' },
  { pattern: String.raw`\.`, text: '.' },
  { pattern: '.', text: 'x' },
  { pattern: 'é', text: 'é' },
  { pattern: String.raw`\u0061`, text: 'a' },
  { pattern: String.raw`\x62`, text: 'b' },
  { pattern: String.raw`\u{62}`, text: 'b' },
  { pattern: String.raw`\p{Lu}`, text: 'R' },
  { pattern: String.raw`\b`, text: '' },
  { pattern: '(?!Q)', text: '' },
  { pattern: '(?<!Q)', text: '' },
  { pattern: '(?=[^]*)', text: '' },
];

function somePattern(random: (below: number) => number, depth: number): Made {
  const parts = Array.from({ length: 1 + random(4) }, () => somePart(random, depth));
  return { pattern: parts.map(({ pattern }) => pattern).join(''), text: parts.map(({ text }) => text).join('') };
}

function somePart(random: (below: number) => number, depth: number): Made {
  const atom = ATOMS[random(ATOMS.length)];
  if (depth === 0 || !atom || random(3) > 0) return repeated(random, atom ?? { pattern: 'a', text: 'a' });
  const branches = Array.from({ length: 1 + random(3) }, () => somePattern(random, depth - 1));
  const text = branches[random(branches.length)]?.text ?? '';
  const open = random(2) === 0 ? '(?:' : '(';
  return repeated(random, { pattern: `${open}${branches.map(({ pattern }) => pattern).join('|')})`, text });
}

function repeated(random: (below: number) => number, { pattern, text }: Made): Made {
  // Nothing may be repeated that looks around.
  if (/^\(\?<?[=!]|^\\b$/u.test(pattern) || random(2) === 0) return { pattern, text };
  /** How often it stands in the text; undefined where it may be missing. */
  const quantifiers: readonly (readonly [quantifier: string, times: number | undefined])[] = [
    ['?', undefined],
    ['*', undefined],
    ['+', 1],
    ['+?', 1],
    ['{2}', 2],
    ['{1,2}', 1],
    ['{0,2}', undefined],
    ['{0}', 0],
  ];
  const [quantifier, often] = quantifiers[random(quantifiers.length)] ?? ['?', undefined];
  const whole = pattern.length === 1 || /^(?:\(.*\)|\[.*\]|\\.+)$/u.test(pattern) ? pattern : `(?:${pattern})`;
  return { pattern: `${whole}${quantifier}`, text: text.repeat(often ?? random(2)) };
}
