import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { callTool } from '../../../src/agents/call.ts';
import { AgentFolder } from '../../../src/cli/agents/folder.ts';
import { toolsFor } from '../../../src/cli/agents/tools.ts';
import { Repository } from '../../support/repository.ts';

const CODE = '// @implements REQ-1/AC1\nexport function keep() {\n  return store();\n}\n';
const TESTS = "// @verifies REQ-1/AC1\nit('keeps', () => {\n  keep();\n});\n";
const DOCUMENT = '# REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- An order is kept\n- An order is confirmed\n';
const RULES = 'evidence:\n  results: [out/*.xml]\ngates:\n  all:\n    max: { unmet: 0 }\n';
const RESULTS = '<testsuites><testsuite><testcase name="keeps" classname="keeps" file="test/orders.test.ts"/></testsuite></testsuites>';

const QUESTIONS: readonly (readonly [tool: string, given: unknown])[] = [
  ['review_changes', { unclaimed: true }],
  ['check_claim', { refs: ['REQ-1/AC1'] }],
  ['coverage', {}],
  ['next_criteria', {}],
];

describe('a folder that an agent asks again and again', () => {
  const repository = new Repository({
    'docs/orders.md': DOCUMENT,
    'src/orders.ts': CODE,
    'test/orders.test.ts': TESTS,
    'reqtrace.yaml': RULES,
    '.gitignore': 'out/\n',
  });
  after(() => repository.delete());

  const { path: root } = repository;
  const lived = new AgentFolder(root, { trusted: true, env: {} });
  const gone = (file: string): void => rmSync(path.join(root, file));

  const changes: readonly (readonly [what: string, change: () => void])[] = [
    ['as it was opened', () => repository.git(['checkout', '-q', '-b', 'work'])],
    ['a changed function', () => repository.write('src/orders.ts', CODE.replace('store()', 'store(1)'))],
    ['results', () => repository.write('out/results.xml', RESULTS)],
    ['an emptied function', () => repository.write('src/orders.ts', CODE.replace('  return store();\n', ''))],
    ['the function as it was', () => repository.write('src/orders.ts', CODE)],
    ['a test that is switched off', () => repository.write('test/orders.test.ts', TESTS.replace('it(', 'it.skip('))],
    ['a reworded criterion', () => repository.write('docs/orders.md', DOCUMENT.replace('is kept', 'is stored'))],
    ['a weaker rule', () => repository.write('reqtrace.yaml', RULES.replace('unmet: 0', 'unmet: 5'))],
    ['a new file', () => repository.write('src/more.ts', '// @implements REQ-1/AC2\nexport function confirm() {\n  return 1;\n}\n')],
    [
      'that file written again',
      () => repository.write('src/more.ts', '// @implements REQ-1/AC2\nexport function confirm() {\n  return 3;\n}\n'),
    ],
    ['what is staged', () => repository.git(['add', 'src/more.ts'])],
    ['other ignored files', () => repository.write('.gitignore', 'out/\nmore.ts\n')],
    ['those that were ignored before', () => repository.write('.gitignore', 'out/\n')],
    ['a commit', () => repository.commit('second')],
    ['a file as the base had it', () => repository.write('test/orders.test.ts', TESTS)],
    ['a folder with a repository of its own', () => repository.git(['init', '-q', 'src/inner'])],
    ['a function after that', () => repository.write('src/orders.ts', CODE.replace('store()', 'store(2)'))],
    ['a deleted test', () => gone('test/orders.test.ts')],
    ['a function that claims nothing', () => repository.write('src/more.ts', 'export function confirm() {\n  return 2;\n}\n')],
    ['the default branch moved on', () => repository.git(['branch', '-f', 'main', 'work'])],
    ['the default branch', () => repository.git(['checkout', '-q', '-f', 'main'])],
  ];

  // @verifies RT-6.1/AC17~a3115d
  for (const [what, change] of changes)
    it(`answers as one that is opened anew: ${what}`, async () => {
      change();
      // What was written in the same moment is read again with the next question.
      await new Promise((resolve) => setTimeout(resolve, 40));
      const fresh = new AgentFolder(root, { trusted: true, env: {} });
      for (const [tool, given] of QUESTIONS) {
        const ask = (folder: AgentFolder): Promise<unknown> => callTool(folder, toolsFor({ tests: false, writing: false }), tool, given);
        assert.deepEqual(await ask(lived), await ask(fresh), tool);
      }
    });
});
