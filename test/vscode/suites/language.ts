import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnostics, eventually, find, hoverText, indexed, open, problems, uri } from './support.ts';

const place = (location: vscode.Location | vscode.LocationLink): string => {
  const { path, line } =
    'targetUri' in location
      ? { path: location.targetUri.path, line: (location.targetSelectionRange ?? location.targetRange).start.line }
      : { path: location.uri.path, line: location.range.start.line };
  return `${path.slice(uri('').path.replace(/\/$/, '').length + 1)}:${line + 1}`;
};

async function places(command: string, file: string, text: string, offset = 2): Promise<string[]> {
  const { document } = await open(file);
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    command,
    document.uri,
    find(document, text, offset),
  );
  return found.map(place).sort();
}

describe('editor features', () => {
  before(indexed);

  it('show findings of files that no editor has open', async () => {
    assert.deepEqual(
      vscode.workspace.textDocuments.filter((document) => document.uri.path.endsWith('archive.md')),
      [],
    );
    await eventually(() => diagnostics('docs/old/archive.md').map(codeOf), ['unmet-criterion']);
    const [unmet] = diagnostics('docs/old/archive.md');
    assert.equal(unmet?.range.start.line, 6);
    assert.equal(unmet.severity, vscode.DiagnosticSeverity.Warning);
  });

  it('link a finding to its page and to the other end', async () => {
    await eventually(() => diagnostics('src/orders.ts').map(codeOf), ['unknown-reference']);
    const code = diagnostics('src/orders.ts')[0]?.code;
    assert.ok(typeof code === 'object');
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(code.target));
    assert.match(page, /^# .*unknown-reference/m);

    const related = diagnostics('docs/orders.md').flatMap((each) => each.relatedInformation ?? []);
    assert.deepEqual(
      related.map((each) => place(each.location)),
      ['src/orders.ts:3', 'src/orders.ts:3', 'legacy/import.ts:1'],
    );
  });

  // @verifies RT-7.2/AC1~e91844
  it('show a requirement under the mouse, with links that jump and no command but those that run its tests', async () => {
    const { document } = await open('src/orders.ts');
    const text = await hoverText(document, find(document, 'REQ-1', 2));
    assert.match(text, /REQ\\?-1 Orders are kept/);
    assert.match(text, /partial, 1 of 3 criteria met/);
    assert.match(text, /An order survives a restart/);
    assert.match(text, /\(file:[^)]*orders\.test\.ts#L3|\(file:[^)]*orders\.ts#L3/);
    assert.deepEqual(
      Array.from(text.matchAll(/command:[\w.]+/gu), ([command]) => command),
      ['command:reqtrace.runTests', 'command:reqtrace.debugTests'],
    );
  });

  it('say nothing where no reference is', async () => {
    const { document } = await open('src/orders.ts');
    assert.doesNotMatch(await hoverText(document, find(document, 'unshift')), /REQ/);
  });

  // @verifies RT-7.2/AC2~55e5ba
  it('go from a reference to the very criterion, and from there to what meets it', async () => {
    assert.deepEqual(await places('vscode.executeDefinitionProvider', 'src/orders.test.ts', 'REQ-1/AC1'), ['docs/orders.md:9']);
    assert.deepEqual(await places('vscode.executeDefinitionProvider', 'docs/orders.md', 'An order is written'), [
      'src/orders.test.ts:3',
      'src/orders.ts:3',
    ]);
  });

  it('find the references of a requirement, apart from those of its criteria', async () => {
    const ofRequirement = await places('vscode.executeReferenceProvider', 'src/orders.ts', 'REQ-1');
    assert.deepEqual(ofRequirement, ['docs/orders.md:3', 'src/orders.ts:3']);
    const ofCriterion = await places('vscode.executeReferenceProvider', 'src/orders.test.ts', 'REQ-1/AC1');
    assert.deepEqual(ofCriterion, ['docs/orders.md:9', 'src/orders.test.ts:3']);
  });

  // @verifies RT-7.2/AC3~ade296
  it('complete references in an annotation, unmet first, and nothing in code', async () => {
    const { document } = await open('src/orders.test.ts');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(2, 0), '// @verifies \n// @verifies REQ-1/\n');
    await vscode.workspace.applyEdit(edit);
    const complete = async (at: vscode.Position): Promise<string[]> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
      return list.items
        .sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''))
        .map((item) => (typeof item.label === 'string' ? item.label : item.label.label))
        .filter((label) => /^REQ-\d/.test(label));
    };
    try {
      assert.deepEqual(await complete(new vscode.Position(2, '// @verifies '.length)), ['REQ-3', 'REQ-1', 'REQ-2']);
      assert.deepEqual(await complete(new vscode.Position(3, '// @verifies REQ-1/'.length)), ['REQ-1/AC2', 'REQ-1/AC3', 'REQ-1/AC1']);
      assert.deepEqual(await complete(find(document, "keep('first')", 2)), []);
    } finally {
      await vscode.commands.executeCommand('undo');
    }
  });

  // @verifies RT-7.2/AC6~162c41
  it('mend an unknown reference by a quick fix', async () => {
    const { document } = await open('src/orders.ts');
    await eventually(() => diagnostics('src/orders.ts').map(codeOf), ['unknown-reference']);
    const range = new vscode.Range(find(document, 'REQ-22'), find(document, 'REQ-22', 6));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      'quickfix',
    );
    const fix = actions.find((action) => action.title.includes('REQ-2') && action.edit);
    assert.ok(fix?.edit, actions.map((action) => action.title).join());
    assert.equal(fix.isPreferred, true);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.lineAt(7).text, '// @implements REQ-2');
    await eventually(() => problems('src/orders.ts'), []);
    await vscode.commands.executeCommand('undo');
    await eventually(() => diagnostics('src/orders.ts').map(codeOf), ['unknown-reference']);
  });
});
