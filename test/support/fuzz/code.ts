import type { Random } from '../index/random.ts';
import { mangled, randomNoise, randomReference, randomWords } from './fragments.ts';

/** One file of each family of comment syntax, as code and as test. */
export const CODE_PATHS: readonly string[] = [
  'src/a.ts',
  'test/a.test.tsx',
  'src/a.py',
  'test/test_a.py',
  'src/a.go',
  'src/a_test.go',
  'src/test/A.java',
  'src/a.rs',
  'src/A.cs',
  'a_spec.rb',
  'src/a.php',
  'src/a.html',
  'src/a.css',
  'src/a.sql',
  'src/a.sh',
  'src/a.pl',
  'src/a.lua',
  'src/a.hs',
  'src/a.ml',
  'src/a.ex',
  'src/a.swift',
  'test/a.cpp',
  'src/a.vue',
  'a.feature',
  'a.robot',
  'src/a.clj',
  'src/a.vb',
  'Dockerfile',
  'src/a.yaml',
  'src/a.tex',
];

const OPENINGS = [
  '//',
  '///',
  '#',
  '--',
  ';',
  '%',
  '/*',
  '/**',
  '<!--',
  '"""',
  "'''",
  '(*',
  '{-',
  '=begin',
  "'",
  'REM ',
  '--[[',
  '*',
  '"',
  '`',
  '<?php',
  '@doc """',
  'r#"',
  '$tag$',
  '<<EOS',
  '%q(',
  'q{',
  '<script>',
  '${',
  '{%',
];
const CLOSINGS = [
  '',
  '',
  '',
  '*/',
  '-->',
  '"""',
  "'''",
  '*)',
  '-}',
  '=end',
  ']]',
  '"',
  '`',
  '?>',
  '"#',
  '$tag$',
  'EOS',
  ')',
  '}',
  '</script>',
  '%}',
];
const KEYWORDS = ['@implements', '@verifies', '@req', '@waives', '@implement', '@Verifies', 'implements:', '@implements:', '@covers'];

/** Code of no language in particular: comments, strings and titles of all of them, well closed or not. */
export function randomCode(random: Random): string {
  if (random.oneIn(12)) return randomNoise(random, 60);
  const text = random.some(12, () => line(random)).join('\n') + random.pick(['', '\n']);
  return random.oneIn(2) ? mangled(random, text) : text;
}

function line(random: Random): string {
  const indent = random.pick(['', '', '  ', '\t']);
  switch (random.below(7)) {
    case 0:
    case 1:
    case 2:
      return `${indent}${random.pick(OPENINGS)} ${annotation(random)} ${random.pick(CLOSINGS)}`;
    case 3:
      return `${indent}${title(random)}`;
    case 4:
      return `${indent}${random.pick(['function f() {', 'class Stock {', 'def test_IP_1_1__AC2_rejects(self):', 'func TestIP_1_1(t *testing.T) {', 'pub fn f()', '}', 'const a = /[/*]/;', 'x = "// no comment"', "y = '# none'", 'end', ''])}`;
    case 5:
      return `${indent}${random.pick(OPENINGS)} ${random.pick(['reqtrace-ignore-next-line', 'reqtrace-ignore-start', 'reqtrace-ignore-end', '```', '~~~', randomWords(random)])} ${random.pick(CLOSINGS)}`;
    default:
      return `${indent}${randomWords(random, 10)}`;
  }
}

function annotation(random: Random): string {
  const references = [randomReference(random), ...random.some(2, () => random.pick([randomReference(random), 'AC2', '{IFoo}']))].join(
    random.pick([', ', ' ', ',', ' and ', '; ']),
  );
  return `${randomWords(random, 1)} ${random.pick(KEYWORDS)} ${references}${random.pick(['', '', ': by hand until 2027-03-31', ' owner: QA', ': until 2027-02-30'])}`;
}

function title(random: Random): string {
  const words = `${randomReference(random)} ${randomWords(random, 3)}`;
  return random.pick([
    `describe("${words}", () => {`,
    `  it('AC2 ${words}', async () => {})`,
    `t.Run("${words}", func() {`,
    `@pytest.mark.req("${words}")`,
    `@DisplayName("${words}")`,
    `[Trait("req", "${words}")]`,
    `Scenario: ${words}`,
    `@${randomReference(random)} @AC2`,
    `TEST_CASE("${words}", "[REQ-1][AC2]")`,
    `test(\`${words} \${x} AC1\`)`,
    `[Tags]    ${words}`,
  ]);
}
