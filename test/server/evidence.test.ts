import assert from 'node:assert/strict';
import type { Diagnostic, Hover } from 'vscode-languageserver/node';
import { Client, TestFolder } from '../support/server/client.ts';

const FILES = {
  'docs/launch.md': '## IP-1.1: Reserve stock\n\n**Acceptance Criteria**:\n- An order of all the stock is accepted\n',
  'src/stock.ts': '// @implements IP-1.1\nexport function reserve() {}\n',
  'test/stock.test.ts': '// @verifies IP-1.1/AC1\ntest("takes all", () => {});\n',
};
const FAILED = '1..1\nnot ok 1 takes all\n';
const PASSED = '1..1\nok 1 takes all\n';

describe('results of tests in the language server', () => {
  let client: Client;
  let folder: TestFolder;

  beforeEach(async () => {
    client = Client.ofServerHere();
    folder = new TestFolder({ ...FILES, 'build/unit.tap': FAILED });
  });

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  it('fail a criterion, with the test and the results as related places', async () => {
    await client.start([folder]);
    await client.until('the finding', () => client.codes(folder.uriOf('docs/launch.md')).includes('failing-criterion@4'));
    const [failing] = (client.diagnostics.get(folder.uriOf('docs/launch.md')) ?? []).filter(
      ({ code }: Diagnostic) => code === 'failing-criterion',
    );
    assert.deepEqual(
      failing?.relatedInformation?.map(({ location }) => location.uri),
      [folder.uriOf('test/stock.test.ts'), folder.uriOf('build/unit.tap')],
    );
    assert.equal(client.state.folders[0]?.counts.failing, 1);
    const hover = await client.ask<Hover>('textDocument/hover', folder.uriOf('src/stock.ts'), 0, 16);
    assert.match(JSON.stringify(hover.contents), /failing/u);
  });

  it('are missed where the project says where they lie, until they are there', async () => {
    const gates = 'gates: { a: { max: { unproven: 0 } } }\n';
    folder.write('reqtrace.yaml', `evidence: { results: [out/*.tap] }\n${gates}`);
    await client.start([folder]);
    assert.deepEqual(client.state.folders[0]?.doubts, [
      '"out/*.tap" of evidence.results matches no file with test results: run the tests first, or correct the glob',
    ]);
    folder.write('out/unit.tap', PASSED);
    await client.watched({ uri: folder.uriOf('out/unit.tap'), type: 1 });
    await client.until('the doubt to go', () => client.state.folders[0]?.doubts === undefined);
    folder.write('out/unit.tap', `${PASSED}Bail out!\n`);
    await client.watched({ uri: folder.uriOf('out/unit.tap'), type: 2 });
    await client.until(
      'another to come',
      () => client.state.folders[0]?.doubts?.[0]?.startsWith('out/unit.tap cannot be read whole') === true,
    );
  });

  it('count anew by themselves when the tests ran again', async () => {
    await client.start([folder]);
    folder.write('build/unit.tap', PASSED);
    await client.watched({ uri: folder.uriOf('build/unit.tap'), type: 2 });
    await client.until('the criterion to be met', () => client.state.folders[0]?.counts.met === 1);
    await client.until('the finding to go', () =>
      client.codes(folder.uriOf('docs/launch.md')).every((code) => !code.startsWith('failing')),
    );
    folder.write('build/more.xml', '<testsuites>');
    folder.write('build/junit.xml', '<testsuites>');
    await client.watched({ uri: folder.uriOf('build/more.xml'), type: 1 }, { uri: folder.uriOf('build/junit.xml'), type: 1 });
    await client.until('the broken file', () => client.codes(folder.uriOf('build/junit.xml')).includes('malformed-evidence@1'));
    assert.deepEqual(client.codes(folder.uriOf('build/more.xml')), []);
    folder.remove('build');
    await client.watched({ uri: folder.uriOf('build'), type: 3 });
    await client.until('nothing to be left of it', () => client.codes(folder.uriOf('build/junit.xml')).length === 0);
  });
});
