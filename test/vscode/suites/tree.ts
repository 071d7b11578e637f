import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { drawTree, eventually, indexed, uri } from './support.ts';

describe('the view Requirements', () => {
  // @verifies RT-7.1/AC1~aca84a
  it('lists documents, requirements, criteria and links, each status with a shape of its own', async () => {
    const api = await indexed();
    await eventually(
      () => drawTree(api),
      [
        'book archive.md | 0/1 met · old',
        '  circle-large-outline REQ-3 Orders are archived | 0/1 met',
        '    circle-large-outline AC1 Orders older than a year are moved to the archive. | unmet',
        'book orders.md | 1/4 met',
        '  color-mode REQ-1 Orders are kept | 1/3 met',
        '    pass AC1 An order is written before it is confirmed. | met',
        '      beaker keeps an order | test src/orders.test.ts:3',
        '      code keep() | implementation src/orders.ts:3',
        '    color-mode AC2 An order that cannot be written is refused. | partial',
        '      code keep() | implementation src/orders.ts:3',
        '    color-mode AC3 Orders are listed newest first. | partial',
        '      code keep() | implementation src/orders.ts:3',
        '    code keep() | implementation src/orders.ts:3',
        '  color-mode REQ-2 Orders can be cancelled | 0/1 met',
        '    color-mode AC1 A cancelled order is marked. | partial',
        '      code cancelAll() | implementation legacy/import.ts:1',
      ],
    );
  });

  // @verifies RT-7.1/AC13~0380d4
  it('counts what is open on its icon and what is met in the status bar', async () => {
    const api = await indexed();
    await eventually(() => [api.badge, api.statusBar], [4, '$(checklist) 1/5 criteria met']);
  });

  // @verifies RT-7.1/AC2~59e5b1
  it('gives every row an id of its own, its parent, and words for a screen reader', async () => {
    const { tree } = await indexed();
    const seen = new Set<string>();
    const walk = async (parent: string | undefined): Promise<void> => {
      for (const id of (await tree.getChildren(parent)) ?? []) {
        assert.ok(!seen.has(id), `twice: ${id}`);
        seen.add(id);
        assert.equal(await tree.getParent?.(id), parent);
        const item = await tree.getTreeItem(id);
        assert.equal(item.id, id);
        assert.match(item.accessibilityInformation?.label ?? '', /\S, \S/);
        await walk(id);
      }
    };
    await walk(undefined);
    assert.equal(seen.size, 27);
  });

  // @verifies RT-7.1/AC3~88d667
  it('opens the place of a row', async () => {
    const { tree } = await indexed();
    const [, orders] = (await tree.getChildren()) ?? [];
    const [requirement] = (await tree.getChildren(orders)) ?? [];
    const { command } = await tree.getTreeItem(requirement ?? '');
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri('docs/orders.md').toString());
    assert.equal(editor.selection.start.line, 2);
  });

  // @verifies RT-7.1/AC3~88d667
  it('opens the place of a row beside the editor', async () => {
    const { tree } = await indexed();
    const [, orders = ''] = (await tree.getChildren()) ?? [];
    const [, cancel = ''] = (await tree.getChildren(orders)) ?? [];
    await vscode.commands.executeCommand('reqtrace.openToSide', cancel);
    const editor = vscode.window.activeTextEditor;
    assert.deepEqual([editor?.viewColumn, editor?.selection.start.line], [2, 12]);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('tells the text of a row only when asked, and trusts none of it', async () => {
    const { tree } = await indexed();
    const [, orders] = (await tree.getChildren()) ?? [];
    const [requirement = ''] = (await tree.getChildren(orders)) ?? [];
    const item = await tree.getTreeItem(requirement);
    assert.equal(item.tooltip, undefined);
    const source = new vscode.CancellationTokenSource();
    const { tooltip } = (await tree.resolveTreeItem?.(item, requirement, source.token)) ?? {};
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.match(tooltip.value, /An order survives a restart/);
    assert.deepEqual([tooltip.isTrusted, tooltip.supportHtml], [false, false]);
  });

  // @verifies RT-7.1/AC4~43f32e, RT-7.1/AC5~e5a2d3
  it('leaves out what is met when filtered, and groups by status', async () => {
    const api = await indexed();
    await vscode.commands.executeCommand('reqtrace.showUnmetOnly');
    const unmet = await drawTree(api, 3);
    assert.deepEqual(
      unmet.filter((row) => row.includes('| met')),
      [],
    );
    assert.ok(unmet.includes('    color-mode AC2 An order that cannot be written is refused. | partial'));
    await vscode.commands.executeCommand('reqtrace.showAll');

    await vscode.commands.executeCommand('reqtrace.groupByStatus');
    const groups = await drawTree(api, 2);
    await vscode.commands.executeCommand('reqtrace.groupByDocument');
    assert.deepEqual(
      groups.filter((row) => !row.startsWith(' ')),
      ['circle-large-outline Unmet | 1', 'color-mode Partial | 3', 'pass Met | 1'],
    );
    assert.ok(groups.includes('  pass REQ-1/AC1 An order is written before it is confirmed. | REQ-1 Orders are kept'));
    assert.equal((await drawTree(api, 1)).length, 2);

    await vscode.commands.executeCommand('reqtrace.groupTree', 'folder');
    await vscode.commands.executeCommand('reqtrace.searchTree', { text: 'newest first' });
    assert.deepEqual(
      (await drawTree(api, 3)).map((row) => row.trim()),
      [
        'book orders.md | 1/4 met',
        'color-mode REQ-1 Orders are kept | 1/3 met',
        'color-mode AC3 Orders are listed newest first. | partial',
      ],
    );
    await vscode.commands.executeCommand('reqtrace.clearTreeSearch');
    assert.equal((await drawTree(api, 1)).length, 2);
  });

  // @verifies RT-12.1/AC11~0ea4d1, RT-12.1/AC12~341eba
  it('suggests code for what is open once a person unfolds that, opens it, and annotates it', async () => {
    const { tree } = await indexed();
    const file = 'src/archiving.ts';
    const code = '/** Orders older than a year are moved to the archive. */\nexport function archiveOlder(): void {}\n';
    writeFileSync(uri(file).fsPath, `// @implements REQ-99\nexport const filler = 1;\n${'\n'.repeat(40)}${code}`);
    await eventually(() => vscode.languages.getDiagnostics(uri(file)).length, 1);
    const group = (await tree.getChildren())?.at(-1) ?? '';
    assert.match(group, /\["suggested",""\]$/u);
    const found = ((await tree.getChildren(group)) ?? []).find((id) => id.includes('REQ-3/AC1')) ?? '';
    const criterion = await tree.getTreeItem(found);
    assert.equal(criterion.description, 'strong · archiveOlder()');
    assert.match(criterion.contextValue ?? '', /\bcriterion\+unmet\b/u);
    const [place = ''] = (await tree.getChildren(found)) ?? [];
    const { accessibilityInformation, command, contextValue } = await tree.getTreeItem(place);
    assert.match(accessibilityInformation?.label ?? '', /^archiveOlder\(\), suggested code, strong · src\/archiving\.ts:44 · /u);
    assert.equal(contextValue, 'suggestion+target');
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.lineAt(editor.selection.active.line).text, 'export function archiveOlder(): void {}');
    await vscode.commands.executeCommand('reqtrace.takeSuggestion', place);
    assert.match(editor.document.getText(), /@implements REQ-3\/AC1[^]*export function archiveOlder/u);
    assert.equal(editor.document.isDirty, true);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const gone = new vscode.WorkspaceEdit();
    gone.deleteFile(uri(file));
    assert.ok(await vscode.workspace.applyEdit(gone));
    rmSync(uri(file).fsPath, { force: true });
  });
});
