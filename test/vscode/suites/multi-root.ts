import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('a multi-root workspace', () => {
  it('has its two folders', () => {
    assert.deepEqual(vscode.workspace.workspaceFolders?.map((folder) => folder.name), ['api', 'web']);
  });
});
