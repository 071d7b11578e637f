import assert from 'node:assert/strict';
import { folders } from '../support/workspace/folder.ts';
import { edit } from '../support/workspace/editors.ts';
import { STOCK, open, statuses, findings, assertAsNew } from '../support/workspace/stockProject.ts';

const make = folders();

describe('reqtrace.yaml', () => {
  it('is in force from the start, waivers included', async () => {
    const folder = make({
      'a.md': STOCK,
      'old/b.md': STOCK,
      'reqtrace.yaml': 'exclude: [old/**]\nwaivers: [{ ref: REQ-1/AC2, reason: by hand }]\n',
    });
    const project = await open(folder);
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'unmet', 'REQ-1/AC2': 'waived' });
  });

  const NEXT = STOCK.replace('1', '2');
  const changes: [what: string, before: string, after: string, names: string[]][] = [
    ['leaves a folder out', '', 'exclude: [old/**]\n', ['REQ-1/AC1', 'REQ-1/AC2']],
    ['takes a folder back', 'exclude: [old/**]\n', '', ['REQ-1/AC1', 'REQ-1/AC2', 'REQ-2/AC1', 'REQ-2/AC2']],
    ['leaves out another one', 'exclude: [old/**]\n', "exclude: ['a.md']\n", ['REQ-2/AC1', 'REQ-2/AC2']],
    ['leaves out all that defines anything', '', "exclude: ['**/*.md']\n", []],
    ['moves the root of the site', '', 'siteRoot: old\n', ['REQ-1/AC1', 'REQ-1/AC2', 'REQ-2/AC1', 'REQ-2/AC2']],
    ['looks elsewhere for reports', '', 'evidence: { results: [x/*.xml] }\n', ['REQ-1/AC1', 'REQ-1/AC2', 'REQ-2/AC1', 'REQ-2/AC2']],
  ];
  for (const [what, before, after, names] of changes) {
    for (const told of [['reqtrace.yaml'], ['reqtrace.yaml', 'src/b.ts', 'old/c.md', 'new.md']])
      it(`is as new after it ${what}, with ${told.length - 1} other files`, async () => {
        const folder = make({
          'a.md': `${STOCK}\n[link](/b.md)\n`,
          'old/b.md': NEXT,
          'old/c.md': '# Nothing\n',
          'src/a.ts': '// @implements REQ-1, REQ-2\n',
          'src/b.ts': '',
          'x/r.xml': '<testsuite><testcase name="REQ-1/AC1 a"/></testsuite>',
          'reqtrace.yaml': before,
        });
        const project = await open(folder);
        folder.write('reqtrace.yaml', after);
        if (told.length > 1) {
          folder.write('src/b.ts', '// @implements REQ-1/AC1\n');
          folder.write('old/c.md', '# Something, see REQ-1\n');
          folder.write('new.md', '# Something, see REQ-2\n');
        }
        await project.refresh(told);
        assert.deepEqual(Object.keys(statuses(project)).toSorted(), names);
        await assertAsNew(folder, project);
      });
  }

  it('counts even where it is ignored', async () => {
    const folder = make({ '.gitignore': 'reqtrace.yaml\n', 'a.md': STOCK, 'reqtrace.yaml': 'implicit: nonsense' });
    folder.git(['init']);
    assert.deepEqual(findings(await open(folder)), ['reqtrace.yaml:1 config-error']);
  });

  // @verifies RT-1.5/AC4~4bc276
  it('keeps the last good configuration in force while it is broken', async () => {
    const folder = make({ 'a.md': STOCK, 'old/b.md': STOCK.replace('1', '2'), 'reqtrace.yaml': 'exclude: [old/**]\n' });
    const project = await open(folder);
    folder.write('reqtrace.yaml', 'version: 1\nexclude: old\n');
    await project.refresh(['reqtrace.yaml']);
    assert.equal(project.configurationValid, false);
    assert.deepEqual(findings(project), ['reqtrace.yaml:2 config-error']);
    assert.deepEqual(Object.keys(statuses(project)), ['REQ-1/AC1', 'REQ-1/AC2']);

    folder.write('reqtrace.yaml', 'exclude: []\n');
    await project.refresh(['reqtrace.yaml']);
    assert.equal(project.configurationValid, true);
    assert.equal(Object.keys(statuses(project)).length, 4);
    await assertAsNew(folder, project);
  });

  it('falls back to the default when it is broken from the start, or deleted', async () => {
    const folder = make({ 'a.md': STOCK, 'reqtrace.yaml': 'documents: [none/*.md]\nexclude: old\n' });
    const project = await open(folder);
    assert.equal(Object.keys(statuses(project)).length, 2);
    folder.remove('reqtrace.yaml');
    await project.refresh(['reqtrace.yaml']);
    assert.equal(project.configurationValid, true);
    await assertAsNew(folder, project);
  });

  it('is an error where it cannot be read', async () => {
    const folder = make({ 'a.md': STOCK, 'reqtrace.yaml/a.txt': '' });
    const project = await open(folder);
    assert.equal(project.configurationValid, false);
    assert.deepEqual(findings(project), ['reqtrace.yaml:1 config-error']);
  });

  it('counts as an editor shows it', async () => {
    const folder = make({ 'a.md': STOCK, 'reqtrace.yaml': '' });
    const project = await open(folder);
    await edit(project, 'reqtrace.yaml', 'severity: { unmet-criterion: error }');
    assert.deepEqual(new Set(project.index.findings('a.md').map(({ severity }) => severity)), new Set(['error']));
    await edit(project, 'reqtrace.yaml', 'needs: []');
    assert.deepEqual(statuses(project), { 'REQ-1/AC1': 'exempt', 'REQ-1/AC2': 'exempt' });
    await edit(project, 'reqtrace.yaml', 'documents: []');
    assert.deepEqual(statuses(project), {});
    await edit(project, 'reqtrace.yaml', undefined);
    await assertAsNew(folder, project);
  });
});
