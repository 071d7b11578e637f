import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { blocksOf } from '../support/docs/pages.ts';
import { Sandbox } from '../support/sandbox.ts';

/** A runner that writes what it is told to, or does something worse. */
const RUNNER = `
const { writeFileSync } = require('node:fs');
const [results, what] = process.argv.slice(2);
if (what === 'hang') { setInterval(() => {}, 1000); }
else if (what !== 'nothing') {
  const failure = what === 'fail' ? '<failure/>' : '';
  writeFileSync(results, '<testsuites><testsuite name="" file="test/a.test.js"><testcase name="REQ-1/AC1 adds">' + failure + '</testcase></testsuite></testsuites>');
  process.exitCode = what === 'fail' ? 1 : 0;
}
console.log('ran ' + what);
`;

const FILES = {
  'docs/stock.md': '# Stock\n\n## REQ-1: Stock\n\n**Acceptance Criteria**:\n\n- AC1 adds\n- AC2 fails\n\n## REQ-2: Alone\n\nNothing.\n',
  'test/a.test.js': "it('REQ-1/AC1 adds', () => { f(); });\n",
  'run.js': RUNNER,
};

/** `tests: run:` with the runner, as what it is to do says. */
function configured(what: string): Readonly<Record<string, string>> {
  return { ...FILES, 'reqtrace.yaml': `tests:\n  run:\n    - { files: ["test/**"], command: [node, run.js, "{results}", ${what}] }\n` };
}

describe('reqtrace test', () => {
  let sandbox: Sandbox;
  afterEach(() => sandbox.remove());

  // @verifies RT-6.1/AC15~8ed061
  it('runs the tests of a criterion and says that they passed, leaving nothing behind', async () => {
    sandbox = new Sandbox(configured('pass'));
    const { code, stdout, stderr } = await sandbox.run(['test', 'REQ-1/AC1']);
    assert.equal(stdout, 'passed  REQ-1/AC1\n          passed   test/a.test.js:1  REQ-1/AC1 adds\n1 criterion: 1 passed\n');
    assert.equal(code, 0);
    assert.match(stderr, /node: 1 test\n {2}node run\.js (?<file>\S+) pass\n.*ran pass\n/su);
    assert.equal(existsSync(/run\.js (\S+) pass/u.exec(stderr)?.[1] ?? '.'), false);
  });

  const cases: readonly [what: string, argv: readonly string[], code: number, output: RegExp][] = [
    ['fail', ['REQ-1/AC1'], 1, /failed {2}REQ-1\/AC1/u],
    ['nothing', ['REQ-1/AC1'], 2, /not run .*\(node ended with 0 and wrote no results\)/u],
    ['hang', ['REQ-1/AC1', '--timeout', '1'], 2, /not run .*\(node did not end in time and was ended\)/u],
  ];
  for (const [what, argv, code, output] of cases)
    // @verifies RT-6.1/AC15~8ed061
    it(`ends with ${code} where the runner is to ${what} for ${argv.join(' ')}`, async () => {
      sandbox = new Sandbox(configured(what));
      const ran = await sandbox.run(['test', ...argv]);
      assert.match(ran.stdout, output);
      assert.equal(ran.code, code);
    });

  // @verifies RT-6.1/AC15~8ed061
  it('ends as docs/running-tests.md shows where a criterion has no test', async () => {
    const blocks = blocksOf(readFileSync('docs/running-tests.md', 'utf8').replaceAll('\r\n', '\n'));
    sandbox = new Sandbox(Object.fromEntries(blocks.flatMap(({ path, text }) => (path === undefined ? [] : [[path, text]]))));
    const { code, stdout } = await sandbox.run(['test', 'REQ-1']);
    assert.equal(stdout, blocks.find(({ language }) => language === 'text')?.text);
    assert.equal(code, 2);
  });

  it('says in one sentence why nothing is run', async () => {
    sandbox = new Sandbox(FILES);
    const said = async (...argv: string[]): Promise<string> => {
      const { code, stdout, stderr } = await sandbox.run(['test', ...argv]);
      assert.equal(code, 2);
      return stdout + stderr;
    };
    assert.equal(await said('REQ-1/AC2'), 'reqtrace: No test is linked to REQ-1/AC2, so nothing was run\n');
    assert.equal(await said('docs/stock.md', 'REQ-9'), 'reqtrace: Nothing has the ID REQ-9 (did you mean "REQ-1" or "REQ-2"?)\n');
    assert.equal(await said('test/a.test.js'), 'reqtrace: test/a.test.js defines no requirement\n');
    assert.equal(await said('--timeout', 'soon'), 'reqtrace: --timeout takes a number of seconds, as in --timeout 60, not "soon"\n');
    assert.match(await said('REQ-1/AC1'), /No test runner was found for test\/a\.test\.js\. Name the command/u);
    sandbox.write('package.json', '{ "devDependencies": { "vitest": "4" } }');
    assert.match(await said('REQ-1/AC1'), /Vitest is not installed: there is no node_modules\/vitest/u);
  });

  it('prints the command that it would run, for people and for programs', async () => {
    sandbox = new Sandbox({ ...FILES, 'test/a.test.js': "import 'node:test';\nit('REQ-1/AC1 it\\'s $(x)', () => { f(); });\n" });
    const { code, stdout } = await sandbox.run(['test', 'docs', '--dry-run']);
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^node --test: 1 test\n {2}node --test '--test-name-pattern=\^\(\?:REQ-1\/AC1 it'\\''s \\\$\\\(x\\\)\)\$' .* test\/a\.test\.js\n/u,
    );
    const json = JSON.parse((await sandbox.run(['test', 'REQ-1/AC1', '--dry-run', '--format', 'json'])).stdout) as {
      readonly runs: readonly { readonly argv: readonly string[] }[];
    };
    assert.equal(json.runs[0]?.argv[2], String.raw`--test-name-pattern=^(?:REQ-1/AC1 it's \$\(x\))$`);
  });

  it('hands RSpec a file that ends a dry run, written before it starts and gone afterwards', async () => {
    const spec = "describe 'Stock' do\n  # @verifies REQ-1/AC1\n  it 'adds' do\n    f\n  end\nend\n";
    // Fails as RSpec does where the file ends it.
    const rspec = `#!${process.execPath}
const { readFileSync, writeFileSync } = require('node:fs');
const after = (name) => process.argv[process.argv.indexOf(name) + 1];
if (!/abort .* if super/u.test(readFileSync(after('--require'), 'utf8'))) process.exit(0);
writeFileSync(after('--out'), JSON.stringify({ examples: [
  { full_description: 'Stock adds', description: 'adds', status: 'passed', file_path: './spec/a_spec.rb', line_number: 3 },
] }));
`;
    sandbox = new Sandbox({ ...FILES, 'test/a.test.js': '', 'spec/a_spec.rb': spec, 'bin/rspec': rspec });
    chmodSync(sandbox.path('bin/rspec'), 0o755);
    const { PATH } = process.env;
    process.env['PATH'] = `${sandbox.path('bin')}:${PATH}`;
    try {
      const { code, stdout, stderr } = await sandbox.run(['test', 'REQ-1/AC1']);
      assert.match(stdout, /^passed {2}REQ-1\/AC1/u);
      assert.equal(code, 0);
      assert.equal(existsSync(/--require (?<file>\S+)/u.exec(stderr)?.[1] ?? '.'), false);
    } finally {
      process.env['PATH'] = PATH;
    }
  });
});
