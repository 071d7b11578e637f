import assert from 'node:assert/strict';
import { openProject } from '../../src/workspace/openProject.ts';
import type { Project } from '../../src/workspace/project.ts';
import { folders } from '../support/workspace/folder.ts';

const make = folders();

const DOCUMENT = '### Integration Point 1.1: Orders\n\n**Acceptance Criteria**:\n\n- Orders are kept\n- Orders are counted\n';

function manyFiles(count: number): Record<string, string> {
  const files: Record<string, string> = {
    'docs/plan.md': DOCUMENT,
    'src/orders.ts': '// @implements IP-1.1\nfunction keep() {}\n',
    'src/open.ts': '// none yet\n',
  };
  for (let at = 0; at < count; at += 1) files[`src/file${at}.ts`] = `const a = ${at};\n`;
  return files;
}

const keysOf = ({ index }: Project): string[] => Array.from(index.requirements(), ({ key }) => key);
const linksOf = ({ index }: Project): string[] => index.referencesTo('docs/plan#IP-1.1').map(({ path }) => path);

describe('opening a large folder', () => {
  it('shows documents and the texts of editors before it reads the rest', async () => {
    const { path } = make(manyFiles(250));
    const early: unknown[] = [];
    const project = await openProject(path, {
      openTexts: new Map([
        ['src/open.ts', '// @implements IP-1.1\n'],
        ['docs/open.md', '# REQ-1: Not on disk\n'],
      ]),
      onDocuments: (shown) => void early.push([shown.index.complete, keysOf(shown), linksOf(shown), shown.index.files.has('src/file3.ts')]),
    });
    assert.deepEqual(early, [[false, ['docs/open#REQ-1', 'docs/plan#IP-1.1'], ['src/open.ts'], true]]);
    assert.deepEqual(
      [project.index.complete, keysOf(project), linksOf(project)],
      [true, ['docs/open#REQ-1', 'docs/plan#IP-1.1'], ['src/open.ts', 'src/orders.ts']],
    );
    await project.reload();
    assert.equal(early.length, 1, 'what is known stays until it is known anew');
  });

  it('shows nothing early where there is little to read', async () => {
    const { path } = make(manyFiles(20));
    let early = 0;
    const project = await openProject(path, { onDocuments: () => void (early += 1) });
    assert.deepEqual([early, project.index.complete, linksOf(project)], [0, true, ['src/orders.ts']]);
  });

  it('makes the same index as without looking', async () => {
    const { path } = make(manyFiles(250));
    const [one, other] = [await openProject(path, { onDocuments: () => undefined }), await openProject(path)];
    assert.deepEqual(one.index.allFindings(), other.index.allFindings());
    assert.deepEqual(one.index.counts(), other.index.counts());
  });
});
