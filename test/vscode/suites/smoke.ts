import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('activates by itself after VS Code has started', async () => {
    const extension = vscode.extensions.getExtension('reqtrace.reqtrace');
    assert.ok(extension, 'VS Code does not know reqtrace.reqtrace');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('runs in a trusted folder that is a git repository', async () => {
    assert.equal(vscode.workspace.isTrusted, true);
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    assert.equal(folder.name, 'orders');
    const head = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, '.git/HEAD'));
    assert.match(new TextDecoder().decode(head), /refs\/heads\/main/);
  });
});
