import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { drawTree, eventually, indexed, uri } from './support.ts';

describe('a folder without requirements', () => {
  it('has no rows, no badge and no status bar item', async () => {
    const api = await indexed();
    assert.deepEqual(
      api.folders.map((folder) => folder.phase),
      ['empty'],
    );
    assert.deepEqual([await drawTree(api), api.badge, api.statusBar], [[], undefined, undefined]);
  });

  it('gets a reqtrace.yaml by command, which is opened and never written again', async () => {
    const file = uri('reqtrace.yaml');
    await indexed();
    await vscode.commands.executeCommand('reqtrace.initConfiguration');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file.toString());
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), /^version: 1$/m);

    const own = new TextEncoder().encode('version: 1\n# my own\n');
    await vscode.workspace.fs.writeFile(file, own);
    await vscode.commands.executeCommand('reqtrace.initConfiguration');
    assert.deepEqual([...(await vscode.workspace.fs.readFile(file))], [...own]);
  });

  it('shows its first requirement as soon as there is one', async () => {
    const api = await indexed();
    const text = '# Plan\n\n## REQ-1: Open the shop\n\n**Acceptance Criteria**:\n\n- The door opens at nine.\n';
    await vscode.workspace.fs.writeFile(uri('notes/plan.md'), new TextEncoder().encode(text));
    await eventually(() => [api.statusBar, api.badge], ['$(checklist) 0/1 criteria met', 1]);
    await eventually(() => drawTree(api, 1), ['book plan.md | 0/1 met']);
  });
});
