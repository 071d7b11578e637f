import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import german from '../../l10n/bundle.l10n.de.json';
import chinese from '../../l10n/bundle.l10n.zh-cn.json';
import { COMMANDS } from '../../src/cli/run.ts';
import { SEVERITIES } from '../../src/model/finding.ts';
import { PACES } from '../../src/query/history.ts';
import { compare } from '../../src/query/diff/compare.ts';
import { changedScope } from '../../src/query/gates/scope.ts';
import { evaluateGate } from '../../src/query/gates/evaluate.ts';
import { renderDiffMarkdown } from '../../src/report/diff/markdown.ts';
import { renderDiffText } from '../../src/report/diff/text.ts';
import { renderGateText } from '../../src/report/gates/text.ts';
import { formatsOf, isForPeople } from '../../src/report/formats.ts';
import { renderHistoryMarkdown } from '../../src/report/history/markdown.ts';
import { renderHistoryText } from '../../src/report/history/text.ts';
import { PLAIN } from '../../src/report/writing/palette.ts';
import { displayWidth } from '../../src/report/writing/plainText.ts';
import { speak } from '../../src/text/words/localised.ts';
import { comparisonOf } from '../support/diffStates.ts';
import { historyOf, point } from '../support/report/history.ts';
import { Repository } from '../support/repository.ts';
import { Sandbox } from '../support/sandbox.ts';

/*
 * What people read, in German and in Chinese: no word of the English text is left in it. What projects write is in no language here, so that
 * every word that is known is one of ReqTrace.
 */

const FILES: Readonly<Record<string, string>> = {
  'docs/zorp.md': `## ZO-1: Wuzzle

**Acceptance Criteria**:

- Blarg wuzzle
- Snorf blarg
- Grumpf snorf

## ZO-2: Blarg

**Acceptance Criteria**:

- Snorf
`,
  'src/zorp.ts': `// @implements ZO-1/AC1
export function blarg(): void {}
// @implements ZO-1/AC2~000000
export function snorf(): void {}
// @implements ZO-9
export function grumpf(): void {}
// @waives ZO-2/AC1: grumpf until 2099-12-31
`,
  'test/zorp.test.ts': `describe('ZO-1', () => {
  it('AC1 blargs', () => {});
});
`,
  'reqtrace.yaml': 'gates:\n  zorp:\n    max: { unmet: 0, stale: 0 }\n    forbid: [unknown-reference]\n',
};

const AFTER: Readonly<Record<string, string>> = {
  ...FILES,
  'docs/zorp.md': `## ZO-1: Wuzzle

**Acceptance Criteria**:

- Blarg wuzzle
- Grumpf snorf grumpf

## ZO-3: Grumpf

**Acceptance Criteria**:

- Snorf grumpf wuzzle blarg
`,
  'src/zorp.ts': `// @implements ZO-1/AC2
export function snorf(): void {}
`,
  'reqtrace.yaml': 'gates:\n  zorp:\n    max: { unmet: 9 }\n',
};

/** What is written the same in the language, or names a thing. */
const SAME: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set('Code Status Text Test Tests Commit Revision Gate Option Information Branch in was so all an'.split(' ')),
  'zh-cn': new Set(['glob', 'stdin', 'stdout']),
};
const BUNDLES: Readonly<Record<string, Readonly<Record<string, string>>>> = { de: german, 'zh-cn': chinese };
const LANGUAGES = Object.keys(BUNDLES);

/** Names that are the same in all languages: what is typed, codes of findings, places, ids, conditions of gates, HTML. */
const NAMES =
  /["„“]reqtrace [^"“”]*["“”]|\breqtrace(?: [\w-]+)*|<[^>]*>|`[^`]*`|--?[a-z][\w-]*(?:[= ](?:[A-Z][A-Z|-]*\b|html|markdown|junit))?|\S*[/#@_.]\w\S*|\b[a-z]+(?:-[a-z]+)+\b|\b(?:max|min|forbid) [\w-]+: ?\d*|\b[A-Z]+-\d\S*|\b[A-Z]{2,}\b|\b(?:implements|verifies|reqtrace|[a-f]{10}|ReqTrace|git blame|Language Server Protocol|Model Context Protocol)\b|\b[a-f]*\d[a-f\d]*\b|\{\w+\}|["„“]tests: run:["“”]/gu;

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.replace(NAMES, ' ').match(/\p{Script=Latin}{2,}/gu));
}

const PROJECT_WORDS = wordsOf(
  Object.values({ ...FILES, after: AFTER['docs/zorp.md'] ?? '' })
    .join('\n')
    .replace('Acceptance Criteria', ''),
);

/** What people type, which messages about it repeat. */
const TYPED: ReadonlySet<string> = new Set([
  ...COMMANDS.flatMap(({ name, usage }) => [name, ...usage.split(/\W+/u)]),
  ...formatsOf('report'),
  ...SEVERITIES,
  'never',
]);

/** Words of the English text that a translation still has. */
function leftOver(language: string, english: string, translated: string, typed: ReadonlySet<string>): string[] {
  const words = wordsOf(english);
  const isKnown = (word: string): boolean => SAME[language]?.has(word) === true || PROJECT_WORDS.has(word) || typed.has(word);
  return [...wordsOf(translated)].filter((word) => words.has(word) && !isKnown(word));
}

/** The left column of a help: what can be typed. */
function optionsIn(help: string): string {
  return (help.match(/^ {2}(?: {4}|-\w, )?-?-?[\w-]+(?: [A-Z|-]+)?(?= {2})/gmu) ?? []).join('\n');
}

function inLanguage(language: string, say: () => string): string {
  speak(language, BUNDLES[language] ?? {});
  try {
    return say();
  } finally {
    speak('en', {});
  }
}

function assertTranslated(language: string, english: string, translated: string, typed: ReadonlySet<string> = new Set()): void {
  assert.deepEqual(leftOver(language, english, translated, typed), [], translated);
  assert.notEqual(translated, english);
  if (language === 'zh-cn') assert.match(translated, /\p{Script=Han}/u);
}

function diffReport() {
  const comparison = comparisonOf(FILES, AFTER);
  return {
    base: { name: 'zorp', commit: 'a'.repeat(40) },
    head: { name: 'wuzzle', on: 'b'.repeat(40) },
    difference: compare(comparison, { unclaimed: true }),
    figures: { before: comparison.base.counts(), after: comparison.head.counts() },
    notes: ['blarg'],
  };
}

function gateVerdict() {
  const comparison = comparisonOf(FILES, AFTER);
  const difference = compare(comparison);
  return evaluateGate(comparison.head, {
    name: 'zorp',
    gate: {
      max: { unmet: { value: 0, percent: false }, removed: { value: 0, percent: false } },
      min: {},
      forbid: ['unmet-criterion'],
      scope: 'changed',
    },
    scope: changedScope(comparison, difference),
    difference,
    grounds: {
      base: { name: 'zorp', commit: 'a'.repeat(40) },
      head: { name: 'wuzzle' },
      rules: 'base',
      changedRules: difference.rules,
      notes: ['blarg'],
    },
  });
}

const RENDERED: Readonly<Record<string, () => string>> = {
  'diff as text': () => renderDiffText(diffReport(), PLAIN),
  'diff as Markdown': () => renderDiffMarkdown(diffReport()),
  'a gate': () => renderGateText([gateVerdict()], PLAIN),
  ...Object.fromEntries(
    PACES.flatMap((every) => {
      const history = () => historyOf([point(0, { met: 1, unmet: 2 }), point(7, { met: 2, waived: 1 })], { every, notes: ['blarg'] });
      return [
        [`history by ${every} as text`, () => renderHistoryText(history(), PLAIN)],
        [`history by ${every} as Markdown`, () => renderHistoryMarkdown(history())],
      ] as const;
    }),
  ),
};

/** Runs whose output is all words of ReqTrace, names and words of the project. */
const RUNS: readonly (readonly string[])[] = [
  ['report'],
  ['report', '--format', 'markdown'],
  ['check', '--all'],
  ['check', 'docs'],
  ['check', '--gate', 'zorp'],
  ['list'],
  ['show', 'ZO-1'],
  ['show', 'ZO-1/AC2'],
  ['show', 'ZO-2/AC1'],
  ['test', '--dry-run', 'ZO-1'],
];

/** Runs that end with a line about what is wrong. */
const FAULTS: readonly (readonly string[])[] = [
  ['chekc'],
  ['wuzzle'],
  ['--wuzzle'],
  ['check', '--fail-in', 'error'],
  ['check', '--wuzzle'],
  ['check', '--fail-on', 'eror'],
  ['check', '--fail-on'],
  ['check', '--all=1'],
  ['check', '--baseline', 'zorp'],
  ['check', '--gate', 'zorb'],
  ['check', '--gate', 'zorp', 'docs'],
  ['check', 'wuzzle'],
  ['report', '--blame'],
  ['report', '--base', 'wuzzle'],
  ['report', '--permalink', 'wuzzle'],
  ['report', '--root', 'wuzzle'],
  ['report', '--today', 'wuzzle'],
  ['show'],
  ['show', 'ZO-7'],
  ['list', 'wuzzle'],
  ['list', '--skipped', '--status', 'met'],
  ['history', '--limit', '0'],
  ['test', 'ZO-2'],
  ['test', '--timeout', 'wuzzle'],
  ['test', '--base', 'wuzzle'],
  ['pin'],
  ['init'],
  ['explain', 'docs/zorp.md:99'],
];

describe('what people read, in their language', () => {
  let sandbox: Sandbox;

  before(() => {
    sandbox = new Sandbox(FILES);
  });

  after(() => sandbox.remove());

  for (const language of LANGUAGES) {
    for (const [name, render] of Object.entries(RENDERED))
      it(`is ${language}: ${name}`, () => assertTranslated(language, render(), inLanguage(language, render)));

    for (const argv of RUNS)
      it(`is ${language}: ${argv.join(' ')}`, async () => {
        const english = await sandbox.run(argv);
        const translated = await sandbox.run([...argv, '--lang', language]);
        assertTranslated(language, english.stdout, translated.stdout);
        assert.equal(translated.code, english.code);
      });

    for (const argv of [['--help'], ...COMMANDS.map(({ name }) => [name, '--help'])])
      it(`is ${language}: ${argv.join(' ')}`, async () => {
        const english = await sandbox.run(argv);
        const translated = await sandbox.run(argv, { env: { LC_ALL: language } });
        const choices = COMMANDS.flatMap(({ options }) => Object.values(options).flatMap((option) => option.choices ?? []));
        assertTranslated(language, english.stdout, translated.stdout, new Set([...TYPED, ...choices, 'en', 'de', 'zh', 'cn']));
        assert.equal(optionsIn(translated.stdout), optionsIn(english.stdout));
      });

    it(`is ${language}: what pin and init say and ask`, async () => {
      const [one, other] = [new Sandbox(FILES), new Sandbox(FILES)];
      for (const each of [one, other]) rmSync(each.path('reqtrace.yaml'));
      const env = { LC_ALL: language };
      const english = await one.run(['init', '--dry-run'], { answers: ['x', 'q'] });
      const translated = await other.run(['init', '--dry-run'], { answers: ['x', 'q'], env });
      assertTranslated(
        language,
        english.stderr,
        translated.stderr,
        new Set('needs implements unit integration performance security'.split(' ')),
      );
      const written = await other.run(['init', '--dry-run', '--yes'], { env });
      assert.equal(written.stdout, (await one.run(['init', '--dry-run', '--yes'])).stdout);
      const pinned = [await one.run(['pin', '--write', '--all']), await other.run(['pin', '--write', '--all'], { env })];
      assertTranslated(language, pinned[0]?.stdout ?? '', pinned[1]?.stdout ?? '');
      assert.equal(readFileSync(other.path('src/zorp.ts'), 'utf8'), readFileSync(one.path('src/zorp.ts'), 'utf8'));
      for (const each of [one, other]) each.remove();
    });

    for (const argv of FAULTS)
      it(`is ${language}: ${argv.join(' ')}, which cannot be run`, async () => {
        const english = await sandbox.run(argv);
        const translated = await sandbox.run(argv, { env: { LANG: language === 'de' ? 'de_DE.UTF-8' : 'zh_CN.UTF-8' } });
        assertTranslated(language, english.stderr, translated.stderr, new Set([...TYPED, ...argv]));
        assert.equal(translated.code, 2);
        assert.match(translated.stderr, /^reqtrace: .+\n$/u);
      });
  }

  // @verifies RT-6.1/AC16~3b04ee
  it('is what was asked for, whatever the environment says, and English again in the next run', async () => {
    const env = { LANG: 'zh_CN.UTF-8' };
    const english = await sandbox.run(['report']);
    assert.equal((await sandbox.run(['report', '--lang', 'en'], { env })).stdout, english.stdout);
    assert.notEqual((await sandbox.run(['report'], { env })).stdout, english.stdout);
    assert.equal((await sandbox.run(['report'])).stdout, english.stdout);
    assert.match((await sandbox.run(['report', '--lang', 'fr'])).stderr, /"fr" is not a value of --lang; it takes en, de, zh-cn/u);
  });

  it('stands in columns with wide characters too', async () => {
    const { stdout } = await sandbox.run(['report', '--lang', 'zh-cn']);
    const [head = '', row = ''] = stdout.split('\n');
    const endOf = (line: string, word: string): number => displayWidth(line.slice(0, line.indexOf(word) + word.length));
    assert.equal(endOf(head, '验收标准'), endOf(row, ' 4'));
    assert.equal(endOf(head, '已满足'), endOf(row, '1/3'));
    assert.ok(head.includes('验收标准') && row.includes('1/3'), stdout);
  });
});

describe('reqtrace explain', () => {
  const sandbox = new Sandbox(FILES);
  after(() => sandbox.remove());

  for (const [lang, words] of [
    [
      'de',
      [
        /: Dokument\n {2}Dokument: passt zu „/u,
        /5 {2}Kriterium {5}Listenpunkt unter „Acceptance Criteria“: Kriterium von ZO-1\n/u,
        / weitere Zeilen von 13: leer/u,
      ],
    ],
    [
      'zh-cn',
      [/: 文档\n {2}文档：匹配 “?/u, /5 {2}验收标准 {2}“Acceptance Criteria”之下的列表项：ZO-1 的验收标准\n/u, /其余 5 行（共 13 行）：/u],
    ],
  ] as const)
    // @verifies RT-6.1/AC16~3b04ee
    it(`says what lines are and why, in ${lang}`, async () => {
      const { stdout } = await sandbox.run(['explain', 'docs/zorp.md', '--lang', lang]);
      for (const each of words) assert.match(stdout, each);
      const english = (await sandbox.run(['explain', 'docs/zorp.md'])).stdout;
      const rows = (text: string): (string | undefined)[] => text.split('\n').map((line) => /^ +\d+ {2}/u.exec(line)?.[0]);
      assert.equal(rows(stdout).filter(Boolean).length, rows(english).filter(Boolean).length);
    });
});

describe('what programs read', () => {
  const env = { LANG: 'de_DE.UTF-8' };

  // @verifies RT-6.1/AC16~3b04ee
  it('is the same in every language: report, check and list', async () => {
    const sandbox = new Sandbox(FILES);
    const machine = (names: readonly string[]): string[] => names.filter((name) => !isForPeople(name));
    const runs = [
      ...machine(formatsOf('report')).map((format) => ['report', '--format', format]),
      ...machine(formatsOf('check')).map((format) => ['check', '--all', '--format', format]),
      ...machine(formatsOf('gate')).map((format) => ['check', '--gate', 'zorp', '--format', format]),
      ['list', '--format', 'json'],
      ['list', '--skipped', '--format', 'json'],
      ['test', '--dry-run', '--format', 'json'],
      ['pin', '--all'],
      ['--version'],
    ];
    assert.ok(runs.length > 15);
    for (const argv of runs) {
      const { code, stdout } = await sandbox.run(argv);
      const other = await sandbox.run(argv, { env });
      const asked = argv[0] === '--version' ? other : await sandbox.run([...argv, '--lang', 'zh-cn'], { env });
      for (const each of [other, asked]) assert.deepEqual([each.code, each.stdout], [code, stdout], argv.join(' '));
    }
    await sandbox.run(['check', '--gate', 'zorp', '--write-baseline', 'english.txt']);
    await sandbox.run(['check', '--gate', 'zorp', '--write-baseline', 'german.txt'], { env });
    assert.equal(readFileSync(sandbox.path('german.txt'), 'utf8'), readFileSync(sandbox.path('english.txt'), 'utf8'));
    sandbox.remove();
  });

  // @verifies RT-6.1/AC16~3b04ee
  it('is the same in every language: diff and history', async () => {
    const repository = new Repository(FILES);
    repository.commit('second', AFTER);
    const runs = [
      ...formatsOf('diff').map((format) => ['diff', 'HEAD~1', 'HEAD', '--format', format]),
      ...formatsOf('history').map((format) => ['history', '--every', 'commit', '--format', format]),
    ];
    for (const argv of runs) {
      const { stdout } = await repository.run(argv);
      const other = await repository.run([...argv, '--lang', 'de']);
      assert.equal(other.stdout === stdout, !isForPeople(argv.at(-1) ?? ''), argv.join(' '));
    }
    repository.delete();
  });
});
