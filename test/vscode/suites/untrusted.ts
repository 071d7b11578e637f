import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('an untrusted folder', () => {
  it('is not trusted', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('has the extension active all the same', async () => {
    const extension = vscode.extensions.getExtension('reqtrace.reqtrace');
    assert.ok(extension, 'VS Code does not know reqtrace.reqtrace');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
