import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { assertGolden } from '../support/golden.ts';
import { PROJECT, Sandbox } from '../support/sandbox.ts';

const sandbox = new Sandbox(PROJECT);
after(() => sandbox.remove());

describe('reqtrace report', () => {
  for (const [format, file, ...more] of [
    ['text', 'cli-report.txt'],
    ['json', 'cli-report.json', '--schema-version=1'],
    ['json', 'cli-report.v2.json'],
    ['markdown', 'cli-report.md'],
    ['junit', 'cli-report.junit.xml'],
    ['github', 'cli-report.github'],
  ] as const) {
    // @verifies RT-6.1/AC2~9fa474
    it(`prints ${[format, ...more].join(' ')}, the same each time, and writes nothing`, async () => {
      const before = readdirSync(sandbox.root, { recursive: true });
      const { code, stdout, stderr } = await sandbox.run(['report', '--format', format, '--today', '2026-11-21', ...more]);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assertGolden(file, stdout);
      assert.equal((await sandbox.run(['report', '--format', format, ...more])).stdout, stdout);
      assert.deepEqual(readdirSync(sandbox.root, { recursive: true }), before);
    });
  }

  for (const [format, beginning] of [
    ['html', '<!doctype html>\n'],
    ['csv', 'Document,Line,Requirement,'],
    ['sarif', '{\n  "$schema": '],
  ] as const) {
    // @verifies RT-6.1/AC2~9fa474
    it(`prints ${format}, the same each time`, async () => {
      const argv = ['report', '--format', format, '--today', '2026-11-21'];
      const { code, stdout } = await sandbox.run(argv);
      assert.equal(code, 0);
      assert.ok(stdout.startsWith(beginning), stdout.slice(0, 80));
      assert.equal((await sandbox.run(argv)).stdout, stdout);
    });
  }

  for (const [option, format] of [
    ['--blame', 'json'],
    ['--history', 'csv'],
    ['--base=HEAD', 'text'],
    ['--schema-version=1', 'csv'],
    ['--gate=merge', 'json'],
    ['--permalink=https://example.org/{path}', 'csv'],
  ] as const) {
    it(`takes ${option} only where it means something`, async () => {
      const { code, stderr } = await sandbox.run(['report', option, '--format', format]);
      assert.equal(code, 2);
      assert.match(
        stderr,
        /^reqtrace: Option --(?:blame|history|base|schema-version|gate|permalink) is for --format \w+(?: and html(?:, and for junit with --gate)?)?\n$/u,
      );
    });
  }

  // @verifies RT-9.1/AC14
  it('holds the present state against a snapshot that is kept, and ends with 1 where it differs', async () => {
    const own = new Sandbox(PROJECT);
    try {
      const check = ['report', '--format', 'snapshot', '--check', 'requirements.snapshot', '--today', '2026-11-21'];
      const missing = await own.run(check);
      assert.equal(missing.code, 2);
      assert.match(missing.stderr, /^reqtrace: requirements\.snapshot cannot be read: /u);
      const kept = ['report', '--format', 'snapshot', '--output', 'requirements.snapshot', '--today', '2026-11-21'];
      assert.equal((await own.run(kept)).code, 0);
      assert.deepEqual(await own.run(check), { code: 0, stdout: 'requirements.snapshot is up to date.\n', stderr: '' });
      own.write('src/orders.ts', '');
      const { code, stdout } = await own.run(check);
      assert.equal(code, 1);
      assert.match(stdout, /^requirements\.snapshot differs from the present state[^]*^- {5,}implements src\/orders\.ts/mu);
      assert.match(stdout, /write it again: reqtrace report --format snapshot --output requirements\.snapshot\n$/u);
      own.write('docs/launch.md', '<<<<<<< a\n# REQ-1: A\n=======\n# REQ-2: B\n>>>>>>> b\n');
      const unread = await own.run(check);
      assert.equal(unread.code, 2);
      assert.match(unread.stderr, /Not everything could be read: docs\/launch\.md/u);
    } finally {
      own.remove();
    }
  });

  for (const argv of [
    ['--check', 'a.snapshot'],
    ['--check', 'a.snapshot', '--format', 'json'],
    ['--check', 'a.snapshot', '--format', 'snapshot', '--output', 'b.snapshot'],
  ])
    it(`refuses ${argv.join(' ')}`, async () => assert.equal((await sandbox.run(['report', ...argv])).code, 2));

  describe('in a repository', () => {
    const repository = new Sandbox(Object.fromEntries(Object.entries(PROJECT).map(([path, text]) => [`shop/${path}`, text])));
    before(() => {
      repository.git('init', '-q');
      repository.git('config', 'user.name', 'Writer One');
      repository.git('config', 'user.email', 'one@example.com');
      repository.git('config', 'commit.gpgSign', 'false');
      repository.git('add', '.');
      repository.git('commit', '-q', '-m', 'first');
    });
    after(() => repository.remove());

    it('shows in HTML the commit and, when it is asked, who linked what', async () => {
      const plain = await repository.run(['report', '--root', 'shop', '--format', 'html']);
      assert.match(plain.stdout, /<dt>Commit<\/dt><dd><code>[0-9a-f]{40}<\/code><\/dd>/u);
      assert.doesNotMatch(plain.stdout, /Writer One/u);
      const blamed = await repository.run(['report', '--root', 'shop', '--format', 'html', '--blame']);
      // Code and test of the first criterion.
      assert.ok(blamed.stdout.split('Writer One').length > 2);
    });

    it('draws in HTML, when it is asked, how coverage came to be', async () => {
      const plain = await repository.run(['report', '--root', 'shop', '--format', 'html']);
      assert.doesNotMatch(plain.stdout, /class="chart"|\.chart/u);
      const { code, stdout } = await repository.run(['report', '--root', 'shop', '--format', 'html', '--history']);
      assert.equal(code, 0);
      assert.match(stdout, /<strong>Met: 25 % \(\d{4}-\d{2}-\d{2}\), 1 week<\/strong>[^]*<svg class="chart"/u);
    });

    it('names files from the root of the repository where tools look at the whole of it', async () => {
      for (const format of ['sarif', 'github']) {
        assert.match((await repository.run(['report', '--root', 'shop', '--format', format])).stdout, /shop\/docs\/launch\.md/u);
      }
    });

    it('does so in the annotations of a difference and of a gate as well', async () => {
      repository.write('shop/src/orders.ts', '');
      repository.write('shop/reqtrace.yaml', 'gates: { all: { scope: all, max: { unmet: 0 } } }\n');
      for (const argv of [
        ['diff', 'HEAD'],
        ['check', '--gate', 'all'],
      ]) {
        const { stdout } = await repository.run([...argv, '--root', 'shop', '--format', 'github']);
        assert.match(stdout, /^::error file=shop\/docs\/launch\.md,/mu);
        assert.doesNotMatch(stdout, /file=docs/u);
      }
    });

    it('puts into Markdown what happened since a base', async () => {
      repository.write('shop/src/orders.ts', '// nothing\n');
      const { code, stdout, stderr } = await repository.run(['report', '--root', 'shop', '--format', 'markdown', '--base', 'HEAD']);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assert.match(stdout, /## Requirements\n\n[^\n]*❌ 3 broken\n\nMet: 1 of 4 before[^]*## Coverage\n\n\| Document/u);
    });
  });

  it('takes a folder, which wins over --root', async () => {
    const outer = new Sandbox({ 'other/readme.md': '# Nothing\n' });
    try {
      const { stdout } = await outer.run(['report', '--root', 'other', sandbox.root]);
      assert.equal(stdout, (await sandbox.run(['report'])).stdout);
    } finally {
      outer.remove();
    }
  });

  it('writes to the file that was named, without colours, and prints nothing', async () => {
    const result = await sandbox.run(['report', '--root', '..', '--output', 'out.txt'], {
      cwd: 'src',
      isTTY: true,
      env: { FORCE_COLOR: '1' },
    });
    assert.deepEqual({ code: result.code, stdout: result.stdout }, { code: 0, stdout: '' });
    assert.equal(readFileSync(sandbox.path('src/out.txt'), 'utf8'), (await sandbox.run(['report'])).stdout);
  });

  it('stays the same when it is kept among the documents', async () => {
    const kept = new Sandbox(PROJECT);
    try {
      const reports: string[] = [];
      for (let run = 0; run < 2; run += 1) {
        await kept.run(['report', '--format', 'markdown', '--output', 'docs/coverage.md']);
        reports.push(readFileSync(kept.path('docs/coverage.md'), 'utf8'), (await kept.run(['check', '--format', 'json'])).stdout);
      }
      assert.deepEqual(reports.slice(2), reports.slice(0, 2));
      assert.equal((await kept.run(['check', 'docs/coverage.md'])).stdout, 'No findings.\n');
    } finally {
      kept.remove();
    }
  });

  it('is no result of tests, where results are looked for', async () => {
    const kept = new Sandbox({
      'reqtrace.yaml': 'version: 1\ngates: { merge: { max: { partial: 0 } } }\n',
      'docs/a.md': '## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- Orders are kept\n',
      'test/a.test.ts': "it('REQ-1/AC1 Orders are kept', () => {});\n",
    });
    try {
      const before = await kept.run(['list']);
      assert.match(before.stdout, /partial +criterion +REQ-1\/AC1/u);
      await kept.run(['report', '--format', 'junit', '--gate', 'merge', '--output', 'junit.xml']);
      assert.deepEqual(await kept.run(['list']), before);
      // Without what it says of itself, and of a test, it would be one.
      const bare = readFileSync(kept.path('junit.xml'), 'utf8').replace(/<!--.*-->/u, '');
      kept.write('junit.xml', bare.replaceAll('docs/a.md', 'test/a.test.ts'));
      assert.match((await kept.run(['list'])).stdout, /failing +criterion +REQ-1\/AC1/u);
    } finally {
      kept.remove();
    }
  });

  it('says in one line why it cannot write', async () => {
    const { code, stderr } = await sandbox.run(['report', '-o', 'nowhere/out.txt']);
    assert.equal(code, 2);
    assert.match(stderr, /^reqtrace: Cannot write nowhere\/out\.txt: [^\n]+\n$/u);
    assert.ok(!existsSync(sandbox.path('nowhere')));
  });

  it('holds waivers against the day that was given', async () => {
    const statusOn = async (today: string): Promise<string> => {
      const { stdout } = await sandbox.run(['report', '--format', 'json', '--today', today]);
      return JSON.parse(stdout).requirements[0].criteria[3].status;
    };
    assert.deepEqual([await statusOn('2099-12-31'), await statusOn('2100-01-01')], ['waived', 'unmet']);
  });
});
