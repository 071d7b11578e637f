import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, Hover } from 'vscode-languageserver/node';
import { REFRESH } from '../../src/server/protocol.ts';
import { servedFolder, STOCK, TEST } from '../support/server/servedFolder.ts';

describe('the language server and texts that change', () => {
  const served = servedFolder();

  it('completes in unsaved text and documents what is chosen', async () => {
    await served.client.start([served.folder]);
    const uri = served.folder.uriOf('src/new.py');
    await served.client.open(uri, '# @implements \n', 'python');
    const list = await served.client.ask<CompletionList>('textDocument/completion', uri, 0, 14);
    assert.deepEqual(
      list.items.map(({ label }) => label),
      ['IP-1.1'],
    );
    const resolved = await served.client.connection.sendRequest<CompletionItem>('completionItem/resolve', list.items[0]);
    assert.match(JSON.stringify(resolved.documentation), /Reserve stock/u);
    assert.equal(await served.client.ask('textDocument/completion', uri, 0, 1), null);
  });

  it('serves text that was never saved, without findings', async () => {
    await served.client.start([served.folder]);
    await served.client.open('untitled:Untitled-1', '# @implements IP-1.1\n# @implements \n', 'python');
    const hover = await served.client.ask<Hover>('textDocument/hover', 'untitled:Untitled-1', 0, 16);
    assert.match(JSON.stringify(hover.contents), /Reserve stock/u);
    const list = await served.client.ask<CompletionList>('textDocument/completion', 'untitled:Untitled-1', 1, 14);
    assert.deepEqual(
      list.items.map(({ label }) => label),
      ['IP-1.1'],
    );
    assert.equal(served.client.diagnostics.has('untitled:Untitled-1'), false);
  });

  it('counts unsaved text at once, and the disk again when the editor is closed', async () => {
    await served.client.start([served.folder]);
    const met = (): number | undefined => served.client.state.folders[0]?.counts.met;
    const uri = served.folder.uriOf('test/stock.test.ts');
    await served.client.open(uri, TEST, 'typescript');
    await served.client.type(uri, 0, 23, 23, ', AC2');
    await served.client.until('both met', () => met() === 2);
    await served.client.type(uri, 0, 23, 28, '');
    await served.client.until('one met', () => met() === 1);
    await served.client.type(uri, 0, 0, 23, '//');
    await served.client.until('none met', () => met() === 0);
    await served.client.close(uri);
    await served.client.until('what is on disk', () => met() === 1);
  });

  it('answers from the text as it is typed, without waiting for a pause', async () => {
    await served.client.start([served.folder]);
    const uri = served.folder.uriOf('src/stock.ts');
    await served.client.open(uri, STOCK, 'typescript');
    void served.client.type(uri, 0, 0, 0, '// one line above\n');
    const hover = await served.client.ask<Hover>('textDocument/hover', uri, 1, 17);
    assert.match(JSON.stringify(hover.contents), /Reserve stock/u);
  });

  // @verifies RT-8.1/AC6~915b38
  it('says which version of a text its findings are of, and never says it of another', async () => {
    await served.client.start([served.folder]);
    const uri = served.folder.uriOf('src/a.ts');
    const versions = (): (number | undefined)[] => served.client.publications.flatMap((one) => (one.uri === uri ? [one.version] : []));
    await served.client.open(uri, '// @implements IP-9.1\n', 'typescript');
    await served.client.until('the finding of the first text', () => versions().includes(1));
    for (let version = 2; version <= 8; version += 1) {
      void served.client.type(uri, 0, 20, 21, String(version));
      // Findings of other files are published while this one waits to be read; and a question does not wait.
      served.folder.write('src/b.ts', `// @implements IP-8.${version}\n`);
      void served.client.watched({ uri: served.folder.uriOf('src/b.ts'), type: 2 });
      if (version % 3 === 0) await served.client.ask<Hover>('textDocument/hover', uri, 0, 16);
    }
    await served.client.until('the finding of the last text', () => versions().includes(8));
    for (const { version, diagnostics } of served.client.publications.filter((one) => one.uri === uri && one.version !== undefined))
      for (const { message } of diagnostics) assert.match(JSON.stringify(message), new RegExp(`IP-9\\.${version}\\b`, 'u'));
    const other = served.client.publications.filter((one) => one.uri === served.folder.uriOf('src/b.ts'));
    assert.ok(other.every(({ version }) => version === undefined));
  });

  it('takes back findings of what is mended', async () => {
    await served.client.start([served.folder]);
    const uri = served.folder.uriOf('src/a.ts');
    await served.client.open(uri, '// @implements IP-9.9\n', 'typescript');
    await served.client.until('the finding', () => served.client.codes(uri).length === 1);
    await served.client.type(uri, 0, 15, 21, 'IP-1.1');
    await served.client.until('no finding', () => served.client.codes(uri).length === 0);
  });

  it('takes up files that other programs write and delete', async () => {
    await served.client.start([served.folder]);
    const met = (): number | undefined => served.client.state.folders[0]?.counts.met;
    served.folder.write('test/more.test.ts', '// @verifies IP-1.1/AC2\ntest("rejects more", () => {});\n');
    await served.client.watched({ uri: served.folder.uriOf('test/more.test.ts'), type: 1 });
    await served.client.until('both met', () => met() === 2);
    served.folder.remove('test');
    await served.client.watched({ uri: served.folder.uriOf('test'), type: 3 });
    await served.client.until('none met', () => met() === 0);
    served.folder.remove('docs');
    await served.client.watched({ uri: served.folder.uriOf('docs'), type: 3 });
    await served.client.until('no requirements', () => served.client.state.folders[0]?.phase === 'empty');
    await served.client.until('dangling references', () => served.client.codes(served.folder.uriOf('docs/launch.md')).length === 0);
  });

  // @verifies RT-7.6/AC5~bb808f
  it('reads everything again after very many changes, and when asked', async () => {
    await served.client.start([served.folder]);
    const met = (): number | undefined => served.client.state.folders[0]?.counts.met;
    served.folder.write('test/more.test.ts', '// @verifies IP-1.1/AC2\ntest("rejects more", () => {});\n');
    await served.client.watched(
      ...Array.from({ length: 201 }, (_, index) => ({ uri: served.folder.uriOf(`src/${index}.ts`), type: 2 as const })),
    );
    await served.client.until('both met', () => met() === 2);
    served.folder.remove('test/more.test.ts');
    await served.client.connection.sendRequest(REFRESH);
    assert.equal(met(), 1);
  });

  it('names an open file as the client does', async () => {
    served.folder.write('src/a (1).ts', '// @implements IP-9.9\n');
    await served.client.start([served.folder]);
    const written = `${served.folder.uri}/src/a (1).ts`;
    const usual = served.folder.uriOf('src/a%20').replace('a%2520', 'a%20%281%29.ts');
    await served.client.until('the finding', () => served.client.codes(usual).length === 1);
    await served.client.open(written, '// @implements IP-9.9\n', 'typescript');
    await served.client.until('the finding under the name of the client', () => served.client.codes(written).length === 1);
    assert.deepEqual(served.client.codes(usual), [], 'and under no other');
  });
});
