import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.ts';
import { PROJECT, Sandbox } from '../support/sandbox.ts';

const sandbox = new Sandbox({
  ...PROJECT,
  'src/wrong.ts': '// @implements IP-1.9\n',
  'src/deep/fine.ts': '// nothing to see\n',
});
after(() => sandbox.remove());

describe('reqtrace check', () => {
  // @verifies RT-6.1/AC1~600126
  it('shows findings by file and fails on an error', async () => {
    const { code, stdout, stderr } = await sandbox.run(['check', '--today', '2026-11-21']);
    assertGolden('check.txt', stdout);
    assert.deepEqual({ code, stderr }, { code: 1, stderr: '' });
  });

  const codes: readonly [argv: string[], code: number][] = [
    [['src/orders.ts'], 0],
    [['src/orders.ts', '--fail-on', 'information'], 0],
    [['docs'], 0],
    [['docs', '--fail-on', 'warning'], 0],
    [['docs', '--fail-on', 'information'], 1],
    [['docs', 'src'], 1],
    [['src/deep'], 0],
    [['.'], 1],
    [['--fail-on', 'never'], 0],
    [['--fail-on', 'warning'], 1],
    [['nowhere'], 2],
    [['/'], 2],
  ];
  for (const [argv, code] of codes) {
    // @verifies RT-6.1/AC1~600126
    it(`ends with ${code} for ${argv.join(' ')}`, async () => {
      assert.equal((await sandbox.run(['check', ...argv])).code, code);
    });
  }

  it('shows only findings of the paths that were given, seen from where it runs', async () => {
    const { stdout } = await sandbox.run(['check', '--root', '..', 'wrong.ts'], { cwd: 'src' });
    assert.match(stdout, /^src\/wrong\.ts:1:16 {2}error {2}unknown-reference .*\n\n1 error in 1 file\n$/u);
  });

  it('says so when there is nothing', async () => {
    assert.equal((await sandbox.run(['check', 'src/deep'])).stdout, 'No findings.\n');
  });

  it('prints JSON for programs', async () => {
    const { code, stdout } = await sandbox.run(['check', '--format', 'json', 'src/wrong.ts']);
    assert.equal(code, 1);
    const { schemaVersion, summary, findings } = JSON.parse(stdout);
    assert.deepEqual({ schemaVersion, summary }, { schemaVersion: 1, summary: { error: 1, warning: 0, information: 0 } });
    assert.deepEqual(
      findings.map(({ code: name, file, line, column }: Record<string, unknown>) => ({ name, file, line, column })),
      [{ name: 'unknown-reference', file: 'src/wrong.ts', line: 1, column: 16 }],
    );
  });

  for (const [format, shape] of [
    ['github', /^::error file=src\/wrong\.ts,line=1,col=16,endColumn=22,title=unknown-reference::/u],
    ['sarif', /"ruleId": "unknown-reference"/u],
    ['junit', /<testsuite name="findings" tests="1" failures="1"/u],
    ['codequality', /^\[\n {2}\{\n {4}"description": /u],
  ] as const) {
    it(`prints ${format} and ends as it would with text`, async () => {
      const { code, stdout } = await sandbox.run(['check', '--format', format, 'src']);
      assert.equal(code, 1);
      assert.match(stdout, shape);
    });
  }
});

describe('reqtrace check before anything was set up', () => {
  const fresh = new Sandbox({
    'docs/a.md': '## REQ-1: Keep\n\nAcceptance Criteria:\n\n- AC1: Orders are kept\n\n## REQ-1: Twice\n',
    'src/a.ts': '// @implements REQ-8\n',
  });
  after(() => fresh.remove());

  const LINE = '1 criterion in 1 document, no link yet; not shown: ';
  const SHOWN =
    'src/a.ts:1:16  error  unknown-reference  REQ-8 is not defined in any document. Did you mean REQ-1?\n\n1 error in 1 file\n\n';
  for (const [argv, code, stdout] of [
    [[], 1, `${SHOWN}${LINE}1 error, 1 information in 1 file (--all shows them; 1 of them fails this check)\n`],
    [['docs'], 1, `${LINE}1 error, 1 information in 1 file (--all shows them; 1 of them fails this check)\n`],
    [['--fail-on', 'never', 'docs'], 0, `${LINE}1 error, 1 information in 1 file (--all shows them)\n`],
  ] as const) {
    // @verifies RT-4.2/AC26~ed67bf
    it(`prints what is wrong in annotations, and one line: check ${argv.join(' ')}`, async () => {
      assert.deepEqual(await fresh.run(['check', ...argv]), { code, stdout, stderr: '' });
    });
  }

  it('says how much of it is in no count', async () => {
    const folder = new Sandbox({
      'docs/a.md': '## REQ-1: Keep\n\nAcceptance Criteria:\n\n- AC1: Orders are kept\n',
      'docs/archive/b.md': '## REQ-2: Old\n\nAcceptance Criteria:\n\n- AC1: Was kept\n- AC2: Was done\n',
    });
    const { stdout } = await folder.run(['check']);
    folder.remove();
    assert.match(stdout, /^3 criteria in 2 documents, no link yet \(2 exempt\); not shown: /u);
  });

  it('shows the rest to those who ask, and programs everything', async () => {
    for (const [argv, lines] of [
      [['--all'], 3],
      [['--fail-on', 'information'], 3],
      [['--fail-on', 'error'], 2],
    ] as const) {
      const { code, stdout } = await fresh.run(['check', ...argv]);
      assert.deepEqual([code, stdout.split('\n').filter((line) => /^\w+\/a\.\w+:/u.test(line)).length], [1, lines], argv.join(' '));
    }
    const { stdout } = await fresh.run(['check', '--format', 'json']);
    assert.deepEqual(JSON.parse(stdout).summary, { error: 2, warning: 0, information: 1 });
  });
});
