import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Hover } from 'vscode-languageserver/node';
import { bundle } from '../support/server/bundle.ts';
import { Client, TestFolder } from '../support/server/client.ts';

const GIT = join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git');
const EVENTS = 10_000;
const DOCUMENT = '## REQ-1: Pay\n\n## REQ-2: Send\n';

describe('the language server under a storm', () => {
  let server: string;
  let client: Client;
  let folder: TestFolder;
  let programs: TestFolder;

  before(async function () {
    // The git that counts is a script.
    if (process.platform === 'win32') this.skip();
    server = await bundle('src/server/main.ts');
  });

  beforeEach(() => {
    folder = new TestFolder({ 'docs/a.md': DOCUMENT, 'src/a.ts': '// @implements REQ-1\n' });
    programs = new TestFolder({ git: `#!/bin/sh\necho "$@" >> '${folder.path}.log'\nexec '${GIT}' "$@"\n` });
    chmodSync(join(programs.path, 'git'), 0o755);
    execFileSync(GIT, ['init', '-q'], { cwd: folder.path });
    client = Client.ofProcess([server, '--stdio'], { PATH: `${programs.path}${delimiter}${process.env['PATH']}` });
  });

  /** How often git was asked for the files. */
  function listings(): number {
    return readFileSync(`${folder.path}.log`, 'utf8')
      .split('\n')
      .filter((line) => line.includes('ls-files')).length;
  }

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    rmSync(`${folder.path}.log`, { force: true });
    programs.remove();
    folder.remove();
  });

  // @verifies RT-8.1/AC9~1dccde
  it('of 10,000 changes on disk answers questions, reads the folder once, and is right', async () => {
    await client.start([folder]);
    const before = listings();
    assert.ok(before > 0);
    const published = client.published.length;
    folder.write('src/b.ts', '// @implements REQ-2\n');
    const events = Array.from({ length: EVENTS }, (_, at) => ({
      uri: folder.uriOf(at % 2 ? `src/f${at}.ts` : `node_modules/x/f${at}.js`),
      type: (1 + (at % 3)) as 1 | 2 | 3,
    }));
    for (let at = 0; at < EVENTS; at += 500) await client.watched(...events.slice(at, at + 500));
    const hover = await client.ask<Hover>('textDocument/hover', folder.uriOf('src/a.ts'), 0, 16);
    assert.match(JSON.stringify(hover.contents), /REQ-1 Pay/u);
    await client.until('the new file', () => client.state.folders[0]?.counts.partial === 2);
    assert.ok(client.published.length - published < 20, 'what did not change is not sent again');
    // Two for each reading, what is there and what is new; a machine with much else to do gets round to reading between the events.
    assert.ok(listings() - before <= EVENTS / 500, `${listings() - before} listings`);
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
    const texts = [
      '- '.repeat(50_000),
      '> '.repeat(50_000),
      'x'.repeat(5_000_000),
      `---\n${'a: b\n'.repeat(10_000)}`,
      '['.repeat(50_000),
      `# REQ-3: A\n\n**Acceptance Criteria**:\n${'- [ ] one\n'.repeat(3000)}`,
    ];
    for (const [at, text] of texts.entries()) await client.open(folder.uriOf(`docs/h${at}.md`), text, 'markdown');
    await client.open(folder.uriOf('reqtrace.yaml'), 'ids: ["(a+)+"]\nexclude: ["{1..99999999}"]\n', 'yaml');
    await client.until('the findings of the configuration', () => client.codes(folder.uriOf('reqtrace.yaml')).length === 2);
    const hover = await client.ask<Hover>('textDocument/hover', folder.uriOf('src/a.ts'), 0, 16);
    assert.match(JSON.stringify(hover.contents), /REQ-1 Pay/u);
    await client.until('all criteria', () => (client.state.folders[0]?.counts.unmet ?? 0) > 3000);
  });

  it('of questions about places that are not there answers each', async () => {
    await client.start([folder]);
    const uri = folder.uriOf('src/a.ts');
    await client.open(uri, '// @implements REQ-1\n', 'typescript');
    const places = [
      [0, 0],
      [0, 4_000_000],
      [4_000_000, 0],
      [2 ** 31 - 1, 2 ** 31 - 1],
      [1, 0],
    ] as const;
    for (const method of ['hover', 'definition', 'references', 'completion', 'documentHighlight', 'prepareRename']) {
      for (const [line, character] of places) {
        const answer = client.ask(`textDocument/${method}`, uri, line, character, { context: { includeDeclaration: true } });
        await answer.catch((error: unknown) => assert.doesNotMatch(String(error), /TypeError|RangeError|undefined/u));
      }
    }
    assert.deepEqual(
      client.logged.filter((line) => /TypeError|RangeError|unexpected/iu.test(line)),
      [],
    );
  });
});
