import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ReqTraceApi } from '../../../src/extension/api.ts';

const PATIENCE_MS = 25_000;
/** The first index waits for VS Code to have started everything else. */
const START_MS = 55_000;
const POLL_MS = 50;

/** The extension's own view of what it shows. */
export async function reqtrace(): Promise<ReqTraceApi> {
  const extension = vscode.extensions.getExtension<ReqTraceApi>('reqtrace.reqtrace');
  assert.ok(extension, 'VS Code does not know reqtrace.reqtrace');
  return extension.activate();
}

/** Waits until every folder is indexed. */
export async function indexed(): Promise<ReqTraceApi> {
  const api = await reqtrace();
  await until(
    'folders',
    () => api.folders.map((folder) => folder.phase),
    (phases) => phases.length > 0 && !phases.includes('indexing'),
    START_MS,
  );
  return api;
}

/** Reads again and again until the value is accepted; fails with the last one. */
export async function until<T>(
  what: string,
  read: () => T | Promise<T>,
  accept: (value: T) => boolean,
  patience = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (Date.now() > end) throw new Error(`${what}: still ${JSON.stringify(value, undefined, 1)}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Waits until `read` gives `expected`; fails with the difference. */
export async function eventually<T>(read: () => T | Promise<T>, expected: T): Promise<void> {
  const same = (value: T): boolean => JSON.stringify(value) === JSON.stringify(expected);
  const last = await until('value', read, same).catch(read);
  assert.deepEqual(last, expected);
}

/** A file of the (first) workspace folder: `uri('docs/orders.md')`. */
export function uri(file: string, folder = 0): vscode.Uri {
  const root = vscode.workspace.workspaceFolders?.[folder]?.uri;
  assert.ok(root, `no workspace folder ${folder}`);
  return vscode.Uri.joinPath(root, file);
}

/** Opens a file in an editor. */
export async function open(file: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(uri(file));
}

/** Where `text` first stands in a document, plus `offset` characters. */
export function find(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
  const index = document.getText().indexOf(text);
  assert.ok(index >= 0, `${document.fileName} does not contain ${text}`);
  return document.positionAt(index + offset);
}

/** Our diagnostics of a file as `line code: message`, in order of place. */
export function problems(file: string, folder = 0): string[] {
  return diagnostics(file, folder).map((each) => `${each.range.start.line + 1} ${codeOf(each)}: ${each.message}`);
}

/** Our diagnostics of a file, in order of place. */
export function diagnostics(file: string, folder = 0): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri(file, folder))
    .filter((each) => each.source === 'reqtrace')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** `unknown-reference` */
export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** The tree as text, a row a line, two spaces a level: `pass AC1 Orders are kept | met`. */
export async function drawTree(api: ReqTraceApi, levels = 9): Promise<string[]> {
  const lines: string[] = [];
  const draw = async (parent: string | undefined, level: number): Promise<void> => {
    for (const id of (await api.tree.getChildren(parent)) ?? []) {
      const item = await api.tree.getTreeItem(id);
      // What is suggested has a test of its own.
      if (item.contextValue === 'suggested') continue;
      const icon = item.iconPath instanceof vscode.ThemeIcon ? item.iconPath.id : 'none';
      lines.push(`${'  '.repeat(level)}${icon} ${String(item.label)} | ${String(item.description)}`);
      const hasChildren = item.collapsibleState !== vscode.TreeItemCollapsibleState.None;
      if (hasChildren && level + 1 < levels) await draw(id, level + 1);
    }
  };
  await draw(undefined, 0);
  return lines;
}

/** What VS Code shows under the mouse at a place, as Markdown. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers
    .flatMap((hover) => hover.contents)
    .map((each) => (typeof each === 'string' ? each : each.value))
    .join('\n');
}

/** Undoes whatever a test left unsaved. */
export async function revertAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((each) => each.isDirty && !each.isUntitled)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
}

/** What has a test that was made not run. */
const OFF = /\.skip(?=\()|^[ \t]*(?:@pytest\.mark\.skip\(.*|@[\w.]*Disabled\(.*|t\.Skip\(.*|#\[ignore.*)\r?\n/mu;

/** Writes the body of a test that was made, at the cursor, and takes out what switches it off: until then it shows nothing. */
export async function writeBody(editor: vscode.TextEditor): Promise<void> {
  const { document, selection } = editor;
  assert.match(document.getText(), OFF);
  assert.match(document.lineAt(selection.active.line).text, /^\s+(?:pass)?$/u, 'the cursor is in the body');
  await editor.edit((edit) => edit.replace(selection, 'counts();'));
  const found = OFF.exec(document.getText());
  assert.ok(found);
  const range = new vscode.Range(document.positionAt(found.index), document.positionAt(found.index + found[0].length));
  await editor.edit((edit) => edit.delete(range));
}
