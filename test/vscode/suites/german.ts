import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostics, eventually, find, indexed, open, problems } from './support.ts';

/** Titles of the actions at a place, in their order. */
async function titlesAt(file: string, text: string): Promise<string[]> {
  const { document } = await open(file);
  const at = find(document, text, 2);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
  );
  return actions.map(({ title }) => title);
}

describe('in German', () => {
  before(indexed);
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are problems and the places that explain them', async () => {
    await eventually(
      () => problems('docs/orders.md'),
      [
        '10 unmet-criterion: REQ-1/AC2 ist teilweise erfüllt: kein Test',
        '11 unmet-criterion: REQ-1/AC3 ist teilweise erfüllt: kein Test',
        '17 unmet-criterion: REQ-2/AC1 ist teilweise erfüllt: kein Test',
      ],
    );
    assert.deepEqual(
      new Set(diagnostics('docs/orders.md').flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ message }) => message))),
      new Set(['Hier implementiert']),
    );
    await eventually(() => problems('src/orders.ts'), ['8 unknown-reference: REQ-22 ist in keinem Dokument definiert. Meinten Sie REQ-2?']);
  });

  it('are fixes and actions', async () => {
    assert.deepEqual(
      (await titlesAt('src/orders.ts', 'REQ-22')).filter((title) => title.includes('REQ-2')),
      ['In REQ-2 ändern'],
    );
    const wanted = [
      'Test für REQ-1/AC2 schreiben',
      'Ausnahme für REQ-1/AC2 genehmigen …',
      'IDs aller Kriterien von REQ-1 schreiben',
      'Code oder Test mit REQ-1/AC2 annotieren …',
    ];
    await eventually(async () => {
      const offered = await titlesAt('docs/orders.md', 'An order that cannot');
      return wanted.filter((title) => offered.includes(title));
    }, wanted);
  });

  it('is what refuses a rename', async () => {
    const { document } = await open('src/orders.test.ts');
    const refused = vscode.commands.executeCommand('vscode.prepareRename', document.uri, find(document, 'AC1'));
    await assert.rejects(
      async () => refused.then(undefined, (reason: vscode.MarkdownString) => Promise.reject(new Error(reason.value.replaceAll('\\', '')))),
      /REQ-1\/AC1 wird nach der Position gezählt; geben Sie den Kriterien von REQ-1 zuerst ausdrückliche IDs/u,
    );
  });
});
