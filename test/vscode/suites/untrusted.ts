import assert from 'node:assert/strict';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { drawTree, eventually, indexed, uri } from './support.ts';

describe('an untrusted folder', () => {
  it('is not trusted', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  // @verifies RT-7.6/AC6~45ca58
  it('shows its requirements all the same', async () => {
    const api = await indexed();
    await eventually(() => drawTree(api, 2), ['book stock.md | 1/2 met', '  color-mode REQ-1 Reserve stock | 1/2 met']);
    await eventually(() => [api.badge, api.statusBar], [1, '$(checklist) 1/2 criteria met']);
  });

  // @verifies RT-7.6/AC6~45ca58
  it('runs no program that its repository names', async () => {
    const api = await indexed();
    const root = uri('').fsPath;
    const trace = uri('.git/ran').fsPath;
    const hook = uri('.git/monitor.sh').fsPath;
    writeFileSync(hook, `#!/bin/sh\ntouch '${trace}'\n`);
    chmodSync(hook, 0o755);
    execFileSync('git', ['config', 'core.fsmonitor', hook], { cwd: root });
    await vscode.workspace.fs.writeFile(uri('src/refuse.test.ts'), new TextEncoder().encode('// @verifies REQ-1/AC2\n'));
    await vscode.commands.executeCommand('reqtrace.refresh');
    await eventually(() => api.statusBar, '$(checklist) 2/2 criteria met');
    assert.equal(existsSync(trace), false);

    execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root });
    assert.equal(existsSync(trace), true, 'git itself does run it');
  });

  // @verifies RT-7.7/AC7~227588
  it('runs no test', async () => {
    const shown: string[] = [];
    const { showErrorMessage } = vscode.window;
    Object.assign(vscode.window, { showErrorMessage: (message: string) => Promise.resolve(void shown.push(message)) });
    try {
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri.toString();
      await vscode.commands.executeCommand('reqtrace.runTests', { folder, key: 'docs/stock#REQ-1/AC1' });
    } finally {
      Object.assign(vscode.window, { showErrorMessage });
    }
    assert.deepEqual(shown, ['Tests run only in a folder that you trust, since they are programs of it']);
  });

  // @verifies RT-7.6/AC5~bb808f
  it('is listed without git', async () => {
    const api = await indexed();
    const root = uri('').fsPath;
    writeFileSync(uri('.gitignore').fsPath, 'forced.md\n');
    writeFileSync(uri('docs/forced.md').fsPath, '# REQ-2: Only git lists this ignored file\n');
    execFileSync('git', ['add', '--force', 'docs/forced.md'], { cwd: root });
    await vscode.commands.executeCommand('reqtrace.refresh');
    assert.deepEqual(await drawTree(api, 1), ['book stock.md | 2/2 met']);
  });
});
