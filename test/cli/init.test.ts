import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readConfiguration } from '../../src/formats/configuration/readConfiguration.ts';
import { DEFAULT_CONFIGURATION } from '../../src/formats/configuration/defaults.ts';
import { assertGolden } from '../support/golden.ts';
import { reqifFile } from '../support/notations/reqif.ts';
import { PROJECT, Sandbox } from '../support/sandbox.ts';

const DELIVERY = reqifFile({
  objects: [1, 2, 3, 4, 5, 6, 7].map((number) => ({
    id: `_${number}`,
    attributes: [
      ['Object ID', `CU-${number}`],
      ['ReqIF.Text', `It boils ${number}.`, 'XHTML'],
    ],
  })),
});

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

  // @verifies RT-6.1/AC9~c7c360
  it('changes nothing in the results', async () => {
    const before = await sandbox.run(['report', '--format', 'json']);
    await sandbox.run(['init']);
    assert.deepEqual(await sandbox.run(['report', '--format', 'json']), before);
  });

  // @verifies RT-6.1/AC26
  it('shows from which attributes and columns deliveries were read, and five items of each', async () => {
    sandbox.write('customer/kettle.reqif', DELIVERY);
    sandbox.write('customer/other.csv', 'Issue key,Summary\nKX-1,Hiss\n');
    sandbox.write('customer/jira.csv', 'Issue key,Summary,Description\nKX-1,Boil,The kettle boils.\n');
    sandbox.write('customer/notes.csv', 'Day,Who\n1,2\n');
    const { stdout } = await sandbox.run(['init', '--dry-run']);
    assert.match(
      stdout,
      /^# Found in customer\/\*\.reqif: 7 items, such as\n(?:# {3}CU-\d It boils \d\.\n){5}# Found in customer\/jira\.csv: 1 item, such as\n# {3}KX-1 Boil$/mu,
    );
    assert.match(
      stdout,
      /^# reqif:\n# {3}- \{ files: "customer\/\*\.reqif", id: \[Object ID\], text: \[ReqIF\.Text\] \}\n# sheets:\n# {3}- \{ files: "customer\/jira\.csv", id: \[Issue key\], title: \[Summary\], text: \[Description\] \}$/mu,
    );
    const before = await sandbox.run(['report', '--format', 'json']);
    sandbox.write('reqtrace.yaml', stdout.replace(/^# (?=reqif:|sheets:| {2}- \{ files)/gmu, ''));
    assert.deepEqual(JSON.parse((await sandbox.run(['report', '--format', 'json'])).stdout), JSON.parse(before.stdout));
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
    assert.match(stdout, /^# ids: \['NFR-\[A-Z\]\+\(\?:-\[A-Z\]\+\)\*'\]$/mu);
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

  describe('fitted to what is there', () => {
    const FIT = {
      'docs/site/spec.md': [
        '# Spec\n\nSee [a](/site/other), [b](/site/other), [c](/site/other).\n',
        '- **REQ-LOGIN**: a\n- **REQ-LOGIN-FAST**: b\n- **REQ-LOGOUT**: c\n',
        '## ADD-1: Keep\n',
      ].join('\n'),
      'docs/site/other.md': '# Other\n',
      'docs/other.md': '- **REQ-PAY-CARD-FAST**: d\n',
      'test/fixtures/sample.md': '## REQ-77: A sample\n',
      'src/a.ts': '// @trace REQ-LOGIN\nf();\n// @trace REQ-LOGIN-FAST\ng();\n// this meets REQ-LOGOUT, and REQ-LOGOUT: prose\n',
      'src/b.ts': '// @trace REQ-PAY-CARD-FAST\nh();\n',
      'checked/all.xml': '<testsuites><testsuite name="a"><testcase classname="a" name="b"/></testsuite></testsuites>',
    };
    let repository: Sandbox;
    beforeEach(() => (repository = new Sandbox(FIT)));
    afterEach(() => repository.remove());

    const settings = (text: string): string =>
      text
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .join('\n');

    it('holds what claims nothing that the repository does not say', async () => {
      const { code, stdout } = await repository.run(['init', '--yes', '--dry-run']);
      assert.equal(code, 0);
      assert.equal(
        settings(stdout),
        [
          'version: 1',
          'ids:',
          "  - 'REQ-[A-Z]+(?:-[A-Z]+)*'",
          'exclude:',
          '  - "test/fixtures/**"',
          'annotations:',
          "  - { pattern: '(?:^|[\\s/*#;%!<-])@trace[ :=(]{1,3}[\"''`\\[]?(?<ref>REQ[A-Za-z0-9._/-]*[A-Za-z0-9])(?![\\w*-])', kind: implements }",
          'evidence:',
          '  results:',
          '    - "checked/*.xml"',
          'siteRoot: "docs"',
        ].join('\n'),
      );
    });

    // @verifies RT-6.1/AC10~df4c7f
    it('counts what it said it would, and takes a choice of its own', async () => {
      const { stderr } = await repository.run(['init'], { answers: ['x', '1 2', ''] });
      assert.match(stderr, /1 \[x\] ids: REQ-\[A-Z\]\+\(\?:-\[A-Z\]\+\)\*/u);
      assert.match(stderr, /"x" is not a number from 0 to/u);
      assert.match(stderr, /Together: 0 → 3 partial, 0 → 3 links, /u);
      const { stdout } = await repository.run(['list']);
      assert.equal(stdout.match(/\bpartial\b/gu)?.length, 3, stdout);
      assert.doesNotMatch(readFileSync(repository.path('reqtrace.yaml'), 'utf8'), /^exclude/mu);
    });

    it('writes nothing for one who gives up', async () => {
      for (const answers of [['q'], []]) {
        const { code, stderr } = await repository.run(['init'], { answers });
        assert.equal(code, 0);
        assert.match(stderr, /Nothing was written\n$/u);
        assert.ok(!existsSync(repository.path('reqtrace.yaml')));
      }
    });
  });

  // @verifies RT-6.1/AC9~c7c360
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
