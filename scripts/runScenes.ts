import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { git } from '../test/vscode/branch.ts';
import { chooseInMenu } from '../test/vscode/menu.ts';
import type { Workbench } from '../test/vscode/page.ts';
import { indexed, parkMouse } from './scene.ts';
import type { Scene } from './scene.ts';
import { removeAtExit } from './vscode/cleanup.ts';

const TEST = `import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { degrees } from '../src/kettle.mjs';

describe('Kettle', () => {
  it('KET-1/AC1 boils', () => {
    assert.equal(degrees(), 100);
  });
  it('KET-1/AC2 closes its lid', () => {});
});
`;
const RESULTS = `<testsuites><testsuite name="Kettle"><testcase name="KET-1/AC1 boils" file="test/kettle.test.mjs">
<failure type="testCodeFailure" message="Expected values to be strictly equal: 99 !== 100">AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:

99 !== 100

    at TestContext.&lt;anonymous&gt; (test/kettle.test.mjs:7:12)</failure></testcase>
<testcase name="KET-1/AC2 closes its lid" file="test/kettle.test.mjs"/></testsuite></testsuites>
`;
const NOTEBOOK = {
  cells: [
    { cell_type: 'markdown', metadata: {}, source: ['# How fast it boils'] },
    {
      cell_type: 'code',
      metadata: {},
      outputs: [],
      execution_count: null,
      source: ['# @implements KET-1/AC1\n', 'def boil():\n', '    return 100\n'],
    },
    { cell_type: 'code', metadata: {}, outputs: [], execution_count: null, source: ['# @implements KET-1/AC9\n', 'x = boil()\n'] },
  ],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
};

/** A project with a runner, one failing test and a notebook. */
function kettle(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'reqtrace-kettle-'));
  removeAtExit(home);
  const root = path.join(home, 'kettle');
  for (const [file, text] of Object.entries({
    'package.json': '{ "type": "module", "scripts": { "test": "node --test" } }\n',
    'docs/kettle.md': '# Kettle\n\n## KET-1: Boiling\n\n**Acceptance Criteria**:\n\n- Water boils at 100 degrees\n- The lid closes\n',
    'src/kettle.mjs': '// @implements KET-1\nexport const degrees = () => 99;\n',
    'test/kettle.test.mjs': TEST,
    'test-results/junit.xml': RESULTS,
    'lab/kettle.ipynb': JSON.stringify(NOTEBOOK, undefined, 1),
  })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  git(root, 'init', '--quiet', '--initial-branch=main');
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message=Kettle');
  return root;
}

/** Pictures of tests that are run, of what they say when they fail, and of cells. */
export const runScenes: readonly Scene[] = [
  {
    name: 'testing',
    folder: kettle,
    arrange: async (workbench) => {
      const { page } = workbench;
      await indexed(workbench);
      await workbench.openFile('test/kettle.test.mjs', 6, 1);
      await page.locator('.part.editor .codelens-decoration a', { hasText: 'Run Tests' }).first().waitFor();
      await workbench.openView('ReqTrace');
      await chooseInMenu(workbench, page.locator('.part.sidebar .monaco-list-row', { hasText: 'kettle.md' }).first(), 'Run Tests');
      await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Run' }).click();
      await workbench.openView('Testing');
      for (const label of ['kettle.md', 'KET-1 ', 'KET-1/AC1']) await openRow(workbench, label);
      await page.locator('.test-explorer .monaco-list-row .codicon-testing-failed-icon').first().waitFor();
      await page.waitForTimeout(1500);
      await parkMouse(workbench);
    },
  },
  {
    name: 'failing',
    folder: kettle,
    arrange: async (workbench) => {
      await indexed(workbench);
      const { line, column } = await workbench.find('docs/kettle.md', 'Water boils');
      await workbench.openFile('docs/kettle.md', line, 1);
      await workbench.until(
        'signs',
        () => workbench.signsBehind(),
        (signs) => signs.includes('✗'),
      );
      await workbench.hoverAt('docs/kettle.md', line, column + 2);
    },
  },
  {
    name: 'notebook',
    folder: kettle,
    arrange: async (workbench) => {
      const { page } = workbench;
      await indexed(workbench);
      await page.keyboard.press('Control+P');
      await page.locator('.quick-input-widget input').first().fill('kettle.ipynb');
      await workbench.until(
        'row',
        () => workbench.quickPickRows(),
        (rows) => rows[0]?.startsWith('kettle.ipynb') === true,
      );
      await page.keyboard.press('Enter');
      await page.locator('.notebookOverlay .cell-list-container .view-line', { hasText: 'boil()' }).first().waitFor();
      await page.locator('.notebookOverlay .squiggly-error').first().waitFor();
      await page.locator('.notebookOverlay .codelens-decoration', { hasText: 'KET-1/AC1' }).first().waitFor();
      await parkMouse(workbench);
    },
  },
];

async function openRow({ page }: Workbench, label: string): Promise<void> {
  const row = page.locator('.test-explorer .monaco-list-row', { hasText: label }).first();
  await row.waitFor();
  const rows = page.locator('.test-explorer .monaco-list-row', { hasText: label });
  const at = (await rows.count()) > 1 && label !== 'kettle.md' ? rows.last() : row;
  if ((await at.getAttribute('aria-expanded')) === 'false') await at.locator('.monaco-tl-twistie').click();
}
