import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { repositories } from '../support/repository.ts';

const make = repositories();

/** Without a time it is of when it was written, or of an earlier run. */
function report(suite: string, body: string, time?: string): string {
  const timestamp = time === undefined ? '' : ` timestamp="${time}"`;
  return `<testsuites><testsuite name="${suite}"${timestamp}>${body}</testsuite></testsuites>\n`;
}

const EARLIER = '2020-01-01T00:00:00';
const TEST = '<testcase name="REQ-1/AC1 counts" file="checks/stock.test.js"/>';
const OLDER_PASS = { 'out/junit.xml': report('checks/stock.test.js', TEST, EARLIER) };

/** What each case changes is taken from here: one criterion that is met and proven. */
const PROVEN: Readonly<Record<string, string>> = {
  'reqtrace.yaml': `documents: [docs/**]
tests: [checks/**]
evidence: { results: ["out/**/*.xml"] }
gates:
  met: { max: { unmet: 0, partial: 0 }, min: { met: 100% } }
  proven: { max: { unproven: 0, failing: 0 }, min: { met: 100% } }
`,
  'docs/stock.md': '## REQ-1: Stock\n\n**Acceptance Criteria**:\n\n- Stock is counted\n',
  'src/stock.js': '// @implements REQ-1/AC1\nexport function count() {}\n',
  'checks/stock.test.js': "it('REQ-1/AC1 counts', () => { count(); });\n",
  'out/junit.xml': report('checks/stock.test.js', TEST),
};

const configured = (from: string, to: string): Readonly<Record<string, string>> => ({
  'reqtrace.yaml': (PROVEN['reqtrace.yaml'] ?? '').replace(from, to),
});

/** What is done to the project, and the exit codes of the gates that ask for met and for proven. */
const CASES: readonly [what: string, change: Readonly<Record<string, string | null>>, met: 0 | 1 | 2, proven: 1 | 2, why?: RegExp][] = [
  ['a wrong glob of documents', configured('docs/**', 'doc/**'), 2, 2, /no document defines a requirement/u],
  [
    'a wrong glob of documents beside a right one',
    configured('docs/**', 'docs/**, spec/**'),
    2,
    2,
    /"spec\/\*\*" of documents matches no file that is read/u,
  ],
  ['a glob of documents that are excluded', configured('docs/**', 'docs/**, node_modules/a/**'), 2, 2, /matches no file that is read/u],
  ['a wrong glob of tests', configured('checks/**', 'check/**'), 2, 2, /"check\/\*\*" of tests matches no file that is read/u],
  ['a wrong glob of results', configured('out/**', 'build/**'), 0, 2, /of evidence\.results matches no file with test results/u],
  [
    'a wrong glob of results beside a right one',
    configured('"out/**/*.xml"', '"out/**/*.xml", build/*.xml'),
    0,
    2,
    /"build\/\*\.xml" of evidence\.results/u,
  ],
  [
    'a document that is too large',
    { 'docs/large.md': `## REQ-2: A\n${'x\n'.repeat(2_200_000)}` },
    2,
    2,
    /docs\/large\.md was not read in full/u,
  ],
  ['a document that is binary', { 'docs/more.md': '## REQ-2: A\n\0' }, 2, 2, /docs\/more\.md was not read in full/u],
  ['JSON of requirements that is cut off', { '.taskmaster/tasks/tasks.json': '{ "tasks": [' }, 2, 2, /tasks\.json was not read in full/u],
  [
    'YAML of a requirement with a fault',
    {
      'docs/reqs/.doorstop.yml': 'settings:\n  digits: 3\n  prefix: REQ\n  sep: ""\n',
      'docs/reqs/REQ001.yml':
        'active: true\nderived: false\nlevel: 1.0\nlinks: []\nnormative: true\nref: ""\nreviewed: null\ntext: |\n  Stock\nheader: [\n',
    },
    2,
    2,
    /REQ001\.yml was not read in full/u,
  ],
  [
    'a text of StrictDoc that has no end',
    {
      'docs/x.sdoc': '[DOCUMENT]\nTITLE: X\n\n[TEXT]\nSTATEMENT: >>>\nIt counts\n\n[REQUIREMENT]\nUID: SR-2\nSTATEMENT: B\n',
    },
    2,
    2,
    /x\.sdoc was not read in full/u,
  ],
  ['no documents', { 'docs/stock.md': null }, 2, 2, /no document defines a requirement/u],
  ['a document without requirements', { 'docs/stock.md': '# Stock\n' }, 2, 2, /no document defines a requirement/u],
  ['criteria that are all struck out', { 'docs/stock.md': '## ~~REQ-1: Stock~~\n' }, 2, 2, /all 1 are waived or exempt/u],
  ['needs that no test meets', configured('gates:', 'needs: [implements]\ngates:'), 0, 2, /no criterion needs a test/u],
  ['missing results', { 'out/junit.xml': null }, 0, 2, /matches no file with test results/u],
  [
    'missing results by default',
    { ...configured('evidence:', '# evidence:'), 'out/junit.xml': null },
    0,
    2,
    /there are no test results to prove 1 criterion/u,
  ],
  ['an empty report', { 'out/junit.xml': '<testsuites/>\n' }, 0, 2, /test results/u],
  ['a report of no bytes', { 'out/junit.xml': '' }, 2, 2, /out\/junit\.xml cannot be read whole: it is empty/u],
  ['a report of no bytes beside an older pass', { 'out/new.xml': '' }, 2, 2, /out\/new\.xml cannot be read whole: it is empty/u],
  [
    'a report that Git LFS did not fetch',
    { 'out/new.xml': 'version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 12\n' },
    2,
    2,
    /pointer of Git LFS/u,
  ],
  ['an error page in place of a report', { 'out/new.xml': '<!DOCTYPE html>\n<html><body>404</body></html>\n' }, 2, 2, /web page/u],
  ['an empty suite', { 'out/junit.xml': report('checks/stock.test.js', '') }, 0, 2],
  [
    'an empty report beside one of other tests',
    { 'out/a.xml': report('other', '<testcase name="other"/>'), 'out/junit.xml': report('x', '') },
    0,
    1,
  ],
  [
    'a report that ends in the middle',
    { 'out/junit.xml': (PROVEN['out/junit.xml'] ?? '').replace('</testsuite>', '<testcase') },
    2,
    2,
    /out\/junit\.xml cannot be read whole/u,
  ],
  [
    'a lost report beside a whole one',
    { 'out/more.xml': '<testsuites><testsuite name="more"><testcase name="ok' },
    2,
    2,
    /out\/more\.xml cannot be read whole/u,
  ],
  ['a lost report alone', { 'out/junit.xml': '<testsuites><testsu' }, 2, 2],
  [
    'TAP that was stopped',
    { 'out/junit.xml': null, 'out/a.tap': 'TAP version 13\n1..2\nok 1 - REQ-1/AC1 counts\nBail out!\n', ...configured('*.xml', '*.tap') },
    2,
    2,
    /out\/a\.tap cannot be read whole/u,
  ],
  [
    'a failed collection',
    {
      'out/junit.xml': report('pytest', '<testcase classname="" name="checks.test_stock"><error message="collection failure"/></testcase>'),
      'checks/stock.test.js': null,
      'checks/test_stock.py': '# @verifies REQ-1/AC1\ndef test_counts(): count()\n',
    },
    1,
    1,
    /failing/u,
  ],
  [
    'results of another package',
    {
      ...configured('tests: [checks/**]\nevidence: { results: ["out', 'tests: ["**/checks/**"]\nevidence: { results: ["**/out'),
      'checks/stock.test.js': null,
      'out/junit.xml': null,
      'packages/a/checks/stock.test.js': "// @verifies REQ-1/AC1\nit('counts', () => { count(); });\n",
      'packages/b/checks/stock.test.js': "it('counts', () => {});\n",
      'packages/b/out/junit.xml': report('checks/stock.test.js', '<testcase name="counts" file="checks/stock.test.js"/>'),
    },
    0,
    1,
    /its test is not in the results/u,
  ],
  ['a test that failed', { 'out/junit.xml': (PROVEN['out/junit.xml'] ?? '').replace('"/>', '"><failure/></testcase>') }, 1, 1, /failing/u],
  [
    'a test that was skipped',
    { 'out/junit.xml': (PROVEN['out/junit.xml'] ?? '').replace('"/>', '"><skipped/></testcase>') },
    0,
    1,
    /its test was skipped/u,
  ],
  [
    'a test that is not in the results',
    { 'out/junit.xml': (PROVEN['out/junit.xml'] ?? '').replace('REQ-1/AC1 counts', 'sells') },
    0,
    1,
    /not in the results/u,
  ],
  [
    'an older pass than a failure',
    { ...OLDER_PASS, 'out/new.xml': (PROVEN['out/junit.xml'] ?? '').replace('"/>', '"><failure/></testcase>') },
    1,
    1,
    /failing/u,
  ],
  [
    'an older pass than a file that does not load',
    {
      ...OLDER_PASS,
      'out/new.xml': report(
        'checks/stock.test.js',
        '<testcase classname="checks/stock.test.js" name="checks/stock.test.js"><error message="Cannot find module"/></testcase>',
      ),
    },
    1,
    1,
    /failing/u,
  ],
  ['a todo', { 'checks/stock.test.js': "it.todo('REQ-1/AC1 counts');\n" }, 1, 1, /partial|unproven/u],
  ['a todo under a comment', { 'checks/stock.test.js': "// @verifies REQ-1/AC1\nit.todo('counts');\n" }, 1, 1],
  [
    'a test that is switched off',
    { 'checks/stock.test.js': "it.skip('REQ-1/AC1 counts', () => { count(); });\n" },
    1,
    1,
    /its test is switched off\n {8}fix: switch on "REQ-1\/AC1 counts" in checks/u,
  ],
  ['a test without a body', { 'checks/stock.test.js': "it('REQ-1/AC1 counts');\n" }, 1, 1],
  [
    'a scaffold without results of its own',
    {
      'checks/stock.test.js': "it('REQ-1/AC1 counts', () => { throw new Error('not implemented'); });\n",
      'out/junit.xml': report('x', '<testcase name="other"/>'),
    },
    1,
    1,
  ],
  [
    'a scaffold that only throws',
    {
      'checks/stock.test.js': "it('REQ-1/AC1 counts', () => { throw new Error('not implemented'); });\n",
      'out/junit.xml': (PROVEN['out/junit.xml'] ?? '').replace('"/>', '"><failure/></testcase>'),
    },
    1,
    1,
  ],
];

/** The exit code that what is printed of a gate stands for. */
function verdict(gate: string, printed: string | undefined): number | undefined {
  const [, said] = new RegExp(`^Gate ${gate} (holds|does not hold|cannot be decided)$`, 'mu').exec(printed ?? '') ?? [];
  return said === undefined ? undefined : ['holds', 'does not hold', 'cannot be decided'].indexOf(said);
}

describe('a gate over what was not read', () => {
  it('holds where everything was', async () => {
    const repository = make(PROVEN);
    for (const gate of ['met', 'proven']) assert.equal((await repository.run(['check', '--gate', gate])).code, 0, gate);
  });

  for (const [what, change, met, proven, why] of CASES) {
    // @verifies RT-5.2/AC2~1146dd
    it(`is not passed by ${what}`, async () => {
      const repository = make(PROVEN);
      repository.change(change);
      const { code, stdout } = await repository.run(['check', '--gate', 'met', '--gate', 'proven']);
      const [before, after = ''] = stdout.split(/^(?=Gate proven )/mu);
      assert.deepEqual({ met: verdict('met', before), proven: verdict('proven', after) }, { met, proven }, stdout);
      assert.equal(code, Math.max(met, proven));
      if (why) assert.match(after, why);
    });
  }
});

describe('known debt of what was not read', () => {
  it('is written where everything was', async () => {
    const repository = make(PROVEN);
    repository.change({ 'src/stock.js': 'export function count() {}\n' });
    assert.equal((await repository.run(['check', '--gate', 'proven', '--write-baseline', 'debt.txt'])).code, 0);
    assert.match(readFileSync(`${repository.path}/debt.txt`, 'utf8'), /^partial docs\/stock#REQ-1\/AC1~[0-9a-f]{6}$/mu);
  });

  for (const [what, change, met] of CASES.filter(([, , , code]) => code === 2)) {
    it(`is not written: ${what}`, async () => {
      const repository = make(PROVEN);
      repository.change(change);
      for (const gate of met === 2 ? ['met', 'proven'] : ['proven']) {
        const { code, stderr, stdout } = await repository.run(['check', '--gate', gate, '--write-baseline', `${gate}.txt`]);
        assert.equal(code, 2, `${gate}: ${stdout}${stderr}`);
        assert.equal(existsSync(`${repository.path}/${gate}.txt`), false);
        assert.match(stderr, /Not written: \w+\.txt would be no list of known debt, since /u);
      }
    });
  }

  it('is written of what was read, whatever else was not', async () => {
    const repository = make(PROVEN);
    repository.change({ 'out/junit.xml': null });
    const { code, stderr } = await repository.run(['check', '--gate', 'met', '--write-baseline', 'debt.txt']);
    assert.deepEqual({ code, exists: existsSync(`${repository.path}/debt.txt`) }, { code: 0, exists: true }, stderr);
  });

  it('is not written where all is unmet because a glob of tests is wrong', async () => {
    const repository = make(PROVEN);
    repository.change({ ...configured('checks/**', 'check/**'), 'src/stock.js': 'export function count() {}\n' });
    const { code, stderr } = await repository.run(['check', '--gate', 'met', '--write-baseline', 'debt.txt']);
    assert.deepEqual({ code, exists: existsSync(`${repository.path}/debt.txt`) }, { code: 2, exists: false }, stderr);
  });

  it('leaves a file as it is that is there already', async () => {
    const repository = make(PROVEN);
    repository.change({ ...configured('docs/**', 'doc/**'), 'debt.txt': 'unmet docs/stock#REQ-1/AC1\n' });
    assert.equal((await repository.run(['check', '--gate', 'met', '--write-baseline', 'debt.txt'])).code, 2);
    assert.equal(readFileSync(`${repository.path}/debt.txt`, 'utf8'), 'unmet docs/stock#REQ-1/AC1\n');
  });
});

describe('a check over what was not read', () => {
  const cases: readonly [
    what: string,
    files: Readonly<Record<string, string | null>>,
    argv: readonly string[],
    code: 0 | 1,
    said: RegExp,
  ][] = [
    [
      'annotations that meet no document',
      { 'reqtrace.yaml': null, 'docs/stock.md': '# Stock\n' },
      [],
      1,
      /unknown-reference {2}REQ-1\/AC1 is not defined in any document\n.*\n\nNot everything could be read: no document defines a requirement\n$/su,
    ],
    [
      'a wrong glob of documents',
      configured('docs/**', 'doc/**'),
      ['--fail-on', 'warning', 'reqtrace.yaml'],
      1,
      /no-requirements .*unmatched-glob /su,
    ],
    [
      'a folder without anything to trace',
      { 'reqtrace.yaml': null, 'docs/stock.md': null, 'src/stock.js': '/** @implements {Stock} */\n', 'checks/stock.test.js': null },
      ['--fail-on', 'information'],
      0,
      /^No findings\.\n\nNot everything could be read: no document defines a requirement\n$/u,
    ],
    [
      'results in a wrong place while no gate asks for them',
      { 'reqtrace.yaml': 'evidence: { results: [build/*.xml] }\n' },
      ['--fail-on', 'warning'],
      0,
      /information {2}unmatched-glob [^\n]*\n\n1 information in 1 file\n$/u,
    ],
  ];
  for (const [what, change, argv, code, said] of cases) {
    it(`ends with ${code} for ${what}`, async () => {
      const repository = make(PROVEN);
      repository.change(change);
      const checked = await repository.run(['check', ...argv]);
      assert.equal(checked.code, code, checked.stdout);
      assert.match(checked.stdout, said);
    });
  }

  it('makes no report that says all is met', async () => {
    const repository = make(PROVEN);
    repository.change({ 'docs/stock.md': '## ~~REQ-1: Stock~~\n' });
    for (const format of ['text', 'markdown', 'html'])
      assert.match((await repository.run(['report', '--format', format])).stdout, /Nothing needs to be met/u, format);
    repository.change({ 'docs/stock.md': null });
    for (const format of ['markdown', 'html', 'json', 'junit', 'sarif']) {
      const { stdout } = await repository.run(['report', '--format', format]);
      assert.match(stdout, /no document defines a requirement|No requirements found: nothing was checked/u, format);
      assert.doesNotMatch(stdout, /All criteria are met|100 %/u, format);
    }
  });
});
