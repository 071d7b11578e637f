import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, eventually, find, hoverText, indexed, open, until, uri } from './support.ts';

const FILE = 'lab/orders.ipynb';
const CELLS = [
  { cell_type: 'markdown', metadata: {}, source: ['# REQ-1 in a study'] },
  { cell_type: 'code', metadata: {}, outputs: [], execution_count: null, source: ['x = "\\n"\n', '# @implements REQ-2\n', 'x += "ä"'] },
  { cell_type: 'code', metadata: {}, outputs: [], execution_count: null, source: ['# @implements REQ-99'] },
];
const NOTEBOOK = JSON.stringify(
  { cells: CELLS, metadata: { language_info: { name: 'python' } }, nbformat: 4, nbformat_minor: 5 },
  undefined,
  1,
);

/** `orders.ipynb:2`, a cell of the notebook and the line in it, each counted from 1. */
const placeOf = (document: vscode.NotebookDocument, { uri: at, range }: vscode.Location): string => {
  const cell = document.getCells().find((each) => each.document.uri.toString() === at.toString());
  return cell ? `cell ${cell.index + 1}, line ${range.start.line + 1}` : vscode.workspace.asRelativePath(at);
};

describe('a notebook', () => {
  before(async () => {
    await indexed();
    await vscode.workspace.fs.writeFile(uri(FILE), new TextEncoder().encode(NOTEBOOK));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri('lab'), { recursive: true });
    await eventually(() => vscode.languages.getDiagnostics(uri(FILE)).map(codeOf), []);
  });

  /** The notebook as VS Code has loaded it. */
  const loaded = (): vscode.NotebookDocument => {
    const notebook = vscode.workspace.notebookDocuments.find((each) => each.uri.path.endsWith(FILE));
    assert.ok(notebook, 'the notebook was loaded to know its cells');
    return notebook;
  };

  it('is led to by the cell from a document', async () => {
    await eventually(() => vscode.languages.getDiagnostics(uri(FILE)).map(codeOf), ['unknown-reference']);
    const { document } = await open('docs/orders.md');
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      find(document, 'REQ-2', 2),
    );
    const notebook = loaded();
    assert.ok(found.map((each) => placeOf(notebook, each)).includes('cell 2, line 2'), JSON.stringify(found));
  });

  it('has problems, hovers, definitions and marks in its cells', async () => {
    const notebook = loaded();
    const cell = notebook.cellAt(1).document;
    await vscode.window.showNotebookDocument(notebook);
    await eventually(() => vscode.languages.getDiagnostics(notebook.cellAt(2).document.uri).map(codeOf), ['unknown-reference']);
    await eventually(() => vscode.languages.getDiagnostics(uri(FILE)).map(codeOf), []);
    assert.match(await hoverText(cell, find(cell, 'REQ-2', 2)), /Orders can be cancelled/);
    const [definition] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      cell.uri,
      find(cell, 'REQ-2', 2),
    );
    assert.ok(definition);
    assert.match(('targetUri' in definition ? definition.targetUri : definition.uri).path, /docs\/orders\.md$/);
    const api = await indexed();
    await eventually(() => Object.values(api.marks(cell.uri)).reduce((sum, count) => sum + count, 0), 1);
  });

  it('counts as it is typed', async () => {
    const cell = loaded().cellAt(1).document;
    const end = find(cell, 'REQ-2', 5);
    const edited = async (text: string, range: vscode.Range): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(cell.uri, range, text);
      await vscode.workspace.applyEdit(edit);
    };
    await edited('2', new vscode.Range(end, end));
    await eventually(() => vscode.languages.getDiagnostics(cell.uri).map(codeOf), ['unknown-reference']);
    await edited('', new vscode.Range(end, end.translate(0, 1)));
    await eventually(() => vscode.languages.getDiagnostics(cell.uri).map(codeOf), []);
  });

  // @verifies RT-7.2/AC17~d789f3
  it('is mended in its cell by a quick fix', async () => {
    const cell = loaded().cellAt(1).document;
    const before = cell.getText();
    const end = find(cell, 'REQ-2', 5);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(cell.uri, end, '2');
    await vscode.workspace.applyEdit(edit);
    await eventually(() => vscode.languages.getDiagnostics(cell.uri).map(codeOf), ['unknown-reference']);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      cell.uri,
      new vscode.Range(end, end),
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => title === 'Change to REQ-2');
    assert.ok(fix?.edit, JSON.stringify(actions.map(({ title }) => title)));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(cell.getText(), before);
    await eventually(() => vscode.languages.getDiagnostics(cell.uri).map(codeOf), []);
  });

  it('is opened at the cell from a row of the tree', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const api = await indexed();
    const rows = async (parent?: string): Promise<vscode.TreeItem[]> => {
      const ids = (await api.tree.getChildren(parent)) ?? [];
      return (await Promise.all(ids.map(async (id) => [await api.tree.getTreeItem(id), ...(await rows(id))]))).flat();
    };
    const ofNotebook = async (): Promise<vscode.Command | undefined> =>
      (await rows()).map(({ command }) => command).find((command) => JSON.stringify(command?.arguments)?.includes('.ipynb'));
    const command = await until('the row', ofNotebook, (found) => found !== undefined);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await eventually(() => vscode.window.activeNotebookEditor?.selections.map(({ start }) => start), [1]);
    await eventually(() => vscode.window.activeTextEditor?.selection.active.line, 1);
  });
});
