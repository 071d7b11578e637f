import assert from 'node:assert/strict';
import type { CodeAction, Hover, Location, LocationLink, WorkspaceEdit } from 'vscode-languageserver/node';
import { BASE, BASE_FILE } from '../../src/server/baseProtocol.ts';
import type { ToldBase } from '../../src/server/baseProtocol.ts';
import type { BaseAddress, FolderReview, MatrixPage } from '../../src/server/reviewProtocol.ts';
import { MATRIX, REVIEW } from '../../src/server/reviewProtocol.ts';
import { answerFiles } from '../support/server/answerFiles.ts';
import { LAUNCH, servedFolder, STOCK, TEST } from '../support/server/servedFolder.ts';

const WRONG = '// @implements IP-1.2\nexport function other() {}\n';
const FILES: Readonly<Record<string, string>> = {
  'docs/a (1).md': LAUNCH,
  'src/a b.ts': STOCK,
  'src/wrong.ts': WRONG,
  'test/stock.test.ts': TEST,
};

describe('folders at URIs of any scheme', () => {
  const served = servedFolder();
  // @verifies RT-8.2/AC1
  for (const root of [
    'memfs:/shop',
    'memfs://host/shop',
    'vscode-vfs://github/owner/shop',
    'vscode-vfs://github%2B7b2276223a317d/owner/shop',
    'vscode-remote://wsl%2Bdebian/home/me/a%20b/shop',
    'vscode-remote://ssh-remote%2Bhost/c%3A/shop',
    'ssh+2.x-y://host:22/shop',
    'MEMFS://Host/shop',
  ]) {
    it(root, async () => {
      const { client } = served;
      answerFiles(client, root, FILES);
      const document = `${root}/docs/a%20%281%29.md`;
      const code = `${root}/src/a%20b.ts`;
      const wrong = `${root}/src/wrong.ts`;
      const told: ToldBase = {
        name: 'main',
        commit: 'c1',
        present: 'c2',
        files: [{ head: 'src/wrong.ts' }, { base: 'docs/a (1).md', head: 'docs/a (1).md' }],
      };
      client.connection.onRequest(BASE, () => told);
      client.connection.onRequest(BASE_FILE, ({ folder, path }: BaseAddress) =>
        folder === root ? (FILES[path] ?? '').replace(/\n- [^\n]*\n$/u, '\n') : null,
      );
      await client.start([{ uri: root }], { options: { files: true, views: true } });
      assert.equal(client.state.folders[0]?.phase, 'ready');
      await client.open(code, STOCK, 'typescript');
      await client.open(wrong, WRONG, 'typescript');
      const hover = await client.ask<Hover>('textDocument/hover', code, 0, 16);
      assert.ok(JSON.stringify(hover.contents).includes(`](${document}#L3)`), JSON.stringify(hover.contents));
      const [link] = await client.ask<LocationLink[]>('textDocument/definition', code, 0, 16);
      assert.equal(link?.targetUri, document);
      const references = await client.ask<Location[]>('textDocument/references', code, 0, 16, { context: { includeDeclaration: true } });
      assert.deepEqual([...new Set(references.map(({ uri }) => uri))].sort(), [document, code].sort());
      await client.open('untitled:Untitled-1', STOCK, 'typescript');
      const unsaved = await client.ask<Hover>('textDocument/hover', 'untitled:Untitled-1', 0, 16);
      assert.ok(JSON.stringify(unsaved.contents).includes(`](${document}#L3)`), JSON.stringify(unsaved.contents));
      const edit = await client.ask<WorkspaceEdit>('textDocument/rename', code, 0, 16, { newName: 'IP-1.9' });
      assert.deepEqual(Object.keys(edit.changes ?? {}).sort(), [document, code, `${root}/test/stock.test.ts`].sort());
      const range = { start: { line: 0, character: 16 }, end: { line: 0, character: 16 } };
      const found = client.diagnostics.get(wrong) ?? [];
      assert.equal(found[0]?.code, 'unknown-reference');
      const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: wrong },
        range,
        context: { diagnostics: found },
      });
      const mended = actions.find(({ edit: change }) => change)?.edit;
      assert.deepEqual(Object.keys(mended?.changes ?? {}), [wrong]);
      const page = await client.connection.sendRequest<MatrixPage>(MATRIX, { folder: root, nonce: 'n' });
      assert.match(page.html, /Reserve stock/u);
      const [review] = await client.connection.sendRequest<FolderReview[]>(REVIEW, { base: { kind: 'default' } });
      assert.ok(review?.state === 'compared', JSON.stringify(review));
      const target = review.groups[0]?.entries[0]?.target;
      assert.equal(target?.head, document);
      assert.ok(target.base?.includes(encodeURIComponent(JSON.stringify(root))), target.base);
    });
  }
});
