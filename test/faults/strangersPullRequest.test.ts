import assert from 'node:assert/strict';
import { chmodSync, existsSync, lstatSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { ADD_AND_COMMIT } from '../support/git.ts';
import { Repository } from '../support/repository.ts';
import type { RunResult } from '../support/sandbox.ts';

const RULES = `needs: [implements, verifies]
evidence: { results: [results/*.xml] }
gates:
  merge: { scope: changed, max: { unmet: 0, partial: 0, stale: 0 }, forbid: [unknown-reference] }
  proof: { scope: changed, max: { unproven: 0 } }
waivers:
  - { ref: REQ-1/AC3, reason: the bank is not ready, until: 2026-12-31, owner: Ann }
`;
const DOCUMENT = `# Payments

## REQ-1: Payments

The system shall take a payment within five days.

**Acceptance Criteria**:

- **AC1**: A payment of any size is confirmed within a minute
- **AC2**: A payment without money behind it is refused
- **AC3**: A refund is paid back
- **AC4**: A receipt is printed
`;
const CODE = `// @implements REQ-1/AC1
export function confirm(): number {
  return 1;
}

// @implements REQ-1/AC2
export function refuse(): number {
  return 2;
}
`;
const TEST = `import { confirm, refuse } from '../src/pay.ts';

// @verifies REQ-1/AC1
test('confirms a payment', () => {
  expect(confirm()).toBe(1);
});

// @verifies REQ-1/AC2
test('refuses a payment', () => {
  expect(refuse()).toBe(2);
});
`;
const UNMET = '- **AC5**: A payment above the limit needs two signatures\n';
const debt = (key: string): string => `unmet docs/pay#${key}\n`;
const junit = (time: string): string =>
  `<testsuites><testsuite name="pay" timestamp="${time}"><testcase classname="test/pay.test.ts" name="confirms a payment" file="test/pay.test.ts"/><testcase classname="test/pay.test.ts" name="refuses a payment" file="test/pay.test.ts"/></testsuite></testsuites>\n`;

interface Trick {
  readonly what: string;
  readonly files?: Readonly<Record<string, string | null>>;
  /** What files alone do not tell: links. */
  readonly more?: (repository: Repository) => void;
  /** What stands on top of a verdict that lets it pass; by default nothing may. */
  readonly told?: RegExp;
  /** Another than `merge`. */
  readonly gate?: 'proof';
}

const added = { 'docs/pay.md': DOCUMENT + UNMET };
const rules = (from: string | RegExp, to: string): string => RULES.replace(from, to);
const doc = (from: string | RegExp, to: string) => ({ 'docs/pay.md': DOCUMENT.replace(from, to) });
const code = (from: string | RegExp, to: string) => ({ 'src/pay.ts': CODE.replace(from, to) });
const tests = (from: string | RegExp, to: string) => ({ 'test/pay.test.ts': TEST.replace(from, to) });

const TRICKS: readonly Trick[] = [
  { what: 'weakens a gate', files: { ...added, 'reqtrace.yaml': rules('max: { unmet: 0, partial: 0', 'max: { unmet: 9, partial: 9') } },
  { what: 'takes the gates away', files: { ...added, 'reqtrace.yaml': rules(/gates:\n(?: {2}.*\n)+/u, '') } },
  {
    what: 'writes that its own rules count',
    files: { ...added, 'reqtrace.yaml': rules('scope: changed, max: { unmet: 0', 'scope: changed, rules: head, max: { unmet: 9') },
  },
  {
    what: 'needs less',
    files: { ...tests(/\/\/ @verifies REQ-1\/AC2[^]*$/u, ''), 'reqtrace.yaml': rules('implements, verifies', 'implements') },
  },
  {
    what: 'has the document need less',
    told: /needs implements now, and needed implements, verifies/u,
    files: { ...tests(/\/\/ @verifies REQ-1\/AC2[^]*$/u, ''), ...doc('**Acceptance', '**Needs**: implements\n\n**Acceptance') },
  },
  { what: 'has the document need nothing', files: doc('**Acceptance', '**Needs**: none\n\n**Acceptance') },
  { what: 'excludes the documents', files: { ...added, 'reqtrace.yaml': `exclude: [docs/**]\n${RULES}` } },
  {
    what: 'excludes code with a reference to nothing',
    files: { 'src/b.ts': '// @implements REQ-9\n', 'reqtrace.yaml': `exclude: [src/b.ts]\n${RULES}` },
  },
  { what: 'chooses other documents', files: { ...added, 'reqtrace.yaml': `documents: [other/**]\n${RULES}` } },
  { what: 'chooses other tests', told: /"tests" of reqtrace\.yaml has/u, files: { 'reqtrace.yaml': `tests: [src/**]\n${RULES}` } },
  {
    what: 'switches a finding off',
    files: { 'src/b.ts': '// @implements REQ-9\n', 'reqtrace.yaml': `severity: { unknown-reference: off }\n${RULES}` },
  },
  { what: 'renames the labels', files: { ...added, 'reqtrace.yaml': `criteria: { labels: [Nothing] }\n${RULES}` } },
  { what: 'chooses other notations', files: { ...added, 'reqtrace.yaml': `notations: [openspec]\n${RULES}` } },
  { what: 'writes a line of known debt', files: { ...added, 'debt.txt': debt('REQ-1/AC4') + debt('REQ-1/AC5') } },
  { what: 'waives what it adds in the rules', files: { ...added, 'reqtrace.yaml': `${RULES}  - { ref: REQ-1/AC5, reason: later }\n` } },
  {
    what: 'waives what it adds in the code',
    told: /waived or exempt: REQ-1\/AC5 \(docs\/pay\.md\): new, is waived now: later/u,
    files: { ...added, 'src/b.ts': '// @waives REQ-1/AC5: later\n' },
  },
  {
    what: 'extends a waiver',
    told: /judged by reqtrace\.yaml of main, which this branch changes/u,
    files: { 'reqtrace.yaml': rules('2026-12-31', '2099-12-31') },
  },
  { what: 'rewrites what is waived', told: /REQ-1\/AC3 \(docs\/pay\.md\)/u, files: doc('A refund', 'Every refund of any size') },
  {
    what: 'adds a criterion that is exempt',
    told: /waived or exempt: REQ-1\/AC5/u,
    files: { 'docs/pay.md': `${DOCUMENT}- [deferred] **AC5**: Payments are encrypted\n` },
  },
  {
    what: 'exempts a criterion',
    told: /waived or exempt: REQ-1\/AC2/u,
    files: doc('- **AC2**: A payment without money behind it is refused', '- ~~**AC2**: A payment without money behind it is refused~~'),
  },
  { what: 'defers the requirement', files: { 'docs/pay.md': DOCUMENT.replace('REQ-1: Payments', 'REQ-1: [deferred] Payments') + UNMET } },
  { what: 'has a document ignored', files: { 'docs/pay.md': `<!-- reqtrace-ignore-file -->\n${DOCUMENT}${UNMET}` } },
  {
    what: 'has a part of a document ignored',
    told: /"reqtrace-ignore-start" is new/u,
    files: { 'docs/pay.md': `${DOCUMENT}\n<!-- reqtrace-ignore-start -->\n${UNMET}<!-- reqtrace-ignore-end -->\n` },
  },
  {
    what: 'has code ignored',
    told: /"reqtrace-ignore-file" is new/u,
    files: { 'src/b.ts': '// reqtrace-ignore-file\n// @implements REQ-9\n' },
  },
  { what: 'removes a criterion', files: doc(/- \*\*AC2.*\n/u, '') },
  {
    what: 'removes a criterion with its links',
    told: /removed: REQ-1\/AC2/u,
    files: {
      ...doc(/- \*\*AC2.*\n/u, ''),
      ...code(/\/\/ @implements REQ-1\/AC2[^]*$/u, ''),
      ...tests(/\/\/ @verifies REQ-1\/AC2[^]*$/u, ''),
    },
  },
  { what: 'removes the document', files: { 'docs/pay.md': null } },
  { what: 'moves the document where none is read', files: { 'docs/pay.md': null, 'node_modules/pay.md': DOCUMENT } },
  {
    what: 'hides the document from git',
    files: { '.gitignore': 'docs/\n', 'docs/new.md': `## REQ-2: New\n\n**Acceptance Criteria**:\n\n${UNMET}` },
  },
  {
    what: 'writes a criterion under an id that is taken',
    files: { 'docs/pay.md': `${DOCUMENT}${UNMET.replace('AC5', 'AC1')}` },
  },
  { what: 'writes another text where known debt stands', files: doc('A receipt is printed', 'Every payment is encrypted') },
  {
    what: 'writes a criterion in letters that look alike',
    files: { 'docs/pay.md': `${DOCUMENT}${UNMET.replace('AC5', '\u0410\u04215')}` },
  },
  { what: 'writes a document whose name differs in case', files: { 'docs/PAY.md': DOCUMENT + UNMET } },
  { what: 'takes a document for binary', files: { ...added, '.gitattributes': 'docs/* binary -diff export-ignore linguist-generated\n' } },
  { what: 'ends lines as nobody does', files: { 'docs/pay.md': (DOCUMENT + UNMET).replaceAll('\n', '\r') } },
  {
    what: 'makes a repository of its own of the documents',
    files: { 'docs/pay.md': null },
    more: (repository) => {
      rmSync(repository.at('docs'), { recursive: true, force: true });
      repository.git(['rm', '-q', '--cached', '-r', 'docs']);
      repository.git(['update-index', '--add', '--cacheinfo', `160000,${'a'.repeat(40)},docs`]);
    },
  },
  {
    what: 'writes another document over one that it moves',
    told: /suspect: REQ-1\/AC1 \(docs\/other\.md\)/u,
    files: { 'docs/pay.md': '# Notes\n', 'docs/other.md': DOCUMENT.replace('within a minute', 'within a year') },
  },
  { what: 'rewords a criterion', told: /suspect: REQ-1\/AC1/u, files: doc('within a minute', 'within a year') },
  { what: 'rewords the statement', told: /suspect: REQ-1 /u, files: doc('within five days', 'within fifty days') },
  { what: 'rewords the title', told: /suspect: REQ-1 /u, files: doc('REQ-1: Payments', 'REQ-1: No payments') },
  {
    what: 'swaps two criteria',
    told: /suspect: REQ-1\/AC1[^\n]*REQ-1\/AC2/u,
    files: doc(/- \*\*AC1\*\*: (.*)\n- \*\*AC2\*\*: (.*)\n/u, '- **AC1**: $2\n- **AC2**: $1\n'),
  },
  { what: 'deletes a test', files: tests(/\/\/ @verifies REQ-1\/AC2[^]*$/u, '') },
  {
    what: 'leaves only the annotations of tests',
    told: /broken: REQ-1\/AC1/u,
    files: { 'test/pay.test.ts': '// @verifies REQ-1/AC1\n\n// @verifies REQ-1/AC2\n' },
  },
  {
    what: 'leaves only the annotation of a test',
    told: /broken: REQ-1\/AC2[^;]*only the annotation is left of the test "refuses a payment"/u,
    files: tests(/(\/\/ @verifies REQ-1\/AC2\n)[^]*$/u, '$1'),
  },
  { what: 'makes a function of a test', told: /broken: REQ-1\/AC2/u, files: tests(/test\('refuses[^]*$/u, 'function refuses() {}\n') },
  {
    what: 'moves the annotations of tests to where nothing is tested',
    told: /broken: REQ-1\/AC1 .*; REQ-1\/AC2/u,
    files: { 'test/pay.test.ts': null, 'test/pay.test.sql': '-- @verifies REQ-1/AC1\n\n-- @verifies REQ-1/AC2\n' },
  },
  {
    what: 'leaves only the annotations of code',
    told: /broken: REQ-1\/AC1[^;]*only the annotation is left of the code "confirm\(\)"/u,
    files: { 'src/pay.ts': '// @implements REQ-1/AC1\n\n// @implements REQ-1/AC2\n' },
  },
  { what: 'deletes the tests', files: { 'test/pay.test.ts': null } },
  { what: 'switches a test off', files: tests("test('refuses", "test.skip('refuses") },
  { what: 'switches a test off by another', told: /broken: REQ-1\/AC2/u, files: tests("test('confirms", "test.only('confirms") },
  {
    what: 'commits old results',
    gate: 'proof',
    files: { ...code('return 2', 'return 3'), 'results/old.xml': junit('2020-01-01T00:00:00') },
  },
  {
    what: 'commits new results',
    gate: 'proof',
    files: { ...code('return 2', 'return 3'), 'results/new.xml': junit('2026-11-21T00:00:00') },
  },
  {
    what: 'takes other results',
    gate: 'proof',
    files: {
      ...code('return 2', 'return 3'),
      'reqtrace.yaml': rules('results/*.xml', 'mine/*.xml'),
      'mine/a.xml': junit('2026-11-21T00:00:00'),
    },
  },
  {
    what: 'commits results of another package',
    gate: 'proof',
    files: { ...code('return 2', 'return 3'), 'other/package.json': '{}', 'other/junit.xml': junit('2026-11-21T00:00:00') },
  },
  { what: 'has rules that are huge', files: { ...added, 'reqtrace.yaml': `${RULES}#${'x'.repeat(140_000)}\n` } },
  { what: 'has rules that are deep', files: { ...added, 'reqtrace.yaml': `${RULES}other: ${'['.repeat(20_000)}\n` } },
  { what: 'has rules that are invalid', files: { ...added, 'reqtrace.yaml': 'gates: 7\n' } },
  { what: 'has no rules', files: { ...added, 'reqtrace.yaml': null } },
  { what: 'has rules with marks of a merge', files: { ...added, 'reqtrace.yaml': `<<<<<<< HEAD\n${RULES}=======\n>>>>>>> main\n` } },
  {
    what: 'makes the document a pointer of LFS',
    files: { 'docs/pay.md': `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12\n` },
  },
  { what: 'has marks of a merge in the document', files: { 'docs/pay.md': `${DOCUMENT}<<<<<<< HEAD\n${UNMET}=======\n>>>>>>> main\n` } },
  { what: 'makes the document huge', files: { 'docs/pay.md': `${DOCUMENT}${UNMET}\n${'x '.repeat(1_100_000)}\n` } },
  { what: 'makes the document binary', files: { 'docs/pay.md': `${DOCUMENT}${UNMET}\0\n` } },
  {
    what: 'makes the document a link that leads outside',
    files: { 'docs/pay.md': null },
    more: (repository) => symlinkSync('../../outside.md', repository.at('docs/pay.md')),
  },
  {
    what: 'makes the tests a link that leads outside',
    files: { 'test/pay.test.ts': null },
    more: (repository) => {
      rmSync(repository.at('test'), { recursive: true, force: true });
      symlinkSync('../outside', repository.at('test'));
    },
  },
];

/** Files of a folder with all that tells whether somebody wrote them. */
function stateOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { ino, size, mtimeMs, ctimeMs } = lstatSync(path.join(folder, name));
      return `${name} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
    });
}

/** Brought by the last branch. */
const PROGRAM = './program';

/** What stands above the conditions of the verdict on the gate. */
const top = (verdict: string): string => verdict.split(/^ {2}[✓✗?] /mu)[0] ?? '';

describe("a stranger's pull request", function () {
  let repository: Repository;

  before(() => {
    repository = new Repository({
      'reqtrace.yaml': RULES,
      'docs/pay.md': DOCUMENT,
      'src/pay.ts': CODE,
      'test/pay.test.ts': TEST,
      'debt.txt': debt('REQ-1/AC4'),
    });
    // What a job has set up for programs of the repository leads to what a branch brings.
    for (const name of ['filter.own.clean', 'filter.own.smudge']) repository.git(['config', name, PROGRAM]);
  });
  after(() => repository.delete());

  /** Commits the branch as its author does, checked out as it is. */
  function submit({ what, files = {}, more }: Trick): void {
    repository.git(['checkout', '-q', '-f', '-B', 'work', 'main']);
    repository.change(files);
    more?.(repository);
    repository.git(['-c', ADD_AND_COMMIT.replace('--all', '--all --force'), 'record', '-m', what]);
  }

  const judge = (gate: string): Promise<RunResult> => repository.run(['check', '--gate', gate, '--base', 'main', '--baseline', 'debt.txt']);

  it('passes where it does what is asked for', async () => {
    submit({ what: 'nothing', files: { 'notes.txt': 'Nothing.\n' } });
    const { code: ended, stdout } = await judge('merge');
    assert.equal(ended, 0, stdout);
    assert.doesNotMatch(top(stdout), /removed:|waived or exempt:|broken:|suspect:|Rules changed/u);
  });

  for (const trick of TRICKS) {
    // @verifies RT-5.2/AC7~6b31b2
    it(`does not pass unseen where it ${trick.what}`, async () => {
      submit(trick);
      const { code: ended, stdout } = await judge(trick.gate ?? 'merge');
      if (trick.told) {
        assert.equal(ended, 0, stdout);
        assert.match(top(stdout), trick.told);
      } else assert.ok(ended === 1 || ended === 2, stdout);
    });
  }

  it('writes nothing and runs nothing that it names', async function () {
    if (process.platform === 'win32') this.skip();
    const started = repository.at('.git/started');
    submit({
      what: 'programs',
      files: {
        '.gitattributes': '* filter=own diff=own merge=own\n',
        '.gitconfig': '[core]\n\tfsmonitor = ./program\n',
        '.gitmodules': '[submodule "a"]\n\tpath = a\n\turl = ./b\n\tupdate = !./program\n',
        program: `#!/bin/sh\ntouch '${started}'\ncat\n`,
        'docs/pay.md': DOCUMENT.replace('within a minute', 'within a year'),
      },
      more: () => chmodSync(repository.at('program'), 0o755),
    });
    assert.ok(existsSync(started), 'git itself starts it');
    rmSync(started);
    for (const name of ['core.fsmonitor', 'core.pager', 'diff.own.textconv', 'diff.external']) repository.git(['config', name, PROGRAM]);
    repository.git(['config', 'core.hooksPath', '.']);
    const before = stateOf(repository.path);
    for (const question of [
      ['check', '--gate', 'merge', '--base', 'main'],
      ['check', '--base', 'main'],
      ['diff', 'main'],
      ['report', '--base', 'main', '--format', 'markdown'],
    ])
      await repository.run(question);
    assert.equal(existsSync(started), false);
    assert.deepEqual(stateOf(repository.path), before);
  });
});
