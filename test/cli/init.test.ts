import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readConfiguration } from '../../src/formats/configuration/readConfiguration.ts';
import { DEFAULT_CONFIGURATION } from '../../src/formats/configuration/defaults.ts';
import { assertGolden } from '../support/golden.ts';
import { PROJECT, Sandbox } from '../support/sandbox.ts';

describe('reqtrace init', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = new Sandbox({
      ...PROJECT,
      'docs/loose.md': '### Integration Point 1.3: Returns\n\n**Our Acceptance Criteria**\n\n- Returns are booked\n',
    });
  });
  afterEach(() => sandbox.remove());

  it('prints a file that says what was found', async () => {
    const { code, stdout, stderr } = await sandbox.run(['init', '--dry-run']);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assertGolden('init.txt', stdout);
    assert.ok(!existsSync(sandbox.path('reqtrace.yaml')));
  });

  it('writes just that file', async () => {
    const { stdout: printed } = await sandbox.run(['init', '--dry-run']);
    const { code, stdout } = await sandbox.run(['init']);
    assert.deepEqual({ code, stdout }, { code: 0, stdout: `Wrote ${sandbox.path('reqtrace.yaml')}\n` });
    assert.equal(readFileSync(sandbox.path('reqtrace.yaml'), 'utf8'), printed);
  });

  it('changes nothing in the results', async () => {
    const before = await sandbox.run(['report', '--format', 'json']);
    await sandbox.run(['init']);
    assert.deepEqual(await sandbox.run(['report', '--format', 'json']), before);
  });

  it('would be valid with every setting switched on', async () => {
    const { stdout } = await sandbox.run(['init', '--dry-run']);
    const { configuration, facts } = readConfiguration('reqtrace.yaml', stdout);
    assert.deepEqual({ configuration, problems: facts.problems }, { configuration: DEFAULT_CONFIGURATION, problems: [] });
    const everything = stdout.replace(/^# [a-z]+:(?:.*\n# {3}.*)*.*$/gimu, (block) =>
      block.startsWith('# Found') ? block : block.replace(/^# /gmu, ''),
    );
    const switchedOn = readConfiguration('reqtrace.yaml', everything);
    assert.deepEqual(switchedOn.facts.problems, []);
    assert.equal(switchedOn.configuration?.exclude.includes('third_party/**'), true);
    assert.equal(switchedOn.facts.waivers.length, 1);
  });

  it('proposes patterns for ids that it saw, and rules for what is hardly a requirement', async () => {
    sandbox.write('docs/other.md', '## HZ-1: Use a queue\n\n- **NFR-PERF**: a\n- **NFR-FAST-START**: b\n\n## TC-4: Try it\n');
    const { stdout } = await sandbox.run(['init', '--dry-run']);
    assert.match(stdout, /^# ids: \['NFR-\[A-Z-\]\+'\]$/mu);
    assert.match(
      stdout,
      /^# needs:\n# {3}- \{ prefix: HZ, kinds: \[\] \}\n# {3}- \{ prefix: TC, kinds: \[\] \}\n# {3}- \{ kinds: \[implements, verifies\] \}$/mu,
    );
    const switchedOn = stdout.replace(/^# (?=ids:|needs:| {2}- \{ (?:prefix|kinds))/gmu, '');
    sandbox.write('reqtrace.yaml', switchedOn);
    const { stdout: listed } = await sandbox.run(['list']);
    assert.match(listed, /exempt +requirement +HZ-1/u);
    assert.match(listed, /unmet +requirement +NFR-FAST-START/u);
  });

  it('refuses to touch a file that is there', async () => {
    sandbox.write('reqtrace.yaml', 'version: 1\n');
    for (const argv of [['init'], ['init', '--dry-run']]) {
      assert.deepEqual(await sandbox.run(argv), {
        code: 2,
        stdout: '',
        stderr: `reqtrace: ${sandbox.path('reqtrace.yaml')} is there already; edit it, or move it away first\n`,
      });
    }
    assert.equal(readFileSync(sandbox.path('reqtrace.yaml'), 'utf8'), 'version: 1\n');
  });

  it('writes for the folder it runs in, not for one above', async () => {
    sandbox.write('reqtrace.yaml', 'version: 1\n');
    assert.equal((await sandbox.run(['init'], { cwd: 'docs' })).code, 0);
    assert.ok(existsSync(sandbox.path('docs/reqtrace.yaml')));
  });

  it('counts what git knows of, ignored or not', async () => {
    sandbox.write('.gitignore', 'docs/loose.md\nlocal.md\n');
    sandbox.write('local.md', '# Notes\n');
    sandbox.git('init', '-q');
    sandbox.git('add', '--force', '.gitignore', 'docs');
    const { stdout } = await sandbox.run(['init', '--dry-run']);
    assert.match(stdout, /Found: 2 documents, 2 of them with requirements\./u);
  });

  it('fits an empty folder too', async () => {
    const empty = new Sandbox();
    try {
      const { code, stdout } = await empty.run(['init', '--dry-run']);
      assert.equal(code, 0);
      assert.match(stdout, /Found: 0 documents, 0 of them with requirements\./u);
    } finally {
      empty.remove();
    }
  });
});
