import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assertGolden } from '../support/golden.ts';
import { PROJECT, Sandbox } from '../support/sandbox.ts';

const COMMANDS = ['check', 'report', 'history', 'export', 'list', 'show', 'explain', 'test', 'pin', 'init', 'lsp', 'agents'];
const sandbox = new Sandbox(PROJECT);
after(() => sandbox.remove());

describe('reqtrace', () => {
  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    assert.deepEqual(await sandbox.run(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('has an overview', async () => {
    const { code, stdout } = await sandbox.run(['--help']);
    assert.equal(code, 0);
    assertGolden('help.txt', stdout);
  });

  it('shows the overview on standard error when no command is given', async () => {
    const { code, stdout, stderr } = await sandbox.run([]);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
    assertGolden('help.txt', stderr);
  });

  for (const name of COMMANDS) {
    // @verifies RT-6.1/AC12~b00729
    it(`explains ${name} with exit codes and an example`, async () => {
      const { code, stdout, stderr } = await sandbox.run([name, '--help']);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assertGolden(`help-${name}.txt`, stdout);
      assert.match(stdout, /\nExit codes:\n {2}0 {2}/u);
      assert.match(stdout, new RegExp(`\\nExample:\\n {2}reqtrace ${name}`, 'u'));
      assert.equal((await sandbox.run(['help', name])).stdout, stdout);
    });
  }

  const refused: readonly [argv: string[], line: string | RegExp][] = [
    [['reprot'], 'Unknown command reprot (did you mean "report"?)'],
    [['whatever'], 'Unknown command whatever; see "reqtrace --help"'],
    [['--versoin'], 'Unknown option --versoin (did you mean "--version"?)'],
    [['check', '--fial-on', 'error'], 'Unknown option --fial-on for "reqtrace check" (did you mean "--fail-on"?)'],
    [['check', '--zzz'], 'Unknown option --zzz for "reqtrace check"; see "reqtrace check --help"'],
    [['check', '-x'], 'Unknown option -x for "reqtrace check"; see "reqtrace check --help"'],
    [['check', '--__proto__'], 'Unknown option --__proto__ for "reqtrace check"; see "reqtrace check --help"'],
    [
      ['check', '--fail-on', 'warnings'],
      '"warnings" is not a value of --fail-on (did you mean "warning"?); it takes error, warning, information, never',
    ],
    [['check', '--fail-on'], 'Option --fail-on needs a value: --fail-on SEVERITY'],
    [['report', '--output', '--format', 'csv'], 'Option --output needs a value: --output FILE'],
    [['check', '--no-color=yes'], 'Option --no-color takes no value'],
    [
      ['list', '--status', 'unmet,partail'],
      '"partail" is not a value of --status (did you mean "partial"?); it takes failing, stale, unmet, partial, met, waived, exempt',
    ],
    [['show'], '"reqtrace show" needs more arguments: reqtrace show REF'],
    [['show', 'IP-1.1', 'IP-1.2'], '"reqtrace show" takes no argument "IP-1.2": reqtrace show REF'],
    [['report', '--root', 'nowhere'], 'No such folder: nowhere'],
    [['report', 'docs/launch.md'], 'No such folder: docs/launch.md'],
    [['report', '--today', '2026-02-30'], '"2026-02-30" is not a date: --today takes YYYY-MM-DD, as in --today 2026-11-21'],
    [['show', 'IP-1.9'], /^Nothing has the ID IP-1\.9 \(did you mean ".*IP-1\.1".*\?\)$/u],
    [['show', '\u001b[31m'], 'Nothing has the ID [31m'],
  ];
  for (const [argv, line] of refused) {
    // @verifies RT-6.1/AC13~dc2238
    it(`refuses ${argv.join(' ')} with one line and exit code 2`, async () => {
      const { code, stdout, stderr } = await sandbox.run(argv);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
      const [, message = ''] = /^reqtrace: ([^\n]*)\n$/u.exec(stderr) ?? [];
      if (typeof line === 'string') assert.equal(message, line);
      else assert.match(message, line);
    });
  }

  it('takes the nearest folder upward with a reqtrace.yaml', async () => {
    const inner = new Sandbox({ ...PROJECT, 'reqtrace.yaml': 'version: 1\n' });
    try {
      const fromInside = await inner.run(['list', '--kind', 'requirement'], { cwd: 'src' });
      assert.match(fromInside.stdout, /^docs\/launch\.md:3 .*IP-1\.1 .*\n.*IP-1\.2/u);
      assert.deepEqual(await inner.run(['list', '--kind', 'requirement', '--root', '..'], { cwd: 'src' }), fromInside);
    } finally {
      inner.remove();
    }
  });

  it('cannot run with a broken configuration, and shows where it is broken', async () => {
    const broken = new Sandbox({ ...PROJECT, 'reqtrace.yaml': 'version: 1\nimplicit: sometimes\n' });
    try {
      for (const argv of [['check'], ['report'], ['list'], ['show', 'IP-1.1']]) {
        const { code, stdout, stderr } = await broken.run(argv);
        assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
        assert.match(
          stderr,
          /^reqtrace\.yaml:2:\d+ {2}error {2}config-error {2}.*\n[^]*\nreqtrace: reqtrace\.yaml has errors\. Fix them and rerun\n$/u,
        );
      }
    } finally {
      broken.remove();
    }
  });

  const colours: readonly [env: Record<string, string>, isTTY: boolean, argv: string[], coloured: boolean][] = [
    [{}, false, [], false],
    [{}, true, [], true],
    [{}, true, ['--no-color'], false],
    [{ NO_COLOR: '1' }, true, [], false],
    [{ NO_COLOR: '' }, true, [], true],
    [{ TERM: 'dumb' }, true, [], false],
    [{ FORCE_COLOR: '1' }, false, [], true],
    [{ FORCE_COLOR: '0' }, true, [], false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, [], false],
  ];
  for (const [env, isTTY, argv, coloured] of colours) {
    it(`${coloured ? 'has' : 'has no'} colours ${isTTY ? 'on a terminal' : 'in a pipe'} with ${JSON.stringify(env)} ${argv.join(' ')}`, async () => {
      const { stdout } = await sandbox.run(['report', ...argv], { env, isTTY });
      assert.equal(stdout.includes('\u001b['), coloured);
    });
  }
});
