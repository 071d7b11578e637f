import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the packed extension, installed', () => {
  it('is the one that runs, not the sources', async () => {
    const extension = vscode.extensions.getExtension('reqtrace.reqtrace');
    assert.ok(extension, 'VS Code does not know reqtrace.reqtrace');
    await extension.activate();
    assert.equal(extension.isActive, true);
    assert.match(extension.extensionPath, /extensions[\\/]reqtrace\.reqtrace-/);
  });
});
