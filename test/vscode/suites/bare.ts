import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { drawTree, eventually, indexed, uri } from './support.ts';

async function write(file: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}

describe('a folder without requirements', () => {
  it('has no rows, no badge and no status bar item', async () => {
    const api = await indexed();
    assert.deepEqual(
      api.folders.map((folder) => folder.phase),
      ['empty'],
    );
    assert.deepEqual([await drawTree(api), api.badge, api.statusBar], [[], undefined, undefined]);
  });

  it('says on one line what was found where nothing is linked, and is off for those who wish so, until they take it back', async () => {
    const api = await indexed();
    const file = uri('notes/first.md');
    const rows = [
      'link Link the first one | undefined',
      'settings-gear Fit to this repository | undefined',
      'bell-slash Leave me alone here | undefined',
      'book first.md | 0/1 met',
    ];
    try {
      await write(file, '# Plan\n\n## REQ-1: Open\n\n**Acceptance Criteria**:\n\n- At nine.\n');
      await eventually(() => drawTree(api, 1), rows);
      assert.deepEqual([api.message, api.badge], ['1 criterion in 1 document, no link yet', undefined]);
      assert.deepEqual(vscode.languages.getDiagnostics(file), []);

      await vscode.commands.executeCommand('reqtrace.leaveAlone');
      await eventually(() => drawTree(api, 1), []);
      assert.deepEqual([api.message, api.statusBar], [undefined, undefined]);
      await vscode.commands.executeCommand('reqtrace.comeBack');
      await eventually(() => drawTree(api, 1), rows);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
    await eventually(() => drawTree(api, 1), []);
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
