import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction, CodeLens, CompletionList, Hover } from 'vscode-languageserver/node';
import type { TreeNode } from '../../src/server/protocol.ts';
import { TREE_CHILDREN } from '../../src/server/protocol.ts';
import type { ComparedReview } from '../../src/server/reviewProtocol.ts';
import { REVIEW } from '../../src/server/reviewProtocol.ts';
import { bundle } from '../support/server/bundle.ts';
import { Client, TestFolder } from '../support/server/client.ts';

const FILES = {
  'docs/launch.md': '# Launch\n\n## IP-1.1: Reserve stock\n\n**Acceptance Criteria**:\n- An order of all the stock is accepted\n',
  'src/stock.ts': '// @implements IP-1.1\nexport function reserve() {}\n',
};

function texts(language: string): Record<string, string> {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../l10n', `bundle.l10n.${language}.json`), 'utf8')) as Record<
    string,
    string
  >;
}

/** What the server says in a language: a row of the tree, the lens above the requirement, the last line of its hover. */
async function spoken(client: Client, folder: TestFolder): Promise<readonly string[]> {
  const rows = await client.connection.sendRequest<TreeNode[]>(TREE_CHILDREN, { options: { groupBy: 'folder', unmetOnly: false } });
  const uri = folder.uriOf('docs/launch.md');
  const [lens] = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  const { command } = await client.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
    textDocument: { uri: folder.uriOf('src/stock.ts') },
    position: { line: 0, character: 16 },
  });
  const [heading = ''] = (hover.contents as { value: string }).value.split('\n');
  return [rows[0]?.description ?? '', command?.title ?? '', heading];
}

/** Two commits: the second one changes the text of a criterion, and not what implements it. */
function commit(folder: TestFolder): void {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', '-c', 'commit.gpgsign=false', ...args], {
      cwd: folder.path,
    });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'first');
  folder.write('docs/launch.md', FILES['docs/launch.md'].replace('accepted', 'refused'));
}

/** What goes wrong and what can be done about it: a problem and its places, fixes and actions, a refusal, a review and its gate. */
async function objected(client: Client, folder: TestFolder): Promise<readonly string[]> {
  const requirement = { textDocument: { uri: folder.uriOf('docs/launch.md') }, position: { line: 5, character: 4 } };
  const reference = { textDocument: { uri: folder.uriOf('src/wrong.ts') }, position: { line: 0, character: 16 } };
  const actionsAt = async ({ textDocument, position }: typeof requirement): Promise<string[]> => {
    const range = { start: position, end: position };
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    return actions.map(({ title }) => title);
  };
  const problems = client.diagnostics
    .get(requirement.textDocument.uri)
    ?.flatMap(({ message, relatedInformation = [] }) => [String(message), ...relatedInformation.map((place) => place.message)]);
  const unknown = client.diagnostics.get(reference.textDocument.uri)?.map(({ message }) => String(message));
  const refusal = await client.connection.sendRequest('textDocument/prepareRename', requirement).then(
    () => '',
    (error: Error) => error.message,
  );
  const [review] = await client.connection.sendRequest<ComparedReview[]>(REVIEW, { base: { kind: 'default' } });
  const reasons = review?.groups.flatMap(({ entries }) => entries.map(({ reason }) => reason)) ?? [];
  const gate =
    review?.gates.flatMap(({ conditions }) =>
      conditions.flatMap(({ why, obstacles }) => [why, ...obstacles.flatMap(({ message, mend }) => [message, mend])]),
    ) ?? [];
  return [
    ...(problems ?? []),
    ...(unknown ?? []),
    ...(await actionsAt(reference)),
    ...(await actionsAt(requirement)),
    refusal,
    ...reasons,
    ...gate,
  ];
}

/** What is said of reqtrace.yaml: its problems, and what a key is for. */
async function configured(client: Client, folder: TestFolder): Promise<readonly string[]> {
  const textDocument = { uri: folder.uriOf('reqtrace.yaml') };
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', { textDocument, position: { line: 0, character: 2 } });
  const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
    textDocument: { uri: folder.uriOf('src/stock.ts') },
    position: { line: 0, character: 4 },
  });
  const details = items.map(({ documentation }) => (documentation as { value: string }).value);
  return [
    ...(client.diagnostics.get(textDocument.uri) ?? []).map(({ message }) => String(message)),
    (hover.contents as { value: string }).value.split('\n')[0] ?? '',
    details[0] ?? '',
  ];
}

describe('the language server, to a client with a display language', () => {
  const cases: readonly [language: string, expected: readonly string[]][] = [
    [
      'de',
      [
        '0/1 erfüllt',
        '1 Implementierung · 0 Tests · 0/1 erfüllt',
        '**IP-1.1 Reserve stock**: ◐ teilweise erfüllt, 0 von 1 Kriterien erfüllt',
      ],
    ],
    ['zh-cn', ['已满足 0/1', '1 个实现 · 0 个测试 · 已满足 0/1', '**IP-1.1 Reserve stock**: ◐ 部分满足，已满足 0 条验收标准，共 1 条']],
    ['en', ['0/1 met', '1 implementation · 0 tests · 0/1 met', '**IP-1.1 Reserve stock**: ◐ partial, 0 of 1 criteria met']],
  ];
  let server: string;

  before(async () => {
    server = await bundle('src/server/main.ts');
  });

  for (const [language, expected] of cases) {
    it(`speaks ${language}`, async () => {
      const folder = new TestFolder(FILES);
      const client = Client.ofProcess([server, '--stdio']);
      try {
        await client.start([folder], { options: language === 'en' ? {} : { l10n: texts(language) } });
        assert.deepEqual(await spoken(client, folder), expected);
      } finally {
        assert.equal(await client.stop(), 0);
        folder.remove();
      }
    });
  }

  const objections: readonly [language: string, expected: readonly string[]][] = [
    [
      'de',
      [
        'IP-1.1/AC1 ist teilweise erfüllt: kein Test',
        'Hier implementiert',
        'IP-1.2 ist in keinem Dokument definiert. Meinten Sie IP-1.1?',
        'In IP-1.1 ändern',
        'Ausnahme für IP-1.1/AC1 in reqtrace.yaml genehmigen; die Begründung ist dort zu ergänzen',
        'IDs aller Kriterien von IP-1.1 schreiben',
        'IP-1.1/AC1 wird nach der Position gezählt; geben Sie den Kriterien von IP-1.1 zuerst ausdrückliche IDs',
        'der Text hat sich geändert, aber nicht der Code dazu',
        'das einzige Kriterium ist teilweise erfüllt',
        'teilweise erfüllt: kein Test',
        'schreiben Sie „@verifies IP-1.1/AC1“ über einen Test, der es zeigt',
      ],
    ],
    [
      'zh-cn',
      [
        'IP-1.1/AC1 部分满足：没有测试',
        '在此处实现',
        '没有文档定义 IP-1.2。您是指 IP-1.1 吗？',
        '更改为 IP-1.1',
        '在 reqtrace.yaml 中豁免 IP-1.1/AC1，理由待在那里填写',
        '写明 IP-1.1 所有验收标准的标识符',
        'IP-1.1/AC1 按位置编号；请先为 IP-1.1 的验收标准写明标识符',
        '文本已更改，但其代码未更改',
        '唯一的验收标准部分满足',
        '部分满足：没有测试',
        '在证明它的测试上方写“@verifies IP-1.1/AC1”',
      ],
    ],
    [
      'en',
      [
        'IP-1.1/AC1 is partial: no test',
        'Implemented here',
        'IP-1.2 is not defined in any document. Did you mean IP-1.1?',
        'Change to IP-1.1',
        'Waive IP-1.1/AC1 in reqtrace.yaml, with a reason to be written there',
        'Write the IDs of all criteria of IP-1.1',
        'IP-1.1/AC1 is counted by its position; give the criteria of IP-1.1 written IDs first',
        'the text changed, but its code did not',
        'the only criterion is partial',
        'partial: no test',
        'write "@verifies IP-1.1/AC1" above a test that shows it',
      ],
    ],
  ];
  for (const [language, expected] of objections) {
    it(`says in ${language} what is wrong and what can be done`, async () => {
      const folder = new TestFolder({
        ...FILES,
        'src/wrong.ts': '// @implements IP-1.2\nexport function wrong() {}\n',
        'reqtrace.yaml': 'gates: { merge: { max: { partial: 0 } } }\n',
      });
      commit(folder);
      const client = Client.ofProcess([server, '--stdio']);
      try {
        await client.start([folder], { options: language === 'en' ? {} : { l10n: texts(language) } });
        await client.until(
          'the problems',
          () => client.diagnostics.has(folder.uriOf('docs/launch.md')) && client.diagnostics.has(folder.uriOf('src/wrong.ts')),
        );
        assert.deepEqual(await objected(client, folder), expected);
      } finally {
        assert.equal(await client.stop(), 0);
        folder.remove();
      }
    });
  }

  const configurations: readonly [language: string, expected: readonly string[]][] = [
    [
      'de',
      [
        '„needs“ muss eine Liste sein, nicht eine Zuordnung; schreiben Sie sie als [a, b] oder mit einem „- “ je Zeile',
        '„implicit“ muss labels, tasks oder off sein, nicht „label“; meinten Sie „labels“?',
        'Unbekannter Schlüssel „sevrity“; meinten Sie „severity“?',
        'Verknüpfungen, die ein Eintrag haben muss, bevor er als erfüllt zählt, oder Regeln, von denen die erste passende gilt. Mit einer leeren Liste ist für keinen Eintrag etwas erforderlich, sofern sein Dokument nichts anderes sagt.',
        'Dieser Code implementiert eine Anforderung oder ein Kriterium: `@implements IP-1.1.1`',
      ],
    ],
    [
      'zh-cn',
      [
        '“needs”必须是列表，而不是映射；请写成 [a, b]，或每行一个“- ”',
        '“implicit”必须是 labels、tasks 或 off，而不是“label”；您是指“labels”吗？',
        '未知键“sevrity”；您是指“severity”吗？',
        '一个条目在算作已满足之前必须具有的关联，或者若干规则，以第一条适合该条目的规则为准。空列表表示对所有条目不作要求，除非其文档另有说明。',
        '此代码实现某个需求或验收标准：`@implements IP-1.1.1`',
      ],
    ],
    [
      'en',
      [
        '"needs" must be a list, not a mapping; write it as [a, b] or with one "- " a line',
        '"implicit" must be labels, tasks or off, not "label"; did you mean "labels"?',
        'Unknown key "sevrity"; did you mean "severity"?',
        'Links that an item must have before it counts as met, or rules of which the first that fits an item counts. An empty list makes every item exempt unless its document says otherwise.',
        'This code implements a requirement or a criterion: `@implements IP-1.1.1`',
      ],
    ],
  ];
  for (const [language, expected] of configurations) {
    it(`says in ${language} what reqtrace.yaml means`, async () => {
      const folder = new TestFolder({ ...FILES, 'src/stock.ts': '// @\n', 'reqtrace.yaml': 'needs: {}\nimplicit: label\nsevrity: {}\n' });
      const client = Client.ofProcess([server, '--stdio']);
      try {
        await client.start([folder], { options: language === 'en' ? {} : { l10n: texts(language) } });
        for (const file of ['reqtrace.yaml', 'src/stock.ts'])
          await client.open(folder.uriOf(file), readFileSync(join(folder.path, file), 'utf8'));
        await client.until('the problems', () => client.diagnostics.has(folder.uriOf('reqtrace.yaml')));
        assert.deepEqual(await configured(client, folder), expected);
      } finally {
        assert.equal(await client.stop(), 0);
        folder.remove();
      }
    });
  }
});
