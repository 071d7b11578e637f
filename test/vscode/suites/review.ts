import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { ReqTraceApi } from '../../../src/extension/api.ts';
import type { ReviewRow } from '../../../src/extension/review/reviewRows.ts';
import { change, git, makeBranch } from '../branch.ts';
import { eventually, indexed, open, uri } from './support.ts';

async function rows(api: ReqTraceApi, parent?: ReviewRow): Promise<ReviewRow[]> {
  return (await api.review.getChildren(parent)) ?? [];
}

async function item(api: ReqTraceApi, row: ReviewRow): Promise<vscode.TreeItem> {
  return api.review.getTreeItem(row);
}

/** The view as text, a row a line, two spaces a level: `diff-added New and Unmet | 1`. */
async function draw(api: ReqTraceApi, levels = 2): Promise<string[]> {
  const lines: string[] = [];
  const walk = async (parent: ReviewRow | undefined, level: number): Promise<void> => {
    for (const row of await rows(api, parent)) {
      const { label, description, iconPath } = await item(api, row);
      lines.push(
        `${'  '.repeat(level)}${iconPath instanceof vscode.ThemeIcon ? iconPath.id : 'none'} ${String(label)} | ${String(description)}`,
      );
      if (level + 1 < levels) await walk(row, level + 1);
    }
  };
  await walk(undefined, 0);
  return lines;
}

/** The labels of the lists with those of their entries: `New and Unmet: REQ-1/AC4 Orders can be exported.`. */
async function lists(api: ReqTraceApi): Promise<string[]> {
  const found: string[] = [];
  for (const group of await rows(api)) {
    if (group.kind !== 'group') continue;
    for (const entry of await rows(api, group))
      found.push(`${String((await item(api, group)).label)}: ${String((await item(api, entry)).label)}`);
  }
  return found;
}

async function find(api: ReqTraceApi, label: string, parent?: ReviewRow): Promise<ReviewRow | undefined> {
  for (const row of await rows(api, parent)) {
    const found = String((await item(api, row)).label).startsWith(label) ? row : await find(api, label, row);
    if (found) return found;
  }
  return undefined;
}

async function click(api: ReqTraceApi, label: string): Promise<void> {
  const row = await find(api, label);
  assert.ok(row, `no row ${label}`);
  const { command } = await item(api, row);
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

const BRANCH = [
  'Removed: REQ-2/AC1 A cancelled order is marked.',
  'Suspect: REQ-1/AC3 Orders are listed oldest first.',
  'New and Unmet: REQ-1/AC4 Orders can be exported.',
  'Touched: REQ-1/AC1 An order is written before it is confirmed.',
];

describe('the view Review', () => {
  const root = (): string => uri('').fsPath;

  // @verifies RT-7.5/AC1~e5374a
  it('computes nothing before it is shown', async () => {
    const api = await indexed();
    makeBranch(root());
    await vscode.commands.executeCommand('reqtrace.refresh');
    assert.deepEqual(await rows(api), []);
  });

  // @verifies RT-7.5/AC1~e5374a
  it('lists what the branch did, each list and status with a shape of its own', async () => {
    const api = await indexed();
    await vscode.commands.executeCommand('reqtrace.review.focus');
    await eventually(() => lists(api), BRANCH);
    const drawn = await draw(api);
    assert.deepEqual(
      drawn.filter((line) => !line.startsWith(' ')),
      ['diff-removed Removed | 1', 'warning Suspect | 1', 'diff-added New and Unmet | 1', 'diff-modified Touched | 1'],
    );
    assert.ok(
      drawn.some((line) => /^ {2}color-mode REQ-1\/AC4 Orders can be exported\. \| new and partial/.test(line)),
      drawn.join('\n'),
    );
  });

  // @verifies RT-12.1/AC13~81bb6e
  it('says in the text what has no link, as long as it can be seen', async () => {
    const file = uri('src/exporting.ts');
    writeFileSync(file.fsPath, '/** Orders can be exported. */\nexport function exportOrders(): void {}\n');
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    const hints = async (): Promise<unknown> => {
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', file, whole);
      return found.map(({ label, position }) => [position.line, label]);
    };
    await eventually(hints, [[1, 'no link']]);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await eventually(hints, []);
    await vscode.commands.executeCommand('reqtrace.review.focus');
    await eventually(hints, [[1, 'no link']]);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(file.fsPath);
  });

  it('gives every row an id of its own, its parent, and words for a screen reader', async () => {
    const api = await indexed();
    const seen = new Set<string>();
    const walk = async (parent?: ReviewRow): Promise<void> => {
      for (const row of await rows(api, parent)) {
        const { id, accessibilityInformation } = await item(api, row);
        assert.ok(id && !seen.has(id), `twice: ${id}`);
        seen.add(id);
        assert.equal(await api.review.getParent?.(row), parent);
        assert.match(accessibilityInformation?.label ?? '', /\S, \S/);
        await walk(row);
      }
    };
    await walk();
    assert.ok(seen.size > 12, String(seen.size));
  });

  // @verifies RT-7.5/AC2~90838d
  it('opens a diff at the right line, its base read-only from git', async () => {
    const api = await indexed();
    await click(api, 'REQ-1/AC3');
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.deepEqual([input.original.scheme, input.modified.toString()], ['reqtrace-base', uri('docs/orders.md').toString()]);
    const base = await vscode.workspace.openTextDocument(input.original);
    assert.equal(base.getText().trim(), git(root(), 'show', 'main:docs/orders.md'));
    assert.equal(vscode.workspace.fs.isWritableFileSystem(input.original.scheme) ?? false, false);
    await eventually(
      () => [vscode.window.activeTextEditor?.document.uri.toString(), vscode.window.activeTextEditor?.selection.start.line],
      [uri('docs/orders.md').toString(), 10],
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens what is gone where it would be now', async () => {
    const api = await indexed();
    await click(api, 'REQ-2/AC1');
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  // @verifies RT-7.5/AC2~90838d
  it('opens the file itself, too', async () => {
    const api = await indexed();
    await vscode.commands.executeCommand('reqtrace.openReviewFile', await find(api, 'REQ-1/AC1'));
    await eventually(() => vscode.window.activeTextEditor?.document.uri.toString(), uri('src/orders.test.ts').toString());
    assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputText);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is live with unsaved text, there and back', async () => {
    const api = await indexed();
    const editor = await open('src/orders.test.ts');
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(editor.document.lineCount, 0), "// @verifies REQ-1/AC4\nit('exports', () => {});\n"),
    );
    assert.equal(editor.document.isDirty, true);
    // Its code was there before it.
    await eventually(() => lists(api), [...BRANCH.slice(0, 2), 'Suspect: REQ-1/AC4 Orders can be exported.', ...BRANCH.slice(3)]);
    await vscode.commands.executeCommand('undo');
    await eventually(() => lists(api), BRANCH);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  // @verifies RT-7.5/AC4~77c652
  it('tells rules that changed and judges the gates on top, and counts those that fail on its icon', async () => {
    const api = await indexed();
    assert.equal(api.failingGates, undefined);
    change(root(), 'reqtrace.yaml', (text) => `${text}gates:\n  merge:\n    scope: changed\n    max: { partial: 1 }\n`);
    await eventually(async () => (await draw(api, 1)).slice(0, 2), ['law Rules Changed | 1', 'error Gate merge | fails for what changed']);
    assert.equal(api.failingGates, 1);
    const gate = await find(api, 'Gate merge');
    const [condition] = await rows(api, gate);
    assert.ok(condition);
    const { label, description } = await item(api, condition);
    assert.deepEqual([label, description], ['max partial: 1', '2 of 3 criteria are partial']);
    const described = await Promise.all((await rows(api, condition)).map(async (row) => (await item(api, row)).description));
    assert.match(described.join('\n'), /write "@verifies REQ-1\/AC4" above a test/);
    change(root(), 'reqtrace.yaml', (text) => text.replace('partial: 1', 'partial: 2'));
    await eventually(() => api.failingGates, undefined);
    await eventually(async () => (await draw(api, 1))[1], 'pass Gate merge | holds for what changed');
    git(root(), 'checkout', '--quiet', 'reqtrace.yaml');
    await eventually(() => lists(api), BRANCH);
  });

  it('changes when test results are written, also where git ignores them', async () => {
    const api = await indexed();
    const results = uri('build/test-results/junit.xml');
    await vscode.workspace.fs.writeFile(uri('.git/info/exclude'), new TextEncoder().encode('build/\n'));
    const xml =
      '<testsuites><testsuite name="orders"><testcase classname="orders" name="keeps an order" file="src/orders.test.ts"><failure message="no"/></testcase></testsuite></testsuites>';
    await vscode.workspace.fs.writeFile(results, new TextEncoder().encode(xml));
    await eventually(async () => (await lists(api))[1], 'Broken: REQ-1/AC1 An order is written before it is confirmed.');
    await vscode.workspace.fs.delete(uri('build'), { recursive: true });
    await eventually(() => lists(api), BRANCH);
  });

  it('follows a commit', async () => {
    const api = await indexed();
    git(root(), 'branch', '--force', 'main', 'work');
    await eventually(() => lists(api), []);
    git(root(), 'branch', '--force', 'main', 'v1');
    await eventually(() => lists(api), BRANCH);
  });
});
