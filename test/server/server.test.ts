import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { CodeAction, Hover, Location, LocationLink } from 'vscode-languageserver/node';
import { PROPOSE_CONFIGURATION, TRUST_GRANTED } from '../../src/server/protocol.ts';
import { LAUNCH, servedFolder, TEST } from '../support/server/servedFolder.ts';

describe('the language server', () => {
  const served = servedFolder('as a program');

  it('says what it can do', async () => {
    const { capabilities, serverInfo } = await served.client.start([served.folder]);
    assert.equal(serverInfo?.name, 'reqtrace');
    assert.equal(capabilities.hoverProvider, true);
    assert.deepEqual(capabilities.completionProvider?.triggerCharacters, ['@', ' ', '-', '.', '/', '#']);
    assert.match(JSON.stringify(served.client.registered), /workspace\/didChangeWatchedFiles.*\*\*\/\*/u);
  });

  it('tells the state of each folder', async () => {
    await served.client.start([served.folder, served.folderOf({ 'src/a.ts': '' })]);
    assert.deepEqual(
      served.client.state.folders.map(({ name, phase, counts }) => [name, phase, counts.met, counts.partial]),
      [
        ['folder 1', 'ready', 1, 1],
        ['folder 2', 'empty', 0, 0],
      ],
    );
  });

  it('fails a folder that is gone, with a message', async () => {
    const gone = served.folderOf({});
    gone.remove();
    await served.client.start([gone]);
    const [state] = served.client.state.folders;
    assert.equal(state?.phase, 'failed');
    assert.ok(state.message);
  });

  // @verifies RT-8.1/AC2~fc0986
  it('publishes diagnostics of closed files, with pages where the client names them', async () => {
    served.folder.write('src/a.ts', '// @implements IP-9.9\n');
    await served.client.start([served.folder], { options: { trusted: true, findingPages: 'file:///pages' } });
    const uri = served.folder.uriOf('src/a.ts');
    await served.client.until('the finding', () => served.client.diagnostics.has(uri));
    assert.deepEqual(served.client.codes(uri), ['unknown-reference@1']);
    assert.equal(served.client.diagnostics.get(uri)?.[0]?.codeDescription?.href, 'file:///pages/unknown-reference.md');
    assert.equal(served.client.published.filter((one) => one === uri).length, 1, 'once');
  });

  // @verifies RT-8.1/AC8~9056ff
  it('answers hover, definition and references', async () => {
    await served.client.start([served.folder]);
    const uri = served.folder.uriOf('test/stock.test.ts');
    await served.client.open(uri, TEST, 'typescript');
    const hover = await served.client.ask<Hover>('textDocument/hover', uri, 0, 16);
    assert.match(JSON.stringify(hover.contents), /An order of all the stock is accepted/u);
    const [definition] = await served.client.ask<LocationLink[]>('textDocument/definition', uri, 0, 16);
    assert.equal(definition?.targetUri, served.folder.uriOf('docs/launch.md'));
    assert.equal(definition?.targetSelectionRange.start.line, 5);
    const references = await served.client.ask<Location[]>('textDocument/references', served.folder.uriOf('docs/launch.md'), 5, 8, {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      references.map(({ uri: at }) => at),
      [served.folder.uriOf('docs/launch.md'), uri],
    );
    assert.equal(await served.client.ask('textDocument/hover', uri, 1, 3), null);
  });

  it('gives plain places to a client that knows no others', async () => {
    await served.client.start([served.folder], { linkSupport: false });
    const [definition] = await served.client.ask<Location[]>('textDocument/definition', served.folder.uriOf('src/stock.ts'), 0, 17);
    assert.equal(definition?.uri, served.folder.uriOf('docs/launch.md'));
    assert.equal(definition?.range.start.line, 2);
  });

  it('answers null for what it does not know', async () => {
    await served.client.start([served.folder]);
    for (const uri of ['file:///elsewhere/a.ts', served.folder.uriOf('gone.ts'), 'untitled:Untitled-9', 'git:/a.ts', 'no uri']) {
      for (const method of ['textDocument/hover', 'textDocument/definition', 'textDocument/completion']) {
        assert.equal(await served.client.ask(method, uri, 3, 3), null, `${method} ${uri}`);
      }
    }
  });

  it('fixes a reference', async () => {
    await served.client.start([served.folder]);
    const uri = served.folder.uriOf('src/a.ts');
    await served.client.open(uri, '// @implements IP-1.2\n', 'typescript');
    await served.client.until('the finding', () => served.client.codes(uri).length > 0);
    const range = { start: { line: 0, character: 17 }, end: { line: 0, character: 17 } };
    const actions = await served.client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: served.client.diagnostics.get(uri) ?? [] },
    });
    const edit = actions[0]?.edit?.changes?.[uri]?.[0];
    assert.equal(edit?.newText, 'IP-1.1');
    assert.equal(actions[0]?.diagnostics?.[0]?.code, 'unknown-reference');
  });

  it('keeps folders apart, takes new ones and drops old ones', async () => {
    const second = served.folderOf({ 'docs/launch.md': LAUNCH, 'src/a.ts': '// @implements IP-7.7\n' });
    await served.client.start([served.folder]);
    await served.client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: second.uri, name: 'second' }], removed: [] },
    });
    const finding = second.uriOf('src/a.ts');
    await served.client.until('the second folder', () => served.client.state.folders[1]?.phase === 'ready');
    await served.client.until('its finding', () => served.client.codes(finding).length === 1);
    assert.deepEqual(
      served.client.state.folders.map(({ counts }) => counts.met),
      [1, 0],
    );
    const [definition] = await served.client.ask<LocationLink[]>('textDocument/definition', served.folder.uriOf('src/stock.ts'), 0, 17);
    assert.equal(definition?.targetUri, served.folder.uriOf('docs/launch.md'), 'an equal id of the other folder makes nothing ambiguous');
    await served.client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: second.uri, name: 'second' }] },
    });
    await served.client.until('its findings taken back', () => served.client.codes(finding).length === 0);
    await served.client.until('one folder', () => served.client.state.folders.length === 1);
  });

  it('keeps the last good configuration while reqtrace.yaml is broken', async () => {
    served.folder.write('reqtrace.yaml', 'labels: { Contract: CON }\n');
    served.folder.write('docs/launch.md', `${LAUNCH}\n## Contract 3: Pay\n`);
    await served.client.start([served.folder]);
    const partial = (): number =>
      (served.client.state.folders[0]?.counts.unmet ?? 0) + (served.client.state.folders[0]?.counts.partial ?? 0);
    assert.equal(partial(), 2);
    const uri = served.folder.uriOf('reqtrace.yaml');
    await served.client.open(uri, 'labels: { Contract: CON }\n', 'yaml');
    await served.client.type(uri, 0, 25, 25, '\nneeds: maybe');
    await served.client.until('the finding', () => served.client.codes(uri).length > 0);
    assert.deepEqual(served.client.codes(uri), ['config-error@2']);
    assert.equal(partial(), 2, 'the last good configuration stays');
    await served.client.type(uri, 1, 0, 12, '');
    await served.client.until('no finding', () => served.client.codes(uri).length === 0);
  });

  it('runs nothing in a folder that is not trusted until it is', async () => {
    await served.client.start([served.folder], { options: { trusted: false } });
    assert.equal(served.client.state.folders[0]?.counts.met, 1);
    await served.client.connection.sendNotification(TRUST_GRANTED);
    await served.client.until(
      'the folder read again',
      () => served.client.logged.filter((line) => line.includes('indexed in')).length === 2,
    );
    assert.equal(served.client.state.folders[0]?.counts.met, 1);
  });

  it('proposes a configuration and writes none', async () => {
    await served.client.start([served.folder]);
    const text = await served.client.connection.sendRequest<string>(PROPOSE_CONFIGURATION, { folder: served.folder.uri });
    assert.match(text, /docs\/launch\.md: 1 requirement, 2 criteria/u);
    assert.deepEqual(readdirSync(served.folder.path).sort(), ['docs', 'src', 'test']);
    await assert.rejects(
      served.client.connection.sendRequest(PROPOSE_CONFIGURATION, { folder: 'file:///elsewhere' }),
      /is not a folder of the workspace/u,
    );
  });

  it('lets the inner of two folders speak for its files', async () => {
    served.folder.write('inner/src/a.ts', '// @implements IP-1.1\n');
    const inner = { uri: served.folder.uriOf('inner') };
    await served.client.start([served.folder, inner]);
    const uri = served.folder.uriOf('inner/src/a.ts');
    assert.equal(await served.client.ask('textDocument/hover', uri, 0, 17), null, 'the inner folder has no requirement');
    assert.deepEqual(served.client.codes(uri), []);
    await served.client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: inner.uri, name: 'folder 2' }] },
    });
    const hover = await served.client.ask<Hover>('textDocument/hover', uri, 0, 17);
    assert.match(JSON.stringify(hover.contents), /Reserve stock/u);
  });
});
