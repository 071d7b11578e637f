import assert from 'node:assert/strict';
import type { Hover, LocationLink, WorkspaceEdit } from 'vscode-languageserver/node';
import { BASE, BASE_FILE } from '../../src/server/baseProtocol.ts';
import type { ToldBase, UntoldBase } from '../../src/server/baseProtocol.ts';
import { AGENT_TOOL } from '../../src/server/agentProtocol.ts';
import type { AgentAnswer } from '../../src/server/agentProtocol.ts';
import { FIT } from '../../src/server/fitProtocol.ts';
import type { BaseAddress, FolderReview, MatrixPage } from '../../src/server/reviewProtocol.ts';
import { MATRIX, REVIEW } from '../../src/server/reviewProtocol.ts';
import { TEST_DOCUMENTS, TESTS_OF } from '../../src/server/runProtocol.ts';
import { answerFiles } from '../support/server/answerFiles.ts';
import type { Client } from '../support/server/client.ts';
import { LAUNCH, servedFolder, STOCK, TEST } from '../support/server/servedFolder.ts';

const ROOT = 'memfs://host/shop';
const GATES = 'gates:\n  whole: { scope: all, max: { unmet: 0, partial: 0 } }\n  branch: { scope: changed, max: { unmet: 0 } }\n';
const FILES: Readonly<Record<string, string>> = {
  'docs/launch.md': LAUNCH,
  'src/a b.ts': STOCK,
  'test/stock.test.ts': TEST,
  'reqtrace.yaml': GATES,
};

const answer = (client: Client, files = FILES): void => answerFiles(client, ROOT, files);

describe('the language server in a folder that no disk has', () => {
  const served = servedFolder();
  const document = `${ROOT}/docs/launch.md`;
  const code = `${ROOT}/src/a%20b.ts`;

  // @verifies RT-8.2/AC1
  it('answers as in one on a disk', async () => {
    const { client } = served;
    answer(client);
    const { capabilities } = await client.start([{ uri: ROOT }], { options: { files: true } });
    assert.equal(client.state.folders[0]?.partly, undefined);
    assert.deepEqual(capabilities.foldingRangeProvider, {
      documentSelector: [
        { scheme: 'file', language: 'markdown' },
        { scheme: 'memfs', language: 'markdown' },
      ],
    });
    assert.deepEqual(
      client.state.folders.map(({ phase, counts: { met, partial } }) => [phase, met, partial]),
      [['ready', 1, 1]],
    );
    await client.open(code, STOCK, 'typescript');
    await client.open(document, LAUNCH, 'markdown');
    const hover = await client.ask<Hover>('textDocument/hover', code, 0, 16);
    assert.match(JSON.stringify(hover.contents), /memfs:\/\/host\/shop\/docs\/launch\.md#L3/u);
    const [link] = await client.ask<LocationLink[]>('textDocument/definition', code, 0, 16);
    assert.equal(link?.targetUri, document);
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', document, 2, 5, { newName: 'IP-1.2' });
    assert.deepEqual(Object.keys(edit.changes ?? {}).sort(), [document, code, `${ROOT}/test/stock.test.ts`]);
    await client.type(document, 5, 40, 40, '\n- One more');
    await client.until('the unsaved criterion', () => client.state.folders[0]?.counts.partial === 2);
  });

  // @verifies RT-8.2/AC2
  it('tells views how much was read where not all was', async () => {
    const { client } = served;
    answer(client, { ...FILES, ...Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`src/part/a${at}.ts`, ''])) });
    await client.start([{ uri: ROOT }], { options: { files: true } });
    const [state] = client.state.folders;
    assert.match(state?.partly ?? '', /^Read 3000 of 3003 files, .*open the folder on a disk/u);
    assert.deepEqual(state?.doubts?.includes(state.partly ?? ''), true);
  });

  // @verifies RT-8.2/AC3
  it('reviews the state of now, and says what is missing and why', async () => {
    const { client } = served;
    answer(client);
    await client.start([{ uri: ROOT }], { options: { files: true } });
    const [review] = await client.connection.sendRequest<FolderReview[]>(REVIEW, { base: { kind: 'default' } });
    assert.ok(review?.state === 'head');
    assert.match(review.notes.join('\n'), /1 of 2 met\. What the branch changed is not shown: a folder without a disk has no git/u);
    assert.deepEqual(
      review.gates.map(({ name, decision }) => [name, decision]),
      [['whole', 'fails']],
    );
    const page = await client.connection.sendRequest<MatrixPage>(MATRIX, { folder: ROOT, nonce: 'n' });
    assert.match(page.html, /Reserve stock/u);
    await assert.rejects(client.connection.sendRequest(FIT, { folder: ROOT }), /needs a folder on disk/u);
    // No test can be run there.
    assert.deepEqual(await client.connection.sendRequest(TEST_DOCUMENTS), []);
    assert.equal(await client.connection.sendRequest(TESTS_OF, { uri: `${ROOT}/docs/launch.md` }), null);
  });

  // @verifies RT-8.2/AC5
  it('compares with the base that the client tells, and says why where it does not', async () => {
    const { client } = served;
    answer(client);
    const before = LAUNCH.replace(/\n- [^\n]*\n$/u, '\n');
    let told: ToldBase | UntoldBase | null = {
      name: 'main',
      commit: 'c1',
      present: 'c2',
      files: [{ base: 'docs/launch.md', head: 'docs/launch.md' }],
    };
    client.connection.onRequest<ToldBase | UntoldBase | null, never>(BASE, () => told);
    client.connection.onRequest(BASE_FILE, ({ path, commit }: BaseAddress) =>
      path === 'docs/launch.md' && commit === 'c1' ? before : null,
    );
    await client.start([{ uri: ROOT }], { options: { files: true, views: true } });
    const ask = async (): Promise<FolderReview | undefined> =>
      (await client.connection.sendRequest<FolderReview[]>(REVIEW, { base: { kind: 'default' }, afresh: true }))[0];
    const review = await ask();
    assert.ok(review?.state === 'compared', JSON.stringify(review));
    assert.deepEqual(review.base, { name: 'main', commit: 'c1' });
    assert.deepEqual(
      review.groups.map(({ list, entries }) => [list, entries.map(({ id }) => id)]),
      [['added', ['IP-1.1/AC2']]],
    );
    assert.match(review.groups[0]?.entries[0]?.target.base ?? '', /^reqtrace-base:\/docs\/launch\.md\?.*memfs/u);
    for (const [answered, why] of [
      [{ ...told, pullRequest: 7 }, /Compared with main, the default branch: .* the base of pull request #7/u],
      [null, /not shown: a folder without a disk has no git; open/u],
      [{ untold: 'noExtension' }, /GitHub Pull Requests, through which extensions tell of commits, is not running/u],
      [{ untold: 'noRepository' }, /no extension tells GitHub Pull Requests of a repository/u],
      [{ untold: 'noBase' }, /no extension says what it is to be compared with/u],
      [{ untold: 'noMergeBase', name: 'main' }, /does not say where it parted from main/u],
      [{ untold: 'noChanges', name: 'main' }, /does not say what differs from main/u],
      [{ untold: 'tooMany', name: 'main' }, /more files differ from main than GitHub tells of/u],
      [{ ...told, commit: 'c0' }, /docs\/launch\.md of main could not be read/u],
    ] as const) {
      told = answered;
      const again = await ask();
      assert.ok(again?.state === 'head' || again?.state === 'compared');
      assert.match(again.notes.join('\n'), why);
    }
  });

  // @verifies RT-7.8/AC3~4b750d
  it('answers agents, and says what it cannot know', async () => {
    const { client } = served;
    answer(client);
    await client.start([{ uri: ROOT }], { options: { files: true } });
    const ask = async (tool: string, given: object = {}, folder = ROOT): Promise<string> => {
      const { text, isError } = await client.connection.sendRequest<AgentAnswer>(AGENT_TOOL, { folder, tool, given });
      return `${isError === true ? 'error: ' : ''}${text}`;
    };
    assert.match(await ask('coverage'), /^2 criteria in 1 documents: 1 partial, 1 met/u);
    assert.match(await ask('next_criteria', { near: 'src' }), /^IP-1\.1\/AC2 \[partial\] .* — docs\/launch\.md:\d+/u);
    assert.match(await ask('read_criterion', { ref: 'IP-1.1/AC2', suggest: true }), /\ndocs\/launch\.md:\d+\n\| /u);
    assert.match(await ask('read_criterion', { ref: 'IP-9' }), /^error: Nothing has the ID IP-9/u);
    assert.match(await ask('check_claim', { refs: ['IP-1.1/AC1'] }), /^does not hold\n.* there are no results of tests: run them/u);
    assert.match(await ask('review_changes'), /^No git is asked here.*\ngate whole: fails\n.*\ngate branch: undecided, No git is asked/su);
    assert.match(await ask('coverage', {}, 'memfs://host/other'), /^error: The folder is still being opened/u);
    assert.match(await ask('annotate', { ref: 'IP-1.1/AC2' }), /^error: There is no tool "annotate"/u);
    // What is typed counts as it does for everything else.
    await client.open(document, LAUNCH, 'markdown');
    await client.type(document, 5, 40, 40, '\n- One more');
    assert.match(await ask('coverage'), /^3 criteria/u);
    for (const [given, path] of [
      ['src/a b.ts', 'src/a b.ts'],
      ['./src/../docs/launch.md', 'docs/launch.md'],
      ['/shop/docs/launch.md', 'docs/launch.md'],
      [document, 'docs/launch.md'],
    ] as const)
      assert.ok((await ask('explain_line', { file: given })).startsWith(`${path}: `), given);
    for (const given of ['../other/a.md', '/etc/passwd', 'file:///etc/passwd', 'memfs://elsewhere/shop/docs/launch.md', 'C:\\a.md'])
      assert.match(await ask('explain_line', { file: given }), /^error: .* is not in the workspace folder/u);
  });

  it('asks nothing of a client that does not know such questions', async () => {
    const { client } = served;
    await client.start([{ uri: ROOT }]);
    assert.deepEqual(
      client.state.folders.map(({ phase, message }) => [phase, message]),
      [['failed', `${ROOT} is not a folder on disk`]],
    );
  });
});
