import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, find, indexed, open, until, uri } from './support.ts';

const DOCUMENT = 'docs/orders.md';
const CODE = 'src/orders.ts';

/** Runs a provider of VS Code at a place of a file. */
async function ask<T>(command: string, file: string, text: string, ...more: unknown[]): Promise<T> {
  const { document } = await open(file);
  return vscode.commands.executeCommand<T>(command, document.uri, find(document, text, 2), ...more);
}

/** `docs/orders.md:3`, the line as the editor counts. */
function at(place: vscode.Uri, line: number): string {
  return `${vscode.workspace.asRelativePath(place)}:${line + 1}`;
}

/** Sets a setting of the workspace for the time of a test. */
async function withSetting(name: string, value: unknown, test: () => Promise<void>): Promise<void> {
  const set = (to: unknown): Thenable<void> => vscode.workspace.getConfiguration().update(name, to, vscode.ConfigurationTarget.Global);
  await set(value);
  try {
    await test();
  } finally {
    await set(undefined);
  }
}

/** Puts text into an unsaved file for the time of a test. */
async function withText(
  file: string,
  position: vscode.Position,
  text: string,
  test: (editor: vscode.TextEditor) => Promise<void>,
): Promise<void> {
  const editor = await open(file);
  await editor.edit((edit) => edit.insert(position, text));
  try {
    await test(editor);
  } finally {
    await open(file);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
}

describe('references as symbols', () => {
  before(indexed);

  for (const [what, file] of [
    ['code', CODE],
    ['a heading, which the editor itself would rename', DOCUMENT],
  ] as const) {
    // @verifies RT-7.2/AC4~4081a8
    it(`are renamed wherever they are written, in one edit, from ${what}`, async () => {
      const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', file, 'REQ-1', 'REQ-9');
      const changed = edit.entries().flatMap(([file, edits]) => edits.map((each) => `${at(file, each.range.start.line)} ${each.newText}`));
      assert.deepEqual(changed.sort(), ['docs/orders.md:3 REQ-9', 'src/orders.test.ts:3 REQ-9', 'src/orders.ts:3 REQ-9']);
    });
  }

  it("are not renamed where the id is nobody's to choose, and the reason is told", async () => {
    const refused = ask('vscode.executeDocumentRenameProvider', 'src/orders.test.ts', '/AC1', 'AC7');
    const reason = await refused.then(
      () => 'none',
      (error: unknown) => `${JSON.stringify(error)} ${String(error)}`,
    );
    assert.match(reason.replaceAll('\\', ''), /AC1 is counted by its position/u);
  });

  it('are left as they are where another name is refused, by the editor too, which would rename the whole heading', async () => {
    const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', DOCUMENT, 'REQ-1', 'REQ-2');
    assert.deepEqual(edit.entries(), []);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('are all marked when the cursor is on one', async () => {
    const highlights = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', CODE, 'REQ-1');
    assert.deepEqual(
      highlights.map((each) => each.range.start.line),
      [2],
    );
  });

  it('lead to what they mean by a click', async () => {
    const { document } = await open(CODE);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const ours = links.filter((link) => link.target?.path.endsWith('orders.md'));
    assert.deepEqual(
      ours.map((link) => [link.range.start.line, link.target?.fragment]),
      [[2, 'L3']],
    );
  });

  it('are found by their words among all symbols', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'orders kept',
    );
    const ours = symbols.filter((symbol) => symbol.name.startsWith('REQ-'));
    assert.deepEqual(ours.map((symbol) => at(symbol.location.uri, symbol.location.range.start.line)).slice(0, 1), ['docs/orders.md:3']);
  });

  it('have a hierarchy from higher to lower requirements', async () => {
    const { document } = await open('docs/old/archive.md');
    const line = find(document, 'REQ-3').line + 1;
    await withText('docs/old/archive.md', new vscode.Position(line, 0), '\n**Covers**: REQ-2\n', async () => {
      const names = async (): Promise<string[]> => {
        const [root] = await ask<vscode.TypeHierarchyItem[]>('vscode.prepareTypeHierarchy', DOCUMENT, 'REQ-2');
        if (!root) return [];
        const lower = await vscode.commands.executeCommand<vscode.TypeHierarchyItem[]>('vscode.provideSubtypes', root);
        return [root.name, ...lower.map((item) => item.name)];
      };
      await eventually(names, ['REQ-2 Orders can be cancelled', 'REQ-3 Orders are archived']);
      const [root] = await ask<vscode.TypeHierarchyItem[]>('vscode.prepareTypeHierarchy', 'docs/old/archive.md', 'REQ-3');
      assert.ok(root);
      const higher = await vscode.commands.executeCommand<vscode.TypeHierarchyItem[]>('vscode.provideSupertypes', root);
      assert.deepEqual(
        higher.map((item) => `${at(item.uri, item.selectionRange.start.line)} ${item.name}`),
        ['docs/orders.md:13 REQ-2 Orders can be cancelled'],
      );
    });
  });
});

describe('documents', () => {
  before(indexed);

  // @verifies RT-7.3/AC2~67b626
  it('have a line above each requirement that counts what it has, unless the setting says no', async () => {
    const titles = async (): Promise<(string | undefined)[]> => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri(DOCUMENT), 100);
      return lenses.map((lens) => lens.command?.title);
    };
    await open(DOCUMENT);
    await eventually(titles, [
      '1 implementation',
      '1 test',
      '1/3 met',
      'Run Tests',
      'Debug Tests',
      '1 implementation',
      '0 tests',
      '0/1 met',
    ]);
    await withSetting('reqtrace.codeLens.documents', false, () => eventually(titles, []));
    await eventually(async () => (await titles()).length, 8);
  });

  it('list the places of a lens when it is clicked', async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri(DOCUMENT), 100);
    const command = lenses[5]?.command;
    assert.equal(command?.command, 'reqtrace.showPlaces');
    await open(DOCUMENT);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await eventually(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('legacy/import.ts'), true);
  });

  it('fold at each requirement', async () => {
    await open(DOCUMENT);
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri(DOCUMENT));
    assert.ok(
      ranges.some((range) => range.start === 2),
      JSON.stringify(ranges),
    );
  });

  // @verifies RT-7.3/AC5~b3c60b
  it('have an outline of their requirements only where it is wanted', async () => {
    // VS Code keeps an outline until the text changes, so each document is asked once.
    const names = async (file: string): Promise<string[]> => {
      await open(file);
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri(file));
      return symbols.map((symbol) => symbol.name).filter((name) => name.startsWith('REQ-'));
    };
    assert.deepEqual(await names('docs/old/archive.md'), []);
    await withSetting('reqtrace.outline', true, async () => {
      const editor = await open(DOCUMENT);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
      // It is offered once the server has heard of it.
      await eventually(() => names(DOCUMENT), ['REQ-1 Orders are kept', 'REQ-2 Orders can be cancelled']);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });
  });
});

describe('code', () => {
  before(indexed);

  // @verifies RT-7.3/AC3~10010f
  it('has a line above each annotated declaration, unless the setting says no', async () => {
    const titles = async (): Promise<(string | undefined)[]> => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri(CODE), 100);
      return lenses.map((lens) => lens.command?.title).filter((title) => title?.includes('REQ'));
    };
    await open(CODE);
    await eventually(titles, ['◐ REQ-1 Orders are kept']);
    await withSetting('reqtrace.codeLens.code', false, () => eventually(titles, []));
  });

  // @verifies RT-7.3/AC4~cf3b2a
  it('shows titles behind ids where they are wanted', async () => {
    const { document } = await open(CODE);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = async (): Promise<string[]> => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all);
      return found.map(({ label }) => (typeof label === 'string' ? label : label.map((part) => part.value).join('')));
    };
    assert.deepEqual(
      (await hints()).filter((hint) => hint.includes('kept')),
      [],
    );
    // Beside a lens that says the same they would be said twice.
    await withSetting('reqtrace.inlayHints.titles', true, () =>
      withSetting('reqtrace.codeLens.code', false, () =>
        eventually(async () => (await hints()).filter((hint) => hint.includes('kept')), ['\u00a0Orders are kept']),
      ),
    );
  });

  it('proposes annotations as snippets, with the comment of the language', async () => {
    await withText(CODE, new vscode.Position(0, 0), 'req-\n', async ({ document }) => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(0, 4),
      );
      const snippets = list.items.filter((item) => item.kind === vscode.CompletionItemKind.Snippet);
      const labels = snippets
        .map((item) => (typeof item.label === 'string' ? item.label : item.label.label))
        .filter((label) => label.startsWith('req-'));
      assert.deepEqual([...new Set(labels)].sort(), ['req-implements', 'req-verifies', 'req-waives']);
    });
  });
});

describe('marks', () => {
  before(indexed);

  it('stand behind references and definitions that can be seen', async () => {
    const api = await indexed();
    await open(DOCUMENT);
    await eventually(() => api.marks(uri(DOCUMENT)), { partial: 5, met: 1 });
    await open(CODE);
    await eventually(() => api.marks(uri(CODE)), { partial: 1, unknown: 1 });
    assert.deepEqual(api.marks(uri(DOCUMENT)), {});
  });

  it('go at once where something is typed, and come back', async () => {
    const api = await indexed();
    const editor = await open(CODE);
    await eventually(() => api.marks(uri(CODE)), { partial: 1, unknown: 1 });
    await editor.edit((edit) => edit.insert(find(editor.document, 'REQ-22', 6), '2'));
    assert.deepEqual(api.marks(uri(CODE)), { partial: 1 });
    await eventually(() => api.marks(uri(CODE)), { partial: 1, unknown: 1 });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('follow what another file says', async () => {
    const api = await indexed();
    await open(CODE);
    await vscode.window.showTextDocument(uri('src/orders.test.ts'), { viewColumn: vscode.ViewColumn.Beside });
    await eventually(() => api.marks(uri(CODE)), { partial: 1, unknown: 1 });
    const document = await vscode.workspace.openTextDocument(uri('src/orders.test.ts'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '// @verifies REQ-1/AC2, AC3\n');
    await vscode.workspace.applyEdit(edit);
    try {
      await eventually(() => api.marks(uri(CODE)), { met: 1, unknown: 1 });
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await eventually(() => api.marks(uri(CODE)), { partial: 1, unknown: 1 });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  // @verifies RT-7.3/AC1~901147
  it('are off where the setting says so', async () => {
    const api = await indexed();
    await open(CODE);
    await eventually(() => api.marks(uri(CODE)), { partial: 1, unknown: 1 });
    await withSetting('reqtrace.decorations', false, () => eventually(() => api.marks(uri(CODE)), {}));
    await eventually(() => api.marks(uri(CODE)), { partial: 1, unknown: 1 });
  });
});

describe('commands', () => {
  before(indexed);

  // @verifies RT-7.2/AC10~bbab10
  it('go from gap to gap, through all documents and round their end', async () => {
    const editor = await open(CODE);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const go = async (direction: 'next' | 'previous'): Promise<string> => {
      await vscode.commands.executeCommand(`reqtrace.${direction}Unmet`);
      const { document, selection } = vscode.window.activeTextEditor ?? assert.fail('no editor');
      return at(document.uri, selection.active.line);
    };
    const seen: string[] = [];
    for (const direction of ['next', 'next', 'next', 'next', 'next', 'previous', 'previous'] as const) seen.push(await go(direction));
    assert.deepEqual(seen, [
      'docs/old/archive.md:7',
      'docs/orders.md:10',
      'docs/orders.md:11',
      'docs/orders.md:17',
      'docs/old/archive.md:7',
      'docs/orders.md:17',
      'docs/orders.md:11',
    ]);
  });

  it('have keys that VS Code itself does not use', async () => {
    const defaults = await vscode.workspace.openTextDocument(vscode.Uri.parse('vscode://defaultsettings/keybindings.json'));
    const extension = vscode.extensions.getExtension('reqtrace.reqtrace');
    assert.ok(extension);
    const { contributes } = extension.packageJSON as { contributes: { keybindings: { key: string; command: string }[] } };
    const bound = [...defaults.getText().matchAll(/"key":\s*"([^"]+)"[^}]*?"command":\s*"([^"]+)"/g)].map(([, key, command]) => ({
      key,
      command,
    }));
    assert.ok(bound.length > 500, `${bound.length} keys`);
    const others = bound.filter(({ command }) => !command?.startsWith('reqtrace.'));
    const clashes = contributes.keybindings.flatMap(({ key }) =>
      others.filter((other) => other.key === key || other.key?.startsWith(`${key} `)),
    );
    assert.deepEqual(clashes, []);
  });

  // @verifies RT-7.2/AC12~561e31
  it('make a document with a requirement to be filled in, which counts before it is saved', async () => {
    const api = await indexed();
    let isDone = false;
    const done = Promise.resolve(vscode.commands.executeCommand('reqtrace.newDocument')).then(() => (isDone = true));
    // The path that is proposed is taken.
    await eventually(async () => {
      if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone;
    }, true);
    await done;
    const { document } = vscode.window.activeTextEditor ?? assert.fail('no editor');
    assert.match(document.getText(), /^# Orders\n\n## REQ-4: Orders are kept\n\n\*\*Acceptance Criteria\*\*:\n\n- An order survives/);
    assert.match(document.uri.path, /\/docs\/requirements\.md$/);
    assert.equal(document.isDirty, true);
    await eventually(() => api.statusBar, '$(checklist) 1/6 criteria met');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(document.uri);
    await eventually(() => api.statusBar, '$(checklist) 1/5 criteria met');
  });

  it('write a test for a criterion beside the other tests, unsaved', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.toString();
    await vscode.commands.executeCommand('reqtrace.scaffoldTest', { folder, key: 'docs/orders#REQ-1/AC2' });
    const { document, selection } = vscode.window.activeTextEditor ?? assert.fail('no editor');
    assert.match(document.uri.path, /orders\.test\.ts$/);
    assert.equal(document.isDirty, true);
    const text = document.getText(new vscode.Range(new vscode.Position(0, 0), selection.active));
    assert.match(text, /it\.skip\('REQ-1\/AC2 [^']+', \(\) => \{\n {2}$/u);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

describe('numbers in status bar and on the view', () => {
  // What an editor has open counts, whatever becomes of the file.
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  // @verifies RT-7.3/AC6~b4ffe2
  it('are hidden where the settings say so', async () => {
    const api = await indexed();
    await until(
      'status bar',
      () => api.statusBar,
      (text) => text !== undefined,
    );
    await withSetting('reqtrace.statusBar', false, () => eventually(() => api.statusBar, undefined));
    await withSetting('reqtrace.badge', false, () => eventually(() => api.badge, undefined));
    await eventually(() => [api.statusBar, api.badge], ['$(checklist) 1/5 criteria met', 4]);
  });
});
