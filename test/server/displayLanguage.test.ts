import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeLens, Hover } from 'vscode-languageserver/node';
import type { TreeNode } from '../../src/server/protocol.ts';
import { TREE_CHILDREN } from '../../src/server/protocol.ts';
import { bundle } from './bundle.ts';
import { Client, TestFolder } from './client.ts';

const FILES = {
  'docs/launch.md': '# Launch\n\n## IP-1.1: Reserve stock\n\n**Acceptance Criteria**:\n- An order of all the stock is accepted\n',
  'src/stock.ts': '// @implements IP-1.1\nexport function reserve() {}\n',
};

function texts(language: string): Record<string, string> {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../l10n', `bundle.l10n.${language}.json`), 'utf8')) as Record<string, string>;
}

/** What the server says in a language: a row of the tree, the lens above the requirement, the last line of its hover. */
async function spoken(client: Client, folder: TestFolder): Promise<readonly string[]> {
  const rows = await client.connection.sendRequest<TreeNode[]>(TREE_CHILDREN, { options: { groupBy: 'document', unmetOnly: false } });
  const uri = folder.uriOf('docs/launch.md');
  const [lens] = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  const { command } = await client.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri: folder.uriOf('src/stock.ts') }, position: { line: 0, character: 16 } });
  const [heading = ''] = (hover.contents as { value: string }).value.split('\n');
  return [rows[0]?.description ?? '', command?.title ?? '', heading];
}

describe('the language server, to a client with a display language', () => {
  const cases: readonly [language: string, expected: readonly string[]][] = [
    ['de', ['0/1 erfüllt', '1 Implementierung · 0 Tests · 0/1 erfüllt', '**IP-1.1 Reserve stock**: ◐ teilweise erfüllt, 0 von 1 Kriterien erfüllt']],
    ['zh-cn', ['已满足 0/1', '1 个实现 · 0 个测试 · 已满足 0/1', '**IP-1.1 Reserve stock**: ◐ 部分满足，已满足 0 条标准，共 1 条']],
    ['en', ['0/1 met', '1 implementation · 0 tests · 0/1 met', '**IP-1.1 Reserve stock**: ◐ partial, 0 of 1 criteria met']],
  ];
  let server: string;

  before(async () => {
    server = await bundle('src/server/main.ts');
  });

  for (const [language, expected] of cases) {
    it(`speaks ${language}`, async () => {
      const folder = new TestFolder(FILES);
      const client = new Client([server, '--stdio']);
      try {
        await client.start([folder], { options: language === 'en' ? {} : { l10n: texts(language) } });
        assert.deepEqual(await spoken(client, folder), expected);
      } finally {
        assert.equal(await client.stop(), 0);
        folder.remove();
      }
    });
  }
});
