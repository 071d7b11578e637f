import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { codeOf, diagnostics, drawTree, eventually, indexed, open, problems, until, uri } from './support.ts';

/** Ids of the language servers that this extension host runs. */
function servers(): number[] {
  const processes = execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n');
  return processes
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => Number(match?.[2]) === process.pid && match?.[3]?.includes('server.cjs'))
    .map((match) => Number(match?.[1]));
}

describe('changes', () => {
  // @verifies RT-7.2/AC13~69c27a
  it('in an unsaved text count at once, there and back', async () => {
    const api = await indexed();
    await eventually(() => [api.statusBar, api.badge], ['$(checklist) 1/5 criteria met', 4]);
    const editor = await open('src/orders.test.ts');
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(editor.document.lineCount, 0), "// @verifies REQ-1/AC2\nit('refuses', () => {});\n"),
    );
    assert.equal(editor.document.isDirty, true);
    await eventually(() => [api.statusBar, api.badge], ['$(checklist) 2/5 criteria met', 3]);
    await eventually(
      async () => (await drawTree(api)).find((row) => row.includes('AC2 An order')),
      '    pass AC2 An order that cannot be written is refused. | met',
    );
    await vscode.commands.executeCommand('undo');
    await eventually(() => [api.statusBar, api.badge], ['$(checklist) 1/5 criteria met', 4]);
    assert.equal(editor.document.isDirty, false);
  });

  it('redraw only the document that they touch', async () => {
    const api = await indexed();
    const [archive = '', orders = ''] = (await api.tree.getChildren()) ?? [];
    const drawn: string[] = [];
    const listener = api.tree.onDidChangeTreeData?.((rows) => drawn.push(...(Array.isArray(rows) ? rows : ['all'])));
    const editor = await open('src/orders.test.ts');
    await editor.edit((edit) => edit.insert(new vscode.Position(editor.document.lineCount, 0), '// @verifies REQ-1/AC3\n'));
    await eventually(() => api.statusBar, '$(checklist) 2/5 criteria met');
    await until(
      'redrawn rows',
      () => drawn,
      (rows) => rows.length > 0,
    );
    await vscode.commands.executeCommand('undo');
    await eventually(() => api.statusBar, '$(checklist) 1/5 criteria met');
    listener?.dispose();
    assert.deepEqual([...new Set(drawn)], [orders]);
    assert.notEqual(archive, orders);
  });

  it('to a folder that something else makes and deletes are seen', async () => {
    const api = await indexed();
    const before = await drawTree(api, 1);
    mkdirSync(uri('docs/drafts').fsPath);
    writeFileSync(uri('docs/drafts/receipt.md').fsPath, '# REQ-7: Receipts\n\n**Acceptance Criteria**:\n\n- A receipt is printed.\n');
    await eventually(() => [api.statusBar, api.badge], ['$(checklist) 1/6 criteria met', 5]);
    await eventually(() => diagnostics('docs/drafts/receipt.md').map(codeOf), ['unmet-criterion']);
    rmSync(uri('docs/drafts').fsPath, { recursive: true });
    await eventually(() => [api.statusBar, api.badge], ['$(checklist) 1/5 criteria met', 4]);
    await eventually(() => drawTree(api, 1), before);
    await eventually(() => problems('docs/drafts/receipt.md'), []);
  });

  it('that break reqtrace.yaml are found at their line, and the last good one stays in force', async () => {
    const api = await indexed();
    const file = uri('reqtrace.yaml').fsPath;
    const before = await drawTree(api);
    writeFileSync(file, 'version: 1\ndocuments:\n  - elsewhere/**/*.md\nimplicit: sometimes\n');
    await eventually(() => diagnostics('reqtrace.yaml').map((each) => [each.range.start.line, codeOf(each)]), [[3, 'config-error']]);
    assert.deepEqual(await drawTree(api), before);
    assert.equal(
      diagnostics('docs/orders.md').find((each) => codeOf(each) === 'unmet-criterion')?.severity,
      vscode.DiagnosticSeverity.Warning,
    );

    writeFileSync(file, 'version: 1\ndocuments:\n  - docs/**/*.md\nseverity:\n  unmet-criterion: error\n');
    await eventually(() => problems('reqtrace.yaml'), []);
    await eventually(
      () =>
        diagnostics('docs/orders.md')
          .filter((each) => codeOf(each) === 'unmet-criterion')
          .map((each) => each.severity),
      [vscode.DiagnosticSeverity.Error, vscode.DiagnosticSeverity.Error, vscode.DiagnosticSeverity.Error],
    );
  });

  // @verifies RT-7.6/AC7~cf6986
  it('of the server, when it is killed, leave nothing behind: it starts again with the same state', async () => {
    const api = await indexed();
    const before = [api.statusBar, api.badge, await drawTree(api), problems('docs/orders.md')];
    const shown: (string | undefined)[] = [];
    const listener = api.onDidChange(() => shown.push(api.statusBar));
    const [first, ...others] = servers();
    assert.ok(first !== undefined && others.length === 0, 'one server runs');
    process.kill(first, 'SIGKILL');
    await until('servers', servers, (now) => now.length === 1 && now[0] !== first);
    await eventually(async () => [api.statusBar, api.badge, await drawTree(api), problems('docs/orders.md')], before);
    listener.dispose();
    assert.deepEqual([...new Set(shown)], [String(before[0]).replace('$(checklist)', '$(sync~spin)'), before[0]], 'a spinner, no flicker');
  });
});
