import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { codeOf, diagnostics, eventually, find, indexed, open, uri, writeBody } from './support.ts';

/** Puts files into the workspace for the time of some tests. By VS Code, which else keeps texts of deleted files for minutes. */
function withFiles(files: Readonly<Record<string, string>>): void {
  before(async () => {
    const api = await indexed();
    await eventually(() => api.statusBar, '$(checklist) 1/5 criteria met');
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(uri(file).fsPath), { recursive: true });
      writeFileSync(uri(file).fsPath, text);
    }
  });

  after(async () => {
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const edit = new vscode.WorkspaceEdit();
    for (const file of Object.keys(files)) edit.deleteFile(uri(file));
    assert.ok(await vscode.workspace.applyEdit(edit));
    const api = await indexed();
    await eventually(() => api.statusBar, '$(checklist) 1/5 criteria met');
  });
}

describe('completion', () => {
  const cases: [what: string, file: string, text: string, labels: string[]][] = [
    ['in the title of a test', 'src/typed.test.ts', "it('|', () => {});\n", ['REQ-3', 'REQ-1', 'REQ-2']],
    [
      'in the title of a test, behind the slash',
      'src/typed.test.ts',
      "it('REQ-1/|', () => {});\n",
      ['REQ-1/AC2', 'REQ-1/AC3', 'REQ-1/AC1'],
    ],
    ['in an attribute of a document', 'docs/typed.md', '## SYS-1: System\n\n**Covers**: REQ|\n', ['REQ-3', 'REQ-1', 'REQ-2']],
    ['of the kinds of link in a document', 'docs/typed.md', '## SYS-1: System\n\n**Needs**: |\n', ['implements', 'verifies', 'none']],
    ['of keywords behind an @', 'src/typed.ts', '// @|\n', ['@implements', '@verifies', '@req', '@waives']],
    ['of nothing in code', 'src/typed.ts', "const a = '@|';\n", []],
  ];
  withFiles({ 'src/typed.test.ts': '\n', 'docs/typed.md': '\n', 'src/typed.ts': '\n' });

  for (const [what, file, text, expected] of cases) {
    // @verifies RT-7.2/AC3~ade296
    it(`${what}: ${JSON.stringify(text)}`, async () => {
      const editor = await open(file);
      const { document } = editor;
      const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
      await editor.edit((edit) => edit.replace(all, text));
      const cursor = find(document, '|');
      await editor.edit((edit) => edit.delete(new vscode.Range(cursor, cursor.translate(0, 1))));
      const labels = async (): Promise<string[]> => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          cursor,
        );
        return list.items
          .filter(({ kind }) => kind !== vscode.CompletionItemKind.Text && kind !== vscode.CompletionItemKind.Snippet)
          .sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''))
          .map(({ label }) => (typeof label === 'string' ? label : label.label));
      };
      await eventually(labels, expected);
    });
  }
});

// @verifies RT-7.2/AC6~162c41
describe('fixes', () => {
  const cases: [what: string, file: string, at: string, code: string, title: RegExp, line: string][] = [
    ['qualify an ambiguous id', 'src/fixed.ts', 'SYS-1', 'ambiguous-reference', /other#SYS-1/u, '// @implements other#SYS-1'],
    ['tick what is met', 'docs/boxes.md', '[ ] AC1', 'met-not-claimed', /^Check Off/u, '- [x] AC1: This is met.'],
    ['untick what is not', 'docs/boxes.md', '[x] AC2', 'claimed-not-met', /^Uncheck/u, '- [ ] AC2: This is not.'],
  ];
  withFiles({
    'docs/one.md': '## SYS-1: One\n',
    'docs/other.md': '## SYS-1: Other\n',
    'src/fixed.ts': '// @implements SYS-1\n',
    'docs/boxes.md': '## BOX-1: Boxes\n\n**Acceptance Criteria**:\n\n- [ ] AC1: This is met.\n- [x] AC2: This is not.\n',
    'src/boxes.ts': '// @implements BOX-1/AC1\n',
    'src/boxes.test.ts': '// @verifies BOX-1/AC1\n',
  });

  for (const [what, file, at, code, title, line] of cases) {
    it(what, async () => {
      await eventually(() => diagnostics(file).map(codeOf).includes(code), true);
      const { document } = await open(file);
      const cursor = find(document, at, 1);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(cursor, cursor),
        'quickfix',
      );
      const fix = actions.find((each) => each.edit && title.test(each.title));
      assert.ok(fix?.edit, actions.map((each) => each.title).join());
      await vscode.workspace.applyEdit(fix.edit);
      assert.equal(document.lineAt(cursor.line).text, line);
      await eventually(() => diagnostics(file).map(codeOf).includes(code), false);
    });
  }
});

describe('a label with a number', () => {
  withFiles({ 'docs/points.md': '### Integration Point 7.1: Stock\n', 'src/points.ts': '// @implements IP-7.1\n' });

  it('keeps its words when its id is renamed', async () => {
    await eventually(() => diagnostics('docs/points.md').map(({ message }) => message.includes('nothing implements')), [false]);
    const { document } = await open('src/points.ts');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      find(document, 'IP-7.1', 1),
      'IP-7.2',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), '// @implements IP-7.2\n');
    const points = await vscode.workspace.openTextDocument(uri('docs/points.md'));
    assert.equal(points.getText(), '### Integration Point 7.2: Stock\n');
  });
});

describe('a test that is written for a criterion', () => {
  const frameworks: [framework: string, file: string, text: string, written: RegExp][] = [
    [
      'jest',
      'src/jest.test.js',
      "jest.mock('a');\n// @verifies TST-1/AC1\ntest('a', () => {});\n",
      /^test\.skip\('TST-1\/AC2 It counts\.?', \(\) => \{/mu,
    ],
    [
      'vitest',
      'src/vitest.test.ts',
      'import { it } from "vitest";\n// @verifies TST-2/AC1\nit("a", () => {});\n',
      /^it\.skip\("TST-2\/AC2 It counts\.?", \(\) => \{/mu,
    ],
    [
      'pytest',
      'src/test_py.py',
      '# @verifies TST-3/AC1\ndef test_a():\n    pass\n',
      /^# @verifies TST-3\/AC2\n@pytest\.mark\.skip\(.*\)\ndef test_it_counts\(\):/mu,
    ],
    [
      'JUnit',
      'src/AlphaTest.java',
      'class AlphaTest {\n    // @verifies TST-4/AC1\n    @Test\n    void a() {}\n}\n',
      /^ {4}\/\/ @verifies TST-4\/AC2\n {4}@Test\n {4}@org\.junit\.jupiter\.api\.Disabled\(.*\)\n {4}void itCounts\(\) \{/mu,
    ],
    [
      'Go',
      'src/a_test.go',
      'package a\n\n// @verifies TST-5/AC1\nfunc TestA(t *testing.T) {}\n',
      /^\/\/ @verifies TST-5\/AC2\nfunc TestItCounts\(t \*testing\.T\) \{/mu,
    ],
    [
      'Rust',
      'tests/counts.rs',
      '#[cfg(test)]\nmod tests {\n    // @verifies TST-6/AC1\n    #[test]\n    fn a() {}\n}\n',
      /^ {4}\/\/ @verifies TST-6\/AC2\n {4}#\[test\]\n {4}#\[ignore = .*\]\n {4}fn it_counts\(\) \{/mu,
    ],
  ];
  const section = (_: unknown, index: number): string =>
    `## TST-${index + 1}: Test\n\n**Acceptance Criteria**:\n\n- It is written\n- It counts\n`;
  withFiles({
    'docs/tests.md': frameworks.map(section).join('\n'),
    ...Object.fromEntries(frameworks.map(([, file, text]) => [file, text])),
  });

  for (const [framework, file, , written] of frameworks) {
    // @verifies RT-7.2/AC7~ea5f87
    it(`is one of ${framework}, and counts before it is saved, once its body is written`, async () => {
      const id = `TST-${frameworks.findIndex(([name]) => name === framework) + 1}`;
      const isTested = (): boolean =>
        !diagnostics('docs/tests.md').some(({ message }) => message.startsWith(`${id}/AC2 `) && message.includes('no test'));
      await eventually(isTested, false);
      await vscode.commands.executeCommand('reqtrace.scaffoldTest', {
        folder: vscode.workspace.workspaceFolders?.[0]?.uri.toString(),
        key: `docs/tests#${id}/AC2`,
      });
      const editor = vscode.window.activeTextEditor ?? assert.fail('no editor');
      const { document } = editor;
      assert.equal(document.uri.path, uri(file).path);
      assert.ok(document.isDirty);
      assert.match(document.getText(), written);
      await writeBody(editor);
      await eventually(isTested, true);
      for (let step = 0; step < 3; step += 1) await vscode.commands.executeCommand('undo');
      const { document: onDisk } = editor;
      assert.equal(onDisk.getText(), frameworks.find(([name]) => name === framework)?.[2], 'what was written is one step to be undone');
    });
  }
});
