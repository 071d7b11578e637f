import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver/node';
import { bundle } from '../server/bundle.ts';
import { Client, TestFolder } from '../server/client.ts';

const EVENTS = 10_000;
const DOCUMENT = '## REQ-1: Pay\n\n## REQ-2: Send\n';

describe('the language server under a storm', () => {
  let server: string;
  let client: Client;
  let folder: TestFolder;

  before(async () => {
    server = await bundle('src/server/main.ts', 'src/workspace/scan/worker.ts');
  });

  beforeEach(() => {
    folder = new TestFolder({ 'docs/a.md': DOCUMENT, 'src/a.ts': '// @implements REQ-1\n' });
    client = new Client([server, '--stdio']);
  });

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  it('of 10,000 changes on disk answers questions, reads the folder once, and is right', async () => {
    await client.start([folder]);
    const before = client.logged.filter((line) => line.includes('indexed in')).length;
    const states = client.published.length;
    folder.write('src/b.ts', '// @implements REQ-2\n');
    const events = Array.from({ length: EVENTS }, (_, at) => ({ uri: folder.uriOf(at % 2 ? `src/f${at}.ts` : `node_modules/x/f${at}.js`), type: (1 + (at % 3)) as 1 | 2 | 3 }));
    for (let at = 0; at < EVENTS; at += 500) await client.watched(...events.slice(at, at + 500));
    const hover = await client.ask<Hover>('textDocument/hover', folder.uriOf('src/a.ts'), 0, 16);
    assert.match(JSON.stringify(hover.contents), /REQ-1 Pay/u);
    await client.until('the new file', () => client.state.folders[0]?.counts.partial === 2);
    assert.ok(client.published.length - states < 20, 'what did not change is not sent again');
    assert.ok(client.logged.filter((line) => line.includes('indexed in')).length - before <= 2);
  });

  it('of edits answers from the newest, and publishes the last', async () => {
    await client.start([folder]);
    const uri = folder.uriOf('src/a.ts');
    await client.open(uri, '// @implements REQ-1\n', 'typescript');
    const already = client.published.length;
    for (let at = 0; at < 2000; at += 1) await client.type(uri, 0, 19, 20, String(1 + (at % 9)));
    await client.type(uri, 0, 19, 20, '2');
    const hover = await client.ask<Hover>('textDocument/hover', uri, 0, 16);
    assert.match(JSON.stringify(hover.contents), /REQ-2 Send/u);
    await client.until('no finding', () => client.codes(uri).length === 0 && client.state.folders[0]?.counts.partial === 1);
    assert.ok(client.published.length - already < 400, 'not every key is published');
  });

  it('of hostile texts goes on', async () => {
    await client.start([folder]);
    const texts = ['- '.repeat(50_000), '> '.repeat(50_000), `${'x'.repeat(5_000_000)}`, `---\n${'a: b\n'.repeat(50_000)}`, '['.repeat(100_000), `# REQ-3: A\n\n**Acceptance Criteria**:\n${'- [ ] one\n'.repeat(20_000)}`];
    for (const [at, text] of texts.entries()) await client.open(folder.uriOf(`docs/h${at}.md`), text, 'markdown');
    await client.open(folder.uriOf('reqtrace.yaml'), 'ids: ["(a+)+"]\nexclude: ["{1..99999999}"]\n', 'yaml');
    await client.until('the findings of the configuration', () => client.codes(folder.uriOf('reqtrace.yaml')).length === 2);
    const hover = await client.ask<Hover>('textDocument/hover', folder.uriOf('src/a.ts'), 0, 16);
    assert.match(JSON.stringify(hover.contents), /REQ-1 Pay/u);
    await client.until('all criteria', () => (client.state.folders[0]?.counts.unmet ?? 0) > 20_000);
  });

  it('of questions about places that are not there answers each', async () => {
    await client.start([folder]);
    const uri = folder.uriOf('src/a.ts');
    await client.open(uri, '// @implements REQ-1\n', 'typescript');
    const places = [[0, 0], [0, 4_000_000], [4_000_000, 0], [2 ** 31 - 1, 2 ** 31 - 1], [1, 0]] as const;
    for (const method of ['hover', 'definition', 'references', 'completion', 'documentHighlight', 'prepareRename']) {
      for (const [line, character] of places) {
        const answer = client.ask(`textDocument/${method}`, uri, line, character, { context: { includeDeclaration: true } });
        await answer.catch((error: unknown) => assert.doesNotMatch(String(error), /TypeError|RangeError|undefined/u));
      }
    }
    assert.deepEqual(client.logged.filter((line) => /TypeError|RangeError|unexpected/iu.test(line)), []);
  });
});
