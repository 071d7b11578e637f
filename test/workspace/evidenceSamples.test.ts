import assert from 'node:assert/strict';
import { inEnglish } from '../../src/model/message.ts';
import type { Project } from '../../src/workspace/project.ts';
import { openEditable } from '../support/workspace/editors.ts';
import { folders } from '../support/workspace/folder.ts';
import type { Folder } from '../support/workspace/folder.ts';

const make = folders();

const DOCUMENT = '# Requirement 1: Stock\n\n**Acceptance Criteria**:\n\n- Never below zero\n- Never above ten\n';
const PROJECT = {
  'reqtrace.yaml': 'needs: [verifies]\n',
  'docs/stock.md': DOCUMENT,
  'test/stock.test.ts': '// @verifies REQ-1/AC1\nit("reserves", () => {});\n',
};
const SAMPLE = '// @verifies REQ-1/AC2\nit("sells", () => {});\n';
const report = (file: string, name: string, inner = '<failure/>') =>
  `<testsuites><testsuite name="${file}"><testcase classname="${file}" name="${name}">${inner}</testcase></testsuite></testsuites>`;

const open = (folder: Folder): Promise<Project> => openEditable(folder.path, { today: '2026-11-21' });

function proofs({ index }: Project): string {
  return ['AC1', 'AC2'].map((name) => index.coverage(`docs/stock#REQ-1/${name}`).status).join(' ');
}

function skipped(project: Project): string[] {
  return project.skipped.map(({ path, reason }) => `${path}: ${inEnglish(reason).replace(/:.*/u, '')}`);
}

describe('results in a package that is called like samples', () => {
  const NAMES = [
    'samples',
    'sample',
    'examples',
    'fixtures',
    '__fixtures__',
    'testdata',
    'test-data',
    'snapshots',
    'goldens',
    'deps',
    'classes',
    'incremental',
  ];
  for (const name of NAMES)
    it(`count where linked tests lie in it: packages/${name}`, async () => {
      const files = {
        ...PROJECT,
        [`packages/${name}/test/a.test.ts`]: SAMPLE,
        [`packages/${name}/junit.xml`]: report('test/a.test.ts', 'sells'),
      };
      const project = await open(make(files));
      assert.equal(proofs(project), 'met failing');
      assert.deepEqual(skipped(project), []);
    });

  it('count where git ignores them', async () => {
    const folder = make({
      ...PROJECT,
      '.gitignore': 'build/\njunit.xml\n',
      'examples/shop/test/a.test.ts': SAMPLE,
      'packages/deps/test/b.test.ts': SAMPLE.replace('AC2', 'AC1'),
    });
    folder.git(['init']);
    folder.git(['add', '.']);
    folder.git(['commit', '--quiet', '--message', 'One']);
    folder.write('examples/shop/build/junit.xml', report('test/a.test.ts', 'sells'));
    folder.write('packages/deps/junit.xml', report('test/b.test.ts', 'sells'));
    assert.equal(proofs(await open(folder)), 'failing failing');
  });

  it('count before an older pass in a report of the whole project', async () => {
    const folder = make({
      ...PROJECT,
      'packages/samples/test/a.test.ts': SAMPLE,
      'junit.xml':
        '<testsuites><testsuite name="x" timestamp="2020-01-01T00:00:00Z"><testcase classname="packages/samples/test/a.test.ts" name="sells"/></testsuite></testsuites>',
      'packages/samples/junit.xml': report('test/a.test.ts', 'sells'),
    });
    assert.equal(proofs(await open(folder)), 'met failing');
  });

  it('count as soon as a linked test is written in it', async () => {
    const folder = make({ ...PROJECT, 'samples/test/a.test.ts': '', 'samples/junit.xml': report('test/a.test.ts', 'sells') });
    const project = await open(folder);
    assert.equal(proofs(project), 'met unmet');
    folder.write('samples/test/a.test.ts', SAMPLE);
    await project.refresh(['samples/test/a.test.ts']);
    assert.equal(proofs(project), 'met failing');
  });

  it('say nothing of tests elsewhere', async () => {
    const files = {
      ...PROJECT,
      'examples/shop/test/a.test.ts': SAMPLE,
      'examples/shop/junit.xml': report('test/stock.test.ts', 'reserves'),
      'examples/reports/junit.xml': report('sells', 'sells', ''),
    };
    assert.equal(proofs(await open(make(files))), 'met met');
  });
});

describe('results that are data of tests', () => {
  const cases: readonly [file: string, folder: string, why: string][] = [
    ['test/fixtures/junit.xml', 'test/fixtures', 'a folder of samples without a linked test'],
    ['test/fixtures/a/b/TEST-a.xml', 'test/fixtures', 'a folder of samples without a linked test'],
    ['testdata/lcov.info', 'testdata', 'a folder of samples without a linked test'],
    ['examples/a/__snapshots__/results.tap', 'examples/a/__snapshots__', 'a folder of samples without a linked test'],
    ['node_modules/a/junit.xml', 'node_modules', "a folder of other people's code or of a cache"],
    ['target/debug/deps/junit.xml', 'target/debug/deps', "a folder of other people's code or of a cache"],
  ];
  for (const [file, where, why] of cases)
    // @verifies RT-3.2/AC9~3d6ed9
    it(`are named and do not count: ${file}`, async () => {
      const folder = make({ ...PROJECT, [file]: '<testsuites><testsui' });
      folder.git(['init']);
      folder.git(['add', '.']);
      const project = await open(folder);
      assert.deepEqual([project.index.evidence, skipped(project)], [[], [`${where}: ${why}`]]);
    });

  it('do not count within a package of samples either', async () => {
    const folder = make({
      ...PROJECT,
      'examples/shop/test/a.test.ts': SAMPLE,
      'examples/shop/test/fixtures/junit.xml': report('test/a.test.ts', 'sells'),
    });
    const project = await open(folder);
    assert.equal(proofs(project), 'met met');
    assert.deepEqual(skipped(project), ['examples/shop/test/fixtures: a folder of samples without a linked test']);
  });
});
