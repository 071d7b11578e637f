import assert from 'node:assert/strict';
import type { CodeLens, Hover } from 'vscode-languageserver/node';
import { PLAN_TESTS, RUN_TESTS, TESTS_OF, TEST_DOCUMENTS } from '../../src/server/runProtocol.ts';
import type { DocumentTests, TestDocument, TestPlan } from '../../src/server/runProtocol.ts';
import { servedFolder } from '../support/server/servedFolder.ts';

const TEST = "import { it } from 'node:test';\n// @verifies IP-1.1/AC1\nit('takes all', () => { f(); });\n";

describe('running tests in the language server', () => {
  const served = servedFolder();
  const ask = <R>(method: string, params: object = {}): Promise<R> => served.client.connection.sendRequest<R>(method, params);
  const refusal = (method: string, params: object): Promise<string> =>
    ask(method, params).then(
      () => 'done',
      (error: Error) => error.message,
    );

  beforeEach(() => served.folder.write('test/stock.test.ts', TEST));

  // @verifies RT-7.7/AC3~165752
  // @verifies RT-7.7/AC6~6cd19e
  it('lists what can be run, shows what it would start, and starts nothing else', async () => {
    const { folder, client } = served;
    await client.start([folder], { options: { trusted: true, actions: { runTests: 'run', debugTests: 'debug' }, commandLinks: true } });
    const [document] = await ask<TestDocument[]>(TEST_DOCUMENTS);
    assert.deepEqual(document, {
      folder: folder.uri,
      path: 'docs/launch.md',
      uri: folder.uriOf('docs/launch.md'),
      label: 'launch.md',
      description: 'docs',
    });
    const { requirements } = await ask<DocumentTests>(TESTS_OF, { folder: folder.uri, key: 'docs/launch#IP-1.1/AC2' });
    const [requirement] = requirements;
    const [criterion] = requirement?.children ?? [];
    assert.deepEqual(
      [requirement?.label, criterion?.label, criterion?.children.map(({ label, description }) => `${label} ${description}`)],
      ['IP-1.1', 'IP-1.1/AC1', ['takes all test/stock.test.ts:3']],
    );
    const chosen = [{ key: 'docs/launch#IP-1.1/AC1', tests: criterion?.children.map(({ id }) => id) }];
    const plan = await ask<TestPlan>(PLAN_TESTS, { folder: folder.uri, chosen, debug: true });
    assert.match(plan.commands[0]?.lines.join('\n') ?? '', /^node --test .*takes all.* test\/stock\.test\.ts$/u);
    assert.deepEqual(
      [
        await refusal(RUN_TESTS, { folder: folder.uri, chosen, run: '1', agreed: [] }),
        await refusal(PLAN_TESTS, { folder: folder.uri, chosen: [{ key: 'docs/launch#IP-1.1/AC2' }] }),
        await refusal(PLAN_TESTS, { folder: folder.uri, chosen: [] }),
      ],
      [
        'The command is another one now, so nothing was run. Run the tests again to see it',
        'No test is linked to IP-1.1/AC2, so nothing was run',
        'No test is linked to any of these criteria, so nothing was run',
      ],
    );

    const lenses = await ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: folder.uriOf('docs/launch.md') } });
    const resolved = await Promise.all(lenses.map((lens) => ask<CodeLens>('codeLens/resolve', lens)));
    const item = { folder: folder.uri, key: 'docs/launch#IP-1.1' };
    assert.deepEqual(
      resolved.slice(-2).map(({ command }) => [command?.title, command?.command, command?.arguments]),
      [
        ['Run Tests', 'run', [item, [item]]],
        ['Debug Tests', 'debug', [item, [item]]],
      ],
    );
    const hover = await client.ask<Hover>('textDocument/hover', folder.uriOf('docs/launch.md'), 2, 5);
    assert.ok(JSON.stringify(hover.contents).includes(`[Run Tests](command:run?${encodeURIComponent(JSON.stringify([item]))})`));
  });

  it('calls documents and tests by what tells them apart', async () => {
    const { folder, client } = served;
    for (const [at, id] of [
      ['docs/specs/list', 'REQ-1'],
      ['docs/specs/show', 'REQ-2'],
    ] as const)
      folder.write(`${at}/spec.md`, `## ${id}: Rows\n\n**Acceptance Criteria**:\n\n- All are there\n`);
    folder.write(
      'test/rows.test.ts',
      "import { describe, it } from 'node:test';\ndescribe('Rows', () => {\n  describe('of a list', () => {\n    // @verifies REQ-1/AC1\n    it('are there', () => {});\n  });\n});\n",
    );
    folder.write('test/whole.test.ts', '// @verifies REQ-2/AC1\n\nfunction helper() {}\n');
    await client.start([folder]);
    const documents = await ask<TestDocument[]>(TEST_DOCUMENTS);
    assert.deepEqual(
      documents.map(({ label, description }) => [label, description]),
      [
        ['launch.md', 'docs'],
        ['list/spec.md', 'docs/specs'],
        ['show/spec.md', 'docs/specs'],
      ],
    );
    const tests = async (path: string): Promise<string[][]> => {
      const { requirements } = await ask<DocumentTests>(TESTS_OF, { folder: folder.uri, path });
      return requirements.flatMap(({ children }) =>
        children.flatMap((one) => one.children.map(({ label, description }) => [label, description])),
      );
    };
    assert.deepEqual(await tests('docs/specs/list/spec.md'), [['are there', 'Rows › of a list › test/rows.test.ts:5']]);
    assert.deepEqual(await tests('docs/specs/show/spec.md'), [['whole.test.ts', 'test/whole.test.ts:3']]);
  });

  // @verifies RT-7.7/AC7~227588
  it('runs nothing that is not trusted', async () => {
    const { folder, client } = served;
    await client.start([folder], { options: { trusted: false } });
    const chosen = [{ key: 'docs/launch#IP-1.1/AC1' }];
    for (const method of [PLAN_TESTS, RUN_TESTS])
      assert.equal(
        await refusal(method, { folder: folder.uri, chosen, run: '1', agreed: [] }),
        'Tests run only in a folder that you trust, since they are programs of it',
      );
  });
});
