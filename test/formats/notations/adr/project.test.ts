import assert from 'node:assert/strict';
import { prepareRename } from '../../../../src/editor/rename/rename.ts';
import { readConfiguration } from '../../../../src/formats/configuration/readConfiguration.ts';
import { inEnglish } from '../../../../src/model/message.ts';
import { workspace } from '../../../support/editor/workspace.ts';

const DECISIONS: Readonly<Record<string, string>> = {
  'docs/adr/0003-use-induction.md': '# 3. Use induction\n\n## Status\n\nAccepted\n',
  'docs/adr/0004-use-gas.md': '# 4. Use gas\n\n## Status\n\nSuperseded by ADR-0003\n',
};

function statuses(configuration: string): readonly string[] {
  const { view } = workspace(DECISIONS, readConfiguration('reqtrace.yaml', configuration).configuration);
  return [...view.requirements()].map(({ key, id }) => `${id} ${view.coverage(key).status}`);
}

const NEEDS: readonly (readonly [needs: string, statuses: readonly string[]])[] = [
  ['', ['ADR-3 exempt', 'ADR-4 exempt']],
  ['needs: [implements]', ['ADR-3 exempt', 'ADR-4 exempt']],
  ['needs: [{ kinds: [implements] }]', ['ADR-3 exempt', 'ADR-4 exempt']],
  ['needs: [{ prefix: ADR, kinds: [implements] }]', ['ADR-3 unmet', 'ADR-4 exempt']],
  ['needs: [{ when: { Status: accepted }, kinds: [implements] }]', ['ADR-3 unmet', 'ADR-4 exempt']],
  ['needs: [{ when: { Status: proposed }, kinds: [implements] }]', ['ADR-3 exempt', 'ADR-4 exempt']],
];

describe('Decisions in a project', () => {
  for (const [needs, expected] of NEEDS)
    // @verifies RT-1.4/AC3~dd6082
    it(`need nothing unless a rule names them: ${needs}`, () => {
      assert.deepEqual(statuses(needs), expected);
    });

  it('are meant with and without zeros', () => {
    const path = 'src/coil.ts';
    const { view } = workspace({
      ...DECISIONS,
      [path]: '// ADR-0003, see ADR-04\n// @implements ADR-3, ADR-004, ADR-0005\nexport const a = 1;\n',
    });
    assert.deepEqual(
      view
        .referencesIn(path)
        .map(({ reference, resolution, use }) => [reference.text, use, resolution.kind === 'item' ? resolution.item.key : resolution.kind]),
      [
        ['ADR-0003', 'mention', 'docs/adr#ADR-3'],
        ['ADR-04', 'mention', 'docs/adr#ADR-4'],
        ['ADR-3', 'implements', 'docs/adr#ADR-3'],
        ['ADR-004', 'implements', 'docs/adr#ADR-4'],
        ['ADR-0005', 'implements', 'unknown'],
      ],
    );
    assert.deepEqual(
      view.allFindings().map(({ code, message }) => `${code} ${inEnglish(message)}`),
      ['unknown-reference ADR-0005 is not defined in any document. Did you mean ADR-3 or ADR-4?'],
    );
  });

  it('are renamed by their files alone', () => {
    const { view } = workspace(DECISIONS);
    const answer = prepareRename(view, 'docs/adr/0003-use-induction.md', { line: 0, character: 4 });
    assert.deepEqual(answer, { refusal: 'ADR-3 is called as its file is; rename the file' });
  });
});
