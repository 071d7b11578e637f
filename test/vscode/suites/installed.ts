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
  it('shows the tree, its badge, the status bar, findings with their pages, and hovers', async () => {
    const api = await indexed();
    await eventually(
      () => drawTree(api, 3),
      [
        'book stock.md | 1/2 met',
        '  color-mode REQ-1 Reserve stock | 1/2 met',
        '    pass AC1 A reservation lowers the available amount. | met',
        '    color-mode AC2 A reservation beyond the available amount is refused. | partial',
        '    code reserve() | implementation src/stock.ts:1',
      ],
    );
    await eventually(() => [api.badge, api.statusBar], [1, '$(checklist) 1/2 criteria met']);

    await eventually(() => diagnostics('docs/stock.md').map(codeOf), ['unmet-criterion']);
    const code = diagnostics('docs/stock.md')[0]?.code;
    assert.ok(typeof code === 'object');
    assert.ok((await vscode.workspace.fs.stat(code.target)).size > 0);

    const { document } = await open('src/stock.ts');
    assert.match(await hoverText(document, find(document, 'REQ-1', 2)), /Reserve stock/);
  });
});
