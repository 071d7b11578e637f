import assert from 'node:assert/strict';
import { openProject } from '../../../src/workspace/openProject.ts';
import { compareText } from '../../../src/index/order.ts';
import type { IndexView } from '../../../src/index/view.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { folders } from '../../support/workspace/folder.ts';

const make = folders();

const FILES: Readonly<Record<string, string>> = {
  'docs/a.md': '## REQ-1: Boil\n\n**Acceptance Criteria**:\n\n- a\n\nSee R1.1 and R**1**\\.2.\n',
  'docs/b.md': '# B\n\n- **R1.1**: Cool\n- **R1.2**: Stir\n\n**Ready When**:\n\n- b\n',
  'docs/c.md': '## REQ-2: Stir\n\n**Ready *When***:\n\n- c\n- d\n',
  'notes.md': 'R1.1 is said here, and REQ-1.\n',
  'src/a.ts': '// @implements R1.1\nexport const a = 1;\n// @implements REQ-1\nexport const b = 1;\n',
  'src/b.ts': '// @trace REQ-1/AC1\nexport const b = 1;\n',
  'src/c.txt': '@trace REQ-1\n@implements REQ-2\n',
  'src/d.ts': 'export const d = 1;\n',
  'test/a.test.ts': "it('R1.2 stirs', () => {});\nit('REQ-1/AC1 boils', () => {});\n",
  'test/test_b.py': 'def test_R1_1_cools():\n    pass\n',
  'test/min.test.js': `/* @trace REQ-1 */${'var a=1;'.repeat(3000)}\n`,
};

/** What an index says, as far as a person sees it. */
function told(view: IndexView): unknown {
  return {
    files: Object.fromEntries(view.files),
    findings: view.allFindings().map(({ path, code, range, message }) => [path, code, range, inEnglish(message)]),
    items: [...view.requirements()].flatMap((one) => [one, ...one.criteria]).map(({ key }) => [key, view.coverage(key)]),
    references: [...view.files.keys()]
      .toSorted(compareText)
      .map((path) => [path, view.referencesIn(path).map(({ reference }) => reference)]),
  };
}

describe('A configuration that is only tried', () => {
  const steps: readonly (readonly [what: string, before: string, after: string])[] = [
    ['a pattern for ids', '', "ids: ['R[0-9]+\\.[0-9]+']\n"],
    ['no pattern any more', "ids: ['R[0-9]+\\.[0-9]+']\n", ''],
    ['another pattern', "ids: ['HLR_[0-9]+']\n", "ids: ['R[0-9]+\\.[0-9]+']\n"],
    ['words before ids', '', "annotations: [{ pattern: '@trace (?<ref>REQ-[0-9]+(?:/AC[0-9]+)?)', kind: implements }]\n"],
    ['a label of criteria', '', 'criteria: { moreLabels: [Ready When] }\n'],
    ['a pattern and a folder left out', '', "ids: ['R[0-9]+\\.[0-9]+']\nexclude: [test/**]\n"],
    ['a folder that is left out no longer', 'exclude: [docs/b.md]\n', "ids: ['R[0-9]+\\.[0-9]+']\n"],
    ['another notation', '', 'notations: [auto, -house]\n'],
  ];
  for (const [what, before, after] of steps) {
    it(`says with ${what} what a new reading says`, async () => {
      const folder = make(FILES);
      const overlay = new Map([['reqtrace.yaml', before]]);
      const options = { today: '2026-11-21', trusted: false, openTexts: overlay };
      const tried = await openProject(folder.path, { ...options, isTrial: true });
      overlay.set('reqtrace.yaml', after);
      await tried.refresh(['reqtrace.yaml'], 'editor');
      assert.deepEqual(told(tried.index), told((await openProject(folder.path, options)).index));
    });
  }
});
