import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnostics, drawTree, eventually, find, hoverText, indexed, open } from './support.ts';

describe('the packed extension, installed', () => {
  it('is the one that runs, not the sources', async () => {
    await indexed();
    const extension = vscode.extensions.getExtension('reqtrace.reqtrace');
    assert.match(extension?.extensionPath ?? '', /extensions[\\/]reqtrace\.reqtrace-/);
  });

  // @verifies RT-7.6/AC8~f1fa23
  it('shows the tree, findings with their pages, and hovers', async () => {
    const api = await indexed();
    await eventually(
      async () => (await drawTree(api, 4)).slice(0, 5),
      [
        'root-folder api | 0/1 met',
        '  book api.md | 0/1 met',
        '    color-mode REQ-1 Answer | 0/1 met',
        '      color-mode AC1 The api part answers. | partial',
        '      code answer() | implementation src/answer.ts:1',
      ],
    );

    await eventually(() => diagnostics('docs/api.md').map(codeOf), ['unmet-criterion']);
    const code = diagnostics('docs/api.md')[0]?.code;
    assert.ok(typeof code === 'object');
    assert.ok((await vscode.workspace.fs.stat(code.target)).size > 0);

    const { document } = await open('src/answer.ts');
    assert.match(await hoverText(document, find(document, 'REQ-1', 2)), /Answer/);
  });
});
