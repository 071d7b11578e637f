import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { diagnostics, codeOf, eventually, find, indexed, open, revertAll, until, uri } from './support.ts';

const CODE = 'src/orders.ts';

/** A row of the tree, by its item. */
function row(id: string): { readonly folder: string; readonly key: string } {
  return { folder: vscode.workspace.workspaceFolders?.[0]?.uri.toString() ?? '', key: `docs/orders#${id}` };
}

describe('a command', () => {
  before(indexed);
  after(async () => {
    await revertAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  // @verifies RT-7.2/AC16~d7eee0
  it('asks for the code and tests of what stands at the cursor', async () => {
    const asked: string[] = [];
    const provider = vscode.languages.registerReferenceProvider(
      { scheme: 'file' },
      {
        provideReferences(document, position) {
          asked.push(document.getText(document.getWordRangeAtPosition(position, /[A-Z]+-\d+/u)));
          return [];
        },
      },
    );
    try {
      const editor = await open(CODE);
      const at = find(editor.document, 'REQ-1', 2);
      editor.selection = new vscode.Selection(at, at);
      await vscode.commands.executeCommand('reqtrace.findLinks');
      await eventually(() => asked.at(0), 'REQ-1');
    } finally {
      provider.dispose();
      await vscode.commands.executeCommand('closeReferenceSearch');
    }
  });

  // @verifies RT-7.1/AC16~d6ccf7
  it('pins the stale references of a row, once a person says so', async () => {
    const file = 'src/pinned.ts';
    writeFileSync(uri(file).fsPath, '// @implements REQ-1/AC3~000000\nexport const pinned = 1;\n');
    await eventually(() => diagnostics(file).map(codeOf), ['stale-link']);
    await vscode.commands.executeCommand('reqtrace.pin', row('REQ-1/AC3'));
    // The text of that pin is not known: the first answer that is offered is to pin all the same.
    await until(
      'pinned text',
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return (await vscode.workspace.openTextDocument(uri(file))).getText();
      },
      (text) => /REQ-1\/AC3~(?!000000)[0-9a-f]{6}$/mu.test(text),
    );
    await eventually(() => diagnostics(file).map(codeOf), []);
    await open(file);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(uri(file));
    assert.ok(await vscode.workspace.applyEdit(edit));
    rmSync(uri(file).fsPath, { force: true });
  });

  // @verifies RT-12.1/AC8~e9f118
  it('suggests code for a row, shows it behind the list, and annotates what a person chooses', async () => {
    const file = 'src/archiving.ts';
    const code = '/** Orders older than a year are moved to the archive. */\nexport function archiveOlder(): void {}\n';
    writeFileSync(uri(file).fsPath, `// @implements REQ-99\nexport const filler = 1;\n${'\n'.repeat(40)}${code}`);
    await eventually(() => diagnostics(file).map(codeOf), ['unknown-reference']);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(() => vscode.window.activeTextEditor, undefined);
    const done = vscode.commands.executeCommand('reqtrace.suggestCode', { ...row(''), key: 'docs/old/archive#REQ-3/AC1' });
    await eventually(() => {
      const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith(file));
      return shown?.document.lineAt(shown.selection.active.line).text;
    }, 'export function archiveOlder(): void {}');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    const document = await vscode.workspace.openTextDocument(uri(file));
    assert.match(document.getText(), /@implements REQ-3\/AC1[^]*export function archiveOlder/u);
    assert.equal(document.isDirty, true);
    await open(file);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const gone = new vscode.WorkspaceEdit();
    gone.deleteFile(uri(file));
    assert.ok(await vscode.workspace.applyEdit(gone));
    rmSync(uri(file).fsPath, { force: true });
  });

  // @verifies RT-7.6/AC11~0563ec
  it('shows the log', async () => {
    const shown = (): boolean => vscode.window.visibleTextEditors.some(({ document }) => document.uri.scheme === 'output');
    assert.equal(shown(), false);
    await vscode.commands.executeCommand('reqtrace.showLog');
    await eventually(shown, true);
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  // @verifies RT-7.6/AC12~824951
  it('starts the language server again, which says the same', async () => {
    const api = await indexed();
    const before = api.statusBar;
    const shown: (string | undefined)[] = [];
    const listener = api.onDidChange(() => shown.push(api.statusBar));
    await vscode.commands.executeCommand('reqtrace.restartServer');
    await until(
      'its end and its start',
      () => shown,
      (all) => all.some((text) => text !== before) && all.at(-1) === before,
    );
    listener.dispose();
  });
});
