import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { drawTree, eventually, indexed, open, revertAll, until, uri } from './support.ts';

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

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

  it('has no server after a while, until a command asks or a document is saved', async () => {
    const api = await indexed();
    await eventually(() => api.health, 'asleep');
    await vscode.commands.executeCommand('reqtrace.refresh');
    assert.equal(api.health, 'running');
    await eventually(() => api.health, 'asleep');

    const { document } = await open('notes/plan.md');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\n## REQ-1: Open\n\n**Acceptance Criteria**:\n\n- At nine.\n');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual([api.health, api.statusBar], ['asleep', undefined]);
    await document.save();
    await eventually(() => [api.health, api.statusBar], ['running', '$(checklist) 0/1 criteria met']);
    await vscode.commands.executeCommand('undo');
    await document.save();
    await eventually(() => drawTree(api, 1), []);
  });

  // @verifies RT-7.6/AC3~fe2e83
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
      await write(uri('docs/archive/old.md'), '## REQ-2: Old\n\n**Acceptance Criteria**:\n\n- At ten.\n');
      await eventually(() => api.message, '2 criteria in 2 documents, no link yet (1 exempt)');
      await vscode.workspace.fs.delete(uri('docs/archive'), { recursive: true });
      await eventually(() => drawTree(api, 1), rows);

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

  it('is fitted to ids of another shape, in one step that can be undone', async () => {
    const api = await indexed();
    const [spec, code, configuration] = [uri('notes/spec.md'), uri('notes/pay.ts'), uri('reqtrace.yaml')];
    try {
      await write(spec, '# Plan\n\n## REQ-1: Open\n\n- **REQ-PAY-CARD**: Cards are taken.\n- **REQ-PAY-CASH-SMALL**: Coins are.\n');
      await write(code, '// @req REQ-PAY-CARD\nexport function pay(): void {}\n');
      await eventually(() => drawTree(api, 1).then((rows) => rows.at(-1)), 'book spec.md | 0/1 met');

      const fitting = vscode.commands.executeCommand('reqtrace.fitConfiguration');
      // Nothing tells that a list is shown; whoever accepts too early accepts nothing.
      await until(
        'reqtrace.yaml',
        async () => {
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return vscode.window.activeTextEditor?.document.uri.path.endsWith('/reqtrace.yaml');
        },
        (isShown) => isShown === true,
      );
      await fitting;
      const document = vscode.window.activeTextEditor?.document;
      assert.match(document?.getText() ?? '', /^ids:\n {2}- 'REQ-\[A-Z\]\+\(\?:-\[A-Z\]\+\)\*'$/mu);
      assert.equal(document?.isDirty, false);
      const cursor = vscode.window.activeTextEditor?.selection.active.line;
      assert.equal(cursor === undefined ? undefined : document?.lineAt(cursor).text, 'ids:');
      await eventually(() => drawTree(api, 1), ['book spec.md | 0/3 met']);

      await vscode.commands.executeCommand('undo');
      await eventually(() => drawTree(api, 1).then((rows) => rows.at(-1)), 'book spec.md | 0/1 met');
      assert.equal(await exists(configuration), false);
    } finally {
      await revertAll();
      for (const file of [spec, code, configuration]) await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
    }
    await eventually(() => drawTree(api, 1), []);
  });

  // @verifies RT-7.6/AC2~d23237
  it('gets a reqtrace.yaml by command, which is opened and never written again', async () => {
    const file = uri('reqtrace.yaml');
    await indexed();
    await vscode.commands.executeCommand('reqtrace.initConfiguration');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file.toString());
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), /^version: 1$/m);
    await vscode.commands.executeCommand('undo');
    await eventually(() => exists(file), false);
    await vscode.commands.executeCommand('reqtrace.initConfiguration');
    assert.equal(await exists(file), true);

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
