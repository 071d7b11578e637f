import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnostics, eventually, find, hoverText, indexed, open, revertAll, until, writeBody } from './support.ts';

const DOCUMENT = 'docs/orders.md';
const CODE = 'src/orders.ts';
const TEST = 'src/orders.test.ts';

/** The actions that VS Code offers at a place, with what they do. */
async function actionsAt(file: string, text: string, kind = ''): Promise<vscode.CodeAction[]> {
  const { document } = await open(file);
  const at = find(document, text, 2);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
    kind || undefined,
    30,
  );
}

async function action(file: string, text: string, title: RegExp): Promise<vscode.CodeAction> {
  const find = async (): Promise<vscode.CodeAction | undefined> => (await actionsAt(file, text)).find((each) => title.test(each.title));
  return (await until(String(title), find, (found) => found !== undefined)) as vscode.CodeAction;
}

async function apply(file: string, text: string, title: RegExp): Promise<void> {
  const { edit, title: name } = await action(file, text, title);
  assert.ok(edit, `${name} has no edit`);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('actions', () => {
  before(indexed);
  afterEach(revertAll);
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('write the ids of all criteria of a requirement', async () => {
    await apply(DOCUMENT, 'REQ-1', /^Write the IDs of all criteria of REQ-1/);
    const { document } = await open(DOCUMENT);
    assert.match(document.getText(), /^- .*AC1.*An order is written before/m);
    assert.match(document.getText(), /^- .*AC3.*Orders are listed/m);
  });

  it('lead to the code of a requirement, without its tests', async () => {
    const { document } = await open(DOCUMENT);
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeImplementationProvider',
      document.uri,
      find(document, 'REQ-1', 2),
    );
    assert.deepEqual(
      found.map((each) => ('uri' in each ? each.uri : each.targetUri).path.split('/').pop()),
      ['orders.ts'],
    );
  });

  it('write a test for a criterion, and annotate code with it, through commands that ask for the rest', async () => {
    const { command: test } = await action(DOCUMENT, 'An order that cannot', /^Write a test for REQ-1\/AC2/);
    assert.equal(test?.command, 'reqtrace.scaffoldTest');
    const { command: annotate } = await action(DOCUMENT, 'An order that cannot', /^Annotate .*REQ-1\/AC2/);
    assert.equal(annotate?.command, 'reqtrace.createAnnotation');
    await vscode.commands.executeCommand(test.command, ...(test.arguments ?? []));
    await eventually(() => vscode.window.activeTextEditor?.document.uri.path.endsWith(TEST), true);
    const { activeTextEditor: editor } = vscode.window;
    assert.ok(editor);
    await writeBody(editor);
    await eventually(() => diagnostics(DOCUMENT).filter((each) => codeOf(each) === 'unmet-criterion').length, 2);
  });

  // @verifies RT-7.2/AC9~e43504
  it('pin a reference; once the text changed, show both texts beside each other', async () => {
    await apply(TEST, 'REQ-1/AC1', /^Pin to the present text of REQ-1\/AC1/);
    const { document: test } = await open(TEST);
    assert.match(test.getText(), /@verifies REQ-1\/AC1~[0-9a-f]{6}$/m);
    const editor = await open(DOCUMENT);
    await editor.edit((edit) => edit.insert(find(editor.document, 'is confirmed', 2), ' always'));
    await eventually(() => diagnostics(TEST).map(codeOf), ['stale-link']);

    const { command } = await action(TEST, 'REQ-1/AC1', /^Compare /);
    assert.equal(command?.command, 'reqtrace.reviewPin');
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const isDiff = (): boolean => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff;
    await eventually(isDiff, true);
    const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(shown instanceof vscode.TabInputTextDiff);
    const textOf = async (side: vscode.Uri): Promise<string> => (await vscode.workspace.openTextDocument(side)).getText().trim();
    assert.equal(await textOf(shown.original), 'An order is written before it is confirmed.');
    assert.equal(await textOf(shown.modified), 'An order is written before it is always confirmed.');
    await vscode.commands.executeCommand('reqtrace.leaveShown');
    await eventually(isDiff, false);
    assert.deepEqual(diagnostics(TEST).map(codeOf), ['stale-link']);

    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await eventually(isDiff, true);
    await vscode.commands.executeCommand('reqtrace.pinShown');
    await eventually(isDiff, false);
    await eventually(() => diagnostics(TEST).map(codeOf), []);
  });

  it('of a whole file are there for saving', async () => {
    const actions = await actionsAt(CODE, 'REQ-22', 'source.fixAll');
    assert.deepEqual(
      actions.filter((each) => each.kind?.value !== 'source.fixAll.reqtrace'),
      [],
    );
  });
});

describe('reqtrace.yaml', () => {
  before(indexed);
  after(async () => {
    await revertAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  // @verifies RT-7.2/AC15~9339de
  it('is completed and explained without another extension', async () => {
    const editor = await open('reqtrace.yaml');
    await editor.edit((edit) => edit.insert(new vscode.Position(editor.document.lineCount, 0), '\nimp'));
    const { document } = editor;
    const labels = async (): Promise<string[]> => {
      const end = document.lineAt(document.lineCount - 1).range.end;
      const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, end);
      return list.items
        .map((item) => (typeof item.label === 'string' ? item.label : item.label.label))
        .filter((label) => label === 'implicit');
    };
    await eventually(labels, ['implicit']);
    assert.match(await hoverText(document, find(document, 'severity', 2)), /finding/i);
  });
});
