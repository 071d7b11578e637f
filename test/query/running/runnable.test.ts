import assert from 'node:assert/strict';
import { commandLines } from '../../../src/query/running/commandLine.ts';
import { planRuns } from '../../../src/query/running/plan.ts';
import type { KnownProject } from '../../../src/query/running/project/knownProject.ts';
import { chosenItems, runnableDocuments, runnableOf, testId, testTitle } from '../../../src/query/running/runnable.ts';
import { indexOfTexts } from '../../support/notations/openspec.ts';

const INDEX = indexOfTexts({
  'docs/stock.md':
    '# Stock\n\n## REQ-1: Stock\n\n**Acceptance Criteria**:\n\n- AC1 adds\n- AC2 nothing\n\n## REQ-2: Whole\n\nText.\n\n## REQ-3: Untested\n\nText.\n',
  'docs/other.md': '# Other\n\n## REQ-4: Other\n\nText.\n',
  'test/a.test.js':
    "import { it } from 'node:test';\ndescribe('A', () => {\n  // @verifies REQ-1/AC1\n  it('REQ-1/AC1 adds', () => { f(); });\n  it('REQ-1/AC1 adds again, REQ-2', () => { f(); });\n});\n",
});

const titles = (path: string): string[] => {
  const document = INDEX.documents().find((one) => one.path === path);
  return (document ? runnableOf(INDEX, document) : []).flatMap(({ requirement, units }) =>
    units.map(({ item, tests }) => `${requirement.id} ${item.id}: ${tests.map(testTitle).join(', ')}`),
  );
};

describe('What can be run', () => {
  it('is in documents with a linked test', () => {
    assert.deepEqual(
      runnableDocuments(INDEX).map(({ path }) => path),
      ['docs/stock.md'],
    );
  });

  it('is each test once, below its criterion, or below a requirement without criteria', () => {
    assert.deepEqual(titles('docs/stock.md'), [
      'REQ-1 REQ-1/AC1: A › REQ-1/AC1 adds, A › REQ-1/AC1 adds again, REQ-2',
      'REQ-2 REQ-2: A › REQ-1/AC1 adds again, REQ-2',
    ]);
    assert.deepEqual(titles('docs/other.md'), []);
  });

  it('can be chosen by criterion and by test, and what is gone is left out', () => {
    const id = testId({ path: 'test/a.test.js', groups: ['A'], name: 'REQ-1/AC1 adds' });
    const chosen = chosenItems(INDEX, [{ key: 'docs/stock#REQ-1/AC1', tests: [id, 'gone'] }, { key: 'docs/stock#REQ-2' }, { key: 'gone' }]);
    assert.deepEqual(
      chosen.map(({ item, tests }) => `${item.id}: ${tests.map(testTitle).join(', ')}`),
      ['REQ-1/AC1: A › REQ-1/AC1 adds, A › REQ-1/AC1 adds', 'REQ-2: A › REQ-1/AC1 adds again, REQ-2'],
    );
  });
});

describe('The family of a command', () => {
  const project = (scripts: object): KnownProject => {
    const files: Readonly<Record<string, string>> = {
      'package.json': JSON.stringify({ scripts }),
      'test/a.test.js': "import { it } from 'node:test';",
    };
    let results = 0;
    return {
      root: '/r',
      windows: false,
      nodeMajor: 24,
      text: (path) => files[path],
      has: (path) => path in files,
      resultFile: (ending) => `/tmp/${(results += 1)}${ending}`,
    };
  };
  const family = (keys: readonly string[], scripts: object, commands: Parameters<typeof planRuns>[2] = []): string | undefined =>
    planRuns(
      chosenItems(
        INDEX,
        keys.map((key) => ({ key })),
      ).flatMap(({ tests }) => tests),
      project(scripts),
      commands,
    ).runs[0]?.family;
  const one = ['docs/stock#REQ-1/AC1'];
  const plain = family(one, { test: 'node --test' });
  const command = (argv: string[]) => [{ files: ['test/**'], command: argv, folder: '' }];

  const cases: readonly [what: string, family: string | undefined, same: boolean][] = [
    ['is the same for other tests', family(['docs/stock#REQ-2'], { test: 'node --test' }), true],
    ['is another with another script', family(one, { test: 'node --require ./x.js --test' }), false],
    ['is another with a variable', family(one, { test: 'NODE_OPTIONS=-r./x.js node --test' }), false],
    ['is another with a command of reqtrace.yaml', family(one, {}, command(['x', '{file}'])), false],
  ];
  for (const [what, other, same] of cases)
    // @verifies RT-7.7/AC3~165752
    it(what, () => assert.equal(other === plain, same));

  it('is another where the command of reqtrace.yaml changes', () => {
    assert.notEqual(family(one, {}, command(['x', '{file}'])), family(one, {}, command(['x', '--eval', '{file}'])));
  });
});

describe('A command to be read', () => {
  it('is quoted where a shell would take it apart', () => {
    assert.deepEqual(
      commandLines({ argv: ['node', "^(?:it's)$", 'a b', 'a.mjs'], prepare: ['cmake', '--build', 'x'], environment: { A: '1 2' } }),
      [`A='1 2' cmake --build x`, `A='1 2' node '^(?:it'\\''s)$' 'a b' a.mjs`],
    );
  });
});
