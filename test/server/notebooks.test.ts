import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, CompletionList, Hover, LocationLink } from 'vscode-languageserver/node';
import type { CellPlace, PlacedDecoration } from '../../src/server/protocol.ts';
import { CELL_PLACE, DECORATIONS } from '../../src/server/protocol.ts';
import { Client, TestFolder } from '../support/server/client.ts';

const DOCUMENT = '# Launch\n\n## IP-1: Stock\n\n**Acceptance Criteria**:\n- AC1: An order of all is accepted\n- AC2: Another is refused\n';
/** Cells of the notebook as its file has them: a string, a list, one that is empty, Markdown, and one that no editor tells of. */
const CELLS = [
  { cell_type: 'markdown', source: ['# IP-1\n', 'About stock.'] },
  { cell_type: 'code', source: 'import json\n\n# @implements IP-1/AC1\ndef reserve():\n    return "\\n"\n' },
  { cell_type: 'code', source: [] },
  { cell_type: 'raw', source: ['# @implements IP-8'] },
  { cell_type: 'code', source: ['x = "\\t"; y = "ä"  # @implements IP-9\n', 'z = 1'] },
];
const FILES = {
  'docs/launch.md': DOCUMENT,
  'lab/stock.ipynb': `${JSON.stringify({ cells: CELLS, metadata: {}, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`,
};

describe('cells of notebooks', () => {
  let client: Client;
  let folder: TestFolder;
  let notebook: string;
  const cell = (index: number): string => `vscode-notebook-cell:${notebook.slice('file:'.length)}#W${index}`;

  beforeEach(async () => {
    client = Client.ofServerHere();
    folder = new TestFolder(FILES);
    notebook = folder.uriOf('lab/stock.ipynb');
    await client.start([folder], { options: { showPlaces: 'show' } });
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    assert.deepEqual(
      client.logged.filter((line) => /error/iu.test(line)),
      [],
    );
    folder.remove();
  });

  /** Opens the notebook as an editor does: it tells of the cells of code in Python alone. */
  function open(texts: Readonly<Record<number, string>>): Promise<void> {
    const cells = Object.entries(texts).map(([index, text]) => ({ uri: cell(Number(index)), languageId: 'python', version: 1, text }));
    return client.connection.sendNotification('notebookDocument/didOpen', {
      notebookDocument: {
        uri: notebook,
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: cells.map(({ uri }) => ({ kind: 2, document: uri })),
      },
      cellTextDocuments: cells,
    });
  }
  const openAsSaved = (): Promise<void> =>
    open({
      1: 'import json\n\n# @implements IP-1/AC1\ndef reserve():\n    return "\\n"\n',
      2: '',
      4: 'x = "\\t"; y = "ä"  # @implements IP-9\nz = 1',
    });

  /** Where links lead: the cell or file, line and letter. */
  const ends = (links: readonly LocationLink[] | null): string[] =>
    (links ?? []).map(
      ({ targetUri, targetSelectionRange: { start } }) => `${targetUri.split('/').at(-1)} ${start.line}:${start.character}`,
    );

  it('are told of by their places in the file while no editor shows them, with a way to know the cell', async () => {
    const links = await client.ask<LocationLink[]>('textDocument/definition', folder.uriOf('docs/launch.md'), 5, 4);
    assert.deepEqual(
      ends(links).map((end) => end.split(' ')[0]),
      ['stock.ipynb'],
    );
    const place = { uri: notebook, range: links[0]?.targetSelectionRange };
    assert.deepEqual(await client.connection.sendRequest<CellPlace>(CELL_PLACE, place), {
      cell: 1,
      range: { start: { line: 2, character: 14 }, end: { line: 2, character: 22 } },
    });
  });

  it('have hovers, definitions, lenses, marks and proposals, and are led to', async () => {
    await openAsSaved();
    await client.until('the problem of the cell', () => (client.diagnostics.get(cell(4)) ?? []).length > 0);
    const hovers = async (index: number, line: number, character: number): Promise<string | undefined> => {
      const hover = await client.ask<Hover | null>('textDocument/hover', cell(index), line, character);
      const { range, contents } = hover ?? {};
      return range && `${range.start.line}:${range.start.character} ${/all is accepted/u.test(JSON.stringify(contents))}`;
    };
    assert.deepEqual(await Promise.all([hovers(1, 2, 16), hovers(1, 0, 3), hovers(2, 0, 0), hovers(4, 1, 0), hovers(3, 0, 16)]), [
      '2:14 true',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    assert.deepEqual(ends(await client.ask('textDocument/definition', cell(1), 2, 16)), ['launch.md 5:7']);
    assert.deepEqual(ends(await client.ask('textDocument/definition', folder.uriOf('docs/launch.md'), 5, 4)), ['stock.ipynb#W1 2:14']);
    const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: cell(1) } });
    assert.deepEqual(
      lenses.map(({ range }) => range.start.line),
      [3],
    );
    const shown = await client.connection.sendRequest<CodeLens>('codeLens/resolve', lenses[0]);
    assert.equal(shown.command?.arguments?.[0], cell(1));
    const marks = async (index: number): Promise<(readonly [number, string])[]> =>
      (await client.connection.sendRequest<PlacedDecoration[]>(DECORATIONS, { uri: cell(index) })).map(
        ({ range, status }) => [range.start.line, status] as const,
      );
    assert.deepEqual(await Promise.all([marks(1), marks(2), marks(4)]), [[[2, 'partial']], [], [[0, 'unknown']]]);
    const proposed = await client.ask<CompletionList | null>('textDocument/completion', cell(1), 2, 17);
    assert.ok(proposed?.items.some(({ textEdit }) => textEdit && 'range' in textEdit && textEdit.range.start.line === 2));
  });

  it('have their problems in them, where they stand after each change, and give them back to the file', async () => {
    await openAsSaved();
    const told = (uri: string): string[] =>
      (client.diagnostics.get(uri) ?? []).map(({ code, range: { start } }) => `${code} ${start.line}:${start.character}`);
    await client.until('the problem of the cell', () => told(cell(4)).length > 0);
    assert.deepEqual([told(cell(4)), told(cell(1)), told(notebook)], [['unknown-reference 0:33'], [], []]);
    const textDocument = { uri: cell(1), version: 2 };
    const range = { start: { line: 2, character: 19 }, end: { line: 2, character: 22 } };
    const change = { cells: { textContent: [{ document: textDocument, changes: [{ range, text: 'AC2' }] }] } };
    await client.connection.sendNotification('notebookDocument/didChange', { notebookDocument: { uri: notebook, version: 2 }, change });
    const hover = await client.ask<Hover>('textDocument/hover', cell(1), 2, 16);
    assert.match(JSON.stringify(hover.contents), /Another is refused/u, 'what was typed counts before it is saved');
    const structure = { array: { start: 2, deleteCount: 1 }, didClose: [{ uri: cell(4) }] };
    await client.connection.sendNotification('notebookDocument/didChange', {
      notebookDocument: { uri: notebook, version: 3 },
      change: { cells: { structure } },
    });
    await client.until('the end of the problem', () => told(cell(4)).length === 0);
    await client.connection.sendNotification('notebookDocument/didClose', {
      notebookDocument: { uri: notebook },
      cellTextDocuments: [{ uri: cell(1) }, { uri: cell(2) }],
    });
    await client.until('the problem of the file', () => told(notebook).length > 0);
    assert.deepEqual(
      told(notebook).map((line) => line.split(' ')[0]),
      ['unknown-reference'],
    );
  });

  // @verifies RT-7.2/AC17~d789f3
  it('have fixes that change them, and none while no editor shows them', async () => {
    const named = CELLS.with(4, { cell_type: 'code', source: ['x = "\\t"; y = "ä"  # @implements IP-2/AC1\n', 'z = 1'] });
    folder.write('lab/stock.ipynb', JSON.stringify({ cells: named, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
    const fixes = async (uri: string, line: number, character: number): Promise<CodeAction[] | null> => {
      const range = { start: { line, character }, end: { line, character } };
      const context = { diagnostics: client.diagnostics.get(uri) ?? [] };
      return client.connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', { textDocument: { uri }, range, context });
    };
    await open({ 1: 'import json\n', 2: '', 4: 'x = "\\t"; y = "ä"  # @implements IP-2/AC1\nz = 1' });
    await client.until('the problem of the cell', () => (client.diagnostics.get(cell(4)) ?? []).length > 0);
    const [fix, ...others] = (await fixes(cell(4), 0, 34)) ?? [];
    assert.deepEqual(
      [fix?.title, fix?.edit?.changes, fix?.diagnostics?.map(({ range }) => range.start.character), others.length],
      [
        'Change to IP-1/AC1',
        { [cell(4)]: [{ range: { start: { line: 0, character: 33 }, end: { line: 0, character: 41 } }, newText: 'IP-1/AC1' }] },
        [33],
        0,
      ],
    );
    assert.deepEqual([await fixes(cell(1), 0, 3), await fixes(cell(2), 0, 0), await fixes(cell(4), 1, 0)], [null, null, null]);
  });

  it('are not changed: a rename says so', async () => {
    await openAsSaved();
    await assert.rejects(client.ask('textDocument/rename', folder.uriOf('docs/launch.md'), 2, 4, { newName: 'IP-7' }), /is a notebook/u);
  });
});
