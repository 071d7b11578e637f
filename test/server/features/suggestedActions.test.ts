import assert from 'node:assert/strict';
import type { CodeAction, InlayHint, WorkspaceEdit } from 'vscode-languageserver/node';
import { CodeActionTriggerKind } from 'vscode-languageserver/node';
import { SUGGESTIONS } from '../../../src/server/suggestProtocol.ts';
import type { SuggestedPlaces } from '../../../src/server/suggestProtocol.ts';
import { Client, TestFolder } from '../../support/server/client.ts';

const FILES = {
  'docs/stock.md':
    '## REQ-1: Reservations\n\n**Acceptance Criteria**:\n\n- AC1: Reserving takes units\n- AC2: Releasing a reservation puts units back\n',
  'src/stock.ts':
    '// @implements REQ-1/AC1\nexport function reserve(): void {\n  take();\n}\n\n/** Puts units back. */\nexport function release(): void {\n  put();\n}\n',
  'test/stock.test.ts': "it('gives units back', () => {});\n",
};

describe('suggested code actions', () => {
  let client: Client;
  let folder: TestFolder;

  beforeEach(async () => {
    client = Client.ofServerHere();
    folder = new TestFolder(FILES);
    await client.start([folder], { settings: {} });
  });

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  async function asked(line: number, triggerKind?: CodeActionTriggerKind): Promise<readonly CodeAction[]> {
    const position = { line, character: 8 };
    const actions = await client.connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri: folder.uriOf('docs/stock.md') },
      range: { start: position, end: position },
      context: { diagnostics: [], ...(triggerKind && { triggerKind }) },
    });
    return (actions ?? []).filter(({ title }) => title.startsWith('Suggested'));
  }

  // @verifies RT-12.1/AC7~22448f
  it('annotate a function for a criterion that lacks code', async () => {
    const [action] = await asked(5, CodeActionTriggerKind.Invoked);
    assert.equal(action?.title, 'Suggested: annotate release() in src/stock.ts with REQ-1/AC2');
    const edit: WorkspaceEdit | undefined = action.edit;
    assert.match(JSON.stringify(edit), /@implements REQ-1\/AC2/u);
  });

  // @verifies RT-12.1/AC8~e9f118
  it('are listed for one item, tests and weak ones too, with the line that an annotation goes above', async () => {
    const { places } = await client.connection.sendRequest<SuggestedPlaces>(SUGGESTIONS, {
      folder: folder.uri,
      key: 'docs/stock#REQ-1/AC2',
    });
    assert.deepEqual(
      places.map(({ path, name, position, kind }) => [path, name, position.line, kind]),
      [
        ['src/stock.ts', 'release()', 6, 'function'],
        ['test/stock.test.ts', 'gives units back', 0, 'test'],
      ],
    );
    assert.match(places[0]?.why ?? '', /^(?:strong|likely) · .*units.* · linked to REQ-1\/AC1$/u);
    const gone = client.connection.sendRequest(SUGGESTIONS, { folder: folder.uri, key: 'docs/stock#REQ-9' });
    await assert.rejects(gone, /docs\/stock#REQ-9 does not exist any more/u);
  });

  // @verifies RT-12.1/AC10~4535ce
  it('are hints behind functions without an annotation, where they are wanted', async () => {
    const hints = async (path: string): Promise<readonly (readonly unknown[])[]> => {
      const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      const found = await client.connection.sendRequest<InlayHint[] | null>('textDocument/inlayHint', {
        textDocument: { uri: folder.uriOf(path) },
        range,
      });
      return (found ?? []).map(({ label, position }) => [label, position.line, position.character]);
    };
    assert.deepEqual(await hints('src/stock.ts'), []);
    client.settings = { inlayHints: { suggestions: 'all' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    // reserve() has its annotation.
    assert.deepEqual(await hints('src/stock.ts'), [['may meet REQ-1/AC2', 6, 'export function release(): void {'.length]]);
    assert.deepEqual(await hints('docs/stock.md'), []);
  });

  it('are not worked out where nobody asked, and not for what has its code', async () => {
    assert.deepEqual(await asked(5, CodeActionTriggerKind.Automatic), []);
    assert.deepEqual(await asked(5), []);
    const met = await asked(4, CodeActionTriggerKind.Invoked);
    assert.ok(met.every(({ title }) => !title.includes('reserve()')));
  });
});
