import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnostics, drawTree, eventually, indexed, uri } from './support.ts';

describe('a multi-root workspace', () => {
  // @verifies RT-7.1/AC14~cbacc1
  it('shows a row for each of its folders', async () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map((folder) => folder.name),
      ['api', 'web'],
    );
    const api = await indexed();
    await eventually(
      () => drawTree(api, 2),
      ['root-folder api | 0/1 met', '  book api.md | 0/1 met', 'root-folder web | 0/1 met', '  book web.md | 0/1 met'],
    );
    await eventually(() => [api.badge, api.statusBar], [2, '$(checklist) 0/2 criteria met']);
  });

  // @verifies RT-7.1/AC14~cbacc1
  it('has an index for each folder: the same id in both is no trouble', async () => {
    await indexed();
    for (const [folder, file] of ['docs/api.md', 'docs/web.md'].entries()) {
      await eventually(() => diagnostics(file, folder).map(codeOf), ['unmet-criterion']);
    }
  });

  it('follows a folder that goes and comes', async () => {
    const api = await indexed();
    const web = uri('', 1);
    assert.ok(vscode.workspace.updateWorkspaceFolders(1, 1));
    await eventually(() => drawTree(api, 1), ['book api.md | 0/1 met']);
    await eventually(() => [api.badge, api.statusBar], [1, '$(checklist) 0/1 criteria met']);
    assert.deepEqual(vscode.languages.getDiagnostics(vscode.Uri.joinPath(web, 'docs/web.md')), []);

    assert.ok(vscode.workspace.updateWorkspaceFolders(1, 0, { uri: web }));
    await eventually(() => drawTree(api, 1), ['root-folder api | 0/1 met', 'root-folder web | 0/1 met']);
    await eventually(() => api.badge, 2);
  });
});
