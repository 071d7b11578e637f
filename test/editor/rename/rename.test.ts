import assert from 'node:assert/strict';
import { applyEdits, editsByFile } from '../../../src/editor/edits.ts';
import { prepareRename, rename } from '../../../src/editor/rename/rename.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import { reqifFile } from '../../support/notations/reqif.ts';
import { LAUNCH, workspace } from '../../support/editor/workspace.ts';

/** What the files are after the rename, only those that it changes; or why it is refused. */
async function renamed(
  files: Record<string, string>,
  newName: string,
  configuration: Partial<Configuration> = {},
): Promise<Record<string, string> | string | undefined> {
  const { view, reading, path, position, text } = workspace(files, configuration);
  const textOf = async (file: string): Promise<string | undefined> => (file === path ? text.getText() : files[file]);
  const result = await rename(view, reading, { path, position }, newName, textOf);
  if (!result) return undefined;
  if ('refusal' in result) return result.refusal;
  const changed: Record<string, string> = {};
  for (const [file, edits] of editsByFile(result.edits)) changed[file] = applyEdits((await textOf(file)) ?? '', edits);
  return changed;
}

const DOCUMENT = '## REQ-1: Pay\n\n**Acceptance Criteria**:\n- AC1: An order is paid\n- A refund is paid\n';

describe('a rename of an item of a delivery', () => {
  const REQIF = reqifFile({
    objects: [
      {
        id: '_1',
        attributes: [
          ['ID', 'KX-1'],
          ['Text', 'It boils.', 'XHTML'],
        ],
      },
    ],
  });
  const deliveries: readonly (readonly [path: string, text: string])[] = [
    ['customer/a.reqif', REQIF],
    ['customer/jira.csv', 'Issue key,Summary\nKX-1,It boils.\n'],
    ['customer/a.xlsx', '[Requirements]\tA\tB\n1\tID\tRequirement\n2\tKX-1\tIt boils.\n'],
  ];
  for (const [path, text] of deliveries)
    it(`is refused with the reason: ${path}`, async () => {
      const files = { [path]: text, 'src/a.ts': '// @implements KX-|1\nfunction boil() {}\n' };
      assert.equal(await renamed(files, 'KX-9'), 'KX-1 belongs to another tool, whose file is not written to; rename it there');
    });
});

describe('a rename of what a notebook names', () => {
  const NOTEBOOK = JSON.stringify({ cells: [{ cell_type: 'code', source: ['# @implements REQ-1/AC1'] }], nbformat: 4 }, undefined, 1);

  it('is refused, as its file would be changed behind the notebook', async () => {
    const files = { 'analysis/a.ipynb': NOTEBOOK, 'docs/a.md': '## REQ-|1: Pay\n\n**Acceptance Criteria**:\n- AC1: An order is paid\n' };
    assert.equal(await renamed(files, 'REQ-9'), 'analysis/a.ipynb is a notebook, which is not changed for you; change it there first');
    assert.equal(
      await renamed({ ...files, 'docs/a.md': files['docs/a.md'].replace('REQ-|1', 'REQ-1').replace('AC1', 'A|C1') }, 'AC7'),
      'analysis/a.ipynb is a notebook, which is not changed for you; change it there first',
    );
  });
});

describe('prepareRename', () => {
  const cases: [what: string, path: string, source: string, name: string | undefined][] = [
    ['the id of a heading', 'docs/z.md', '## SYS-|1: Pay\n', 'SYS-1'],
    ['a label and its number', 'docs/z.md', '### Integration |Point 7.1: Pay\n', 'IP-7.1'],
    ['the word before a number of Kiro', '.kiro/specs/z/requirements.md', '# Requirements\n\n### Require|ment 1: Pay\n', 'REQ-1'],
    ['not the title behind such a word', '.kiro/specs/z/requirements.md', '# Requirements\n\n### Requirement 1: P|ay\n', undefined],
    ['not the title before an id', 'docs/z.md', '## Pa|y {#SYS-1}\n', undefined],
    ['not the title', 'docs/z.md', '## SYS-1: P|ay\n', undefined],
    ['a written label of a criterion', 'docs/z.md', '## SYS-1: Pay\n\n**Acceptance Criteria**:\n- **AC|4**: paid\n', 'AC4'],
    ['the requirement in a reference', 'src/a.ts', '// @implements RE|Q-1/AC1', 'REQ-1'],
    ['the criterion in a reference', 'src/a.ts', '// @implements REQ-1/A|C1', 'AC1'],
    ['the id behind a document', 'src/a.ts', '// @implements pay#RE|Q-1', 'REQ-1'],
    ['no document', 'src/a.ts', '// @implements p|ay#REQ-1', 'refused: A document is renamed by renaming its file'],
    ['no pin', 'src/a.ts', '// @implements REQ-1/AC1~000|000', undefined],
    ['nothing in code', 'src/a.ts', 'const a = |1;', undefined],
    [
      'no criterion that is counted',
      'src/a.ts',
      '// @implements REQ-1/A|C2',
      'refused: REQ-1/AC2 is counted by its position; give the criteria of REQ-1 written IDs first',
    ],
    ['the title that stands for an id', 'docs/z.md', '## Pa|y\n\n**Acceptance Criteria**:\n- x\n', 'Pay'],
    [
      'no title with marks in it',
      'docs/z.md',
      '## **Pa|y** by card\n\n**Acceptance Criteria**:\n- x\n',
      'refused: docs/z#pay-by-card is made from its heading; change the heading, or give the requirement a written ID first',
    ],
    ['no name of a test, which its language can rename', 'test/test_a.py', 'def test_REQ_|9():\n    pass\n', undefined],
    ['nothing unknown', 'src/a.ts', '// @implements REQ-|9', 'refused: REQ-9 is not defined in any document'],
  ];
  for (const [what, path, source, name] of cases) {
    it(`${what}: ${JSON.stringify(source)}`, () => {
      const { view, position } = workspace({ 'docs/pay.md': DOCUMENT, [path]: source });
      const found = prepareRename(view, path, position);
      assert.equal(found && ('refusal' in found ? `refused: ${found.refusal}` : found.name), name);
    });
  }

  it('refuses what is ambiguous', () => {
    const { view, path, position } = workspace({
      'docs/a.md': '## REQ-1: A',
      'docs/b.md': '## REQ-1: B',
      'src/a.ts': '// @implements REQ|-1',
    });
    assert.deepEqual(prepareRename(view, path, position), { refusal: 'REQ-1 could mean several items; say which document it is of first' });
  });
});

describe('rename', () => {
  it('makes no criterion a requirement', async () => {
    const path = 'aidlc-docs/inception/requirements/requirements.md';
    const source = (id: string): string => `# Requirements\n\n### FR-1: Boil\n\n- ${id}: The kettle shall boil.\n`;
    assert.equal(
      await renamed({ [path]: source('FR-1|.2') }, 'FR-9'),
      `With the name FR-9, line 5 of ${path} would mean something else. Choose another name, or change that line first`,
    );
    assert.deepEqual(await renamed({ [path]: source('FR-1|.2') }, 'FR-1.9'), { [path]: source('FR-1.9') });
  });

  it('writes a requirement anew in documents, code, tests, waivers and the configuration, pins kept', async () => {
    const files = {
      'docs/pay.md': DOCUMENT,
      'docs/system.md': '## SYS-1: System\n\n**Covers**: REQ-1\n\nSee REQ-1/AC1.\n',
      'reqtrace.yaml': 'waivers:\n  - ref: "REQ-1/AC2"\n    reason: later\n',
      'src/a.py': '# @implements REQ-1/AC1~123abc, AC2, SYS-1\n# @waives REQ-1: by hand\n',
      'test/a.test.ts': 'describe("REQ-1", () => {\n  it("AC1 pays", () => {});\n});\n',
      'test/AT.java': 'class AT {\n  @Test\n  void pays_REQ_1__AC1() {}\n}\n',
      'src/b.ts': '// @implements RE|Q-1\nconst REQ = "REQ-1";\n',
    };
    assert.deepEqual(await renamed(files, 'REQ-7'), {
      'docs/pay.md': DOCUMENT.replace('REQ-1', 'REQ-7'),
      'docs/system.md': '## SYS-1: System\n\n**Covers**: REQ-7\n\nSee REQ-7/AC1.\n',
      'reqtrace.yaml': 'waivers:\n  - ref: "REQ-7/AC2"\n    reason: later\n',
      'src/a.py': '# @implements REQ-7/AC1~123abc, AC2, SYS-1\n# @waives REQ-7: by hand\n',
      'test/a.test.ts': 'describe("REQ-7", () => {\n  it("AC1 pays", () => {});\n});\n',
      'test/AT.java': 'class AT {\n  @Test\n  void pays_REQ_7__AC1() {}\n}\n',
      'src/b.ts': '// @implements REQ-7\nconst REQ = "REQ-1";\n',
    });
  });

  describe('of a requirement of Kiro', () => {
    const spec = (number: string): string =>
      `# Requirements\n\n### Require|ment ${number}: Boil\n\n#### Acceptance Criteria\n\n1. WHEN on THE kettle SHALL boil\n`;
    const [own, other] = ['.kiro/specs/kettle', '.kiro/specs/pot'];
    const tasks = (number: string): string => `# Plan\n\n- [ ] 1. Heat\n  - _Requirements: ${number}.1_\n`;
    const files = {
      [`${other}/requirements.md`]: spec('5').replace('|', ''),
      [`${other}/tasks.md`]: tasks('5'),
      [`${own}/tasks.md`]: tasks('1'),
      [`${own}/requirements.md`]: spec('1'),
    };
    for (const name of ['4', 'Requirement 4', 'REQ-4', '5'])
      it(`takes ${name}, whatever another spec has`, async () => {
        const number = name.replace(/\D+/u, '');
        assert.deepEqual(await renamed(files, name), {
          [`${own}/tasks.md`]: tasks(number),
          [`${own}/requirements.md`]: spec(number).replace('|', ''),
        });
      });
  });

  it('writes a criterion anew, also where only it is written', async () => {
    const files = {
      'docs/pay.md': DOCUMENT,
      'src/a.py': '# @implements REQ-1, AC1~123abc, REQ-1/AC2\n',
      'test/a.test.ts': 'describe("REQ-1", () => {\n  it("AC1 pays", () => {});\n});\n',
      'test/AT.java': 'class AT {\n  @Test\n  void pays_req_1__ac1() {}\n}\n',
      'src/b.ts': '// @implements pay#REQ-1/A|C1',
    };
    assert.deepEqual(await renamed(files, 'AC5'), {
      'docs/pay.md': DOCUMENT.replace('AC1', 'AC5'),
      'src/a.py': '# @implements REQ-1, AC5~123abc, REQ-1/AC2\n',
      'test/a.test.ts': 'describe("REQ-1", () => {\n  it("AC5 pays", () => {});\n});\n',
      'test/AT.java': 'class AT {\n  @Test\n  void pays_req_1__ac5() {}\n}\n',
      'src/b.ts': '// @implements pay#REQ-1/AC5',
    });
  });

  const definitions: [what: string, source: string, newName: string, renamed: string][] = [
    ['a label keeps its words', '### Integration |Point 1.1: Stock\n', 'IP-1.2', '### Integration Point 1.2: Stock\n'],
    ['a label gives way to an id of another prefix', '### Integration |Point 1.1: Stock\n', 'CON-3', '### CON-3: Stock\n'],
    ['an id in brackets', '## [RE|Q-1] Stock\n', 'REQ-2', '## [REQ-2] Stock\n'],
    ['an id at the end', '## Stock {#RE|Q-1}\n', 'REQ-2', '## Stock {#REQ-2}\n'],
    ['an id line', '## Stock\n\n**ID**: RE|Q-1\n', 'REQ-2', '## Stock\n\n**ID**: REQ-2\n'],
    [
      'a criterion with a hyphen',
      '## REQ-1: A\n\n**Acceptance Criteria**:\n- **AC|-3**: x\n',
      'AC-4',
      '## REQ-1: A\n\n**Acceptance Criteria**:\n- **AC-4**: x\n',
    ],
    [
      'a criterion with an id of its own',
      '## REQ-1: A\n\n**Acceptance Criteria**:\n- **FR-0|1**: x\n',
      'FR-02',
      '## REQ-1: A\n\n**Acceptance Criteria**:\n- **FR-02**: x\n',
    ],
  ];
  for (const [what, source, newName, expected] of definitions) {
    it(what, async () => assert.deepEqual(await renamed({ 'docs/a.md': source }, newName), { 'docs/a.md': expected }));
  }

  it('names the document where another one has the new id', async () => {
    const files = { 'docs/a.md': '## REQ-1: A\n\nSee REQ-1.\n', 'docs/b.md': '## REQ-2: B\n', 'src/a.ts': '// @implements RE|Q-1' };
    assert.deepEqual(await renamed(files, 'REQ-2'), { 'docs/a.md': '## REQ-2: A\n\nSee REQ-2.\n', 'src/a.ts': '// @implements a#REQ-2' });
  });

  it('takes the anchors of headings along, wherever links lead to them', async () => {
    const files = {
      'README.md': 'See [paying](docs/pay.md#req-1-pay) and [all](docs/pay.md).\n',
      'docs/other.md':
        '# Other\n\n[a][pay] <a href="pay.md#req-1-pay">b</a> [c](pay.md#REQ-1-pay) [d](other.md#req-1-pay)\n\n[pay]: ./pay.md#req-1-pay "Pay"\n',
      'docs/pay.md':
        '- [Pay](#req-1-pay)\n- [Refund](#req-2-refund)\n\n## RE|Q-1: Pay\n\n`[x](#req-1-pay)`\n\n## REQ-2: Refund\n\n### Why REQ-1\n\n[why](#why-req-1)\n',
    };
    assert.deepEqual(await renamed(files, 'REQ-7'), {
      'README.md': files['README.md'].replace('req-1', 'req-7'),
      'docs/other.md': files['docs/other.md'].replaceAll(/pay.md#req-1-pay/giu, 'pay.md#req-7-pay'),
      'docs/pay.md':
        '- [Pay](#req-7-pay)\n- [Refund](#req-2-refund)\n\n## REQ-7: Pay\n\n`[x](#req-1-pay)`\n\n## REQ-2: Refund\n\n### Why REQ-7\n\n[why](#why-req-7)\n',
    });
  });

  it('gives a heading another title, and what goes by it another name', async () => {
    const files = {
      'docs/ready.md': '# Launch\n\n[ready](#ready-to-ship)\n\n## Ready to Ship\n\n**Acceptance Criteria**:\n- packed\n- paid\n',
      'docs/b.md': '[ready](ready.md#ready-to-ship)\n',
      'src/b.ts': '// @implements ready#ready-to-ship/AC2~123abc\n',
      'src/a.ts': '// @implements ready#ready-to|-ship\n',
    };
    assert.deepEqual(await renamed(files, 'Ready for  Export'), {
      'docs/ready.md': files['docs/ready.md'].replace('Ready to Ship', 'Ready for Export').replace('#ready-to-ship', '#ready-for-export'),
      'docs/b.md': '[ready](ready.md#ready-for-export)\n',
      'src/b.ts': '// @implements ready#ready-for-export/AC2~123abc\n',
      'src/a.ts': '// @implements ready#ready-for-export\n',
    });
    const refusal = (title: string): string =>
      `With the title "${title}" this heading would not be a requirement by its title. Change the heading itself`;
    assert.equal(await renamed(files, 'REQ-3: Ready'), refusal('REQ-3: Ready'));
    assert.equal(await renamed(files, ' '), refusal(''));
    assert.equal(await renamed(files, '**Ready**'), refusal('**Ready**'));
  });

  it('takes the pins along of a text that mentions the id', async () => {
    const document = '## REQ-1: Pay\n\n## REQ-2: Refund\n\nUndoes REQ-1.\n';
    const { view } = workspace({ 'docs/a.md': document });
    const pinned = view.item('docs/a#REQ-2');
    assert.ok(pinned);
    const files = { 'docs/a.md': document, 'src/a.ts': `// @implements REQ-2~${view.pin(pinned)}\n// @implements RE|Q-1\n` };
    const result = await renamed(files, 'REQ-3');
    const after = workspace(result as Record<string, string>);
    assert.deepEqual(after.view.findings('src/a.ts'), [], 'the link is not stale');
    assert.match((result as Record<string, string>)['src/a.ts'] ?? '', /^\/\/ @implements REQ-2~[0-9a-f]{6}\n\/\/ @implements REQ-3\n$/u);
  });

  const refusals: [what: string, files: Record<string, string>, newName: string, why: RegExp][] = [
    ['what is no id', { 'docs/a.md': '## RE|Q-1: A' }, 'pay later', /"pay later" is not a valid ID/u],
    ['a criterion for a requirement', { 'docs/a.md': '## RE|Q-1: A' }, 'AC-2', /"AC-2" is not a valid ID/u],
    ['an id for a criterion', { 'docs/a.md': DOCUMENT.replace('AC1', 'A|C1') }, 'REQ-2', /"REQ-2" is not a valid name of a criterion/u],
    [
      'an id of the same document',
      { 'docs/a.md': '## REQ-2: B\n\n## RE|Q-1: A\n' },
      'REQ-2',
      /REQ-2 is already used in docs\/a\.md, line 1/u,
    ],
    ['a criterion of the same requirement', { 'docs/a.md': DOCUMENT.replace('AC1', 'A|C1') }, 'AC2', /REQ-1\/AC2 is already used/u],
    [
      'an id of another document that is written bare elsewhere',
      { 'docs/b.md': '## REQ-2: B', 'src/b.ts': '// @implements REQ-2', 'docs/a.md': '## RE|Q-1: A' },
      'REQ-2',
      /REQ-2 is already defined in docs\/b\.md, and src\/b\.ts, line 1, refers to that one/u,
    ],
    [
      'what an ambiguous reference may mean',
      { 'docs/b.md': '## REQ-1: B', 'src/b.ts': '// @implements REQ-1', 'docs/a.md': '## RE|Q-1: A' },
      'REQ-2',
      /src\/b\.ts, line 1, could mean REQ-1 or another item/u,
    ],
    [
      'an id that a project notation cannot write',
      { 'docs/a.md': '## REQ-1: A', 'src/a.ts': '// Implements: RE|Q-1' },
      'REQ-1.2',
      /With the name REQ-1\.2, line 1 of src\/a\.ts/u,
    ],
  ];
  for (const [what, files, newName, why] of refusals) {
    it(`refuses ${what}`, async () => {
      const annotations = [{ pattern: String.raw`Implements: (?<ref>[A-Z]+-\d+)(?!\.)`, kind: 'implements' }] as const;
      assert.match(String(await renamed(files, newName, { annotations })), why);
    });
  }

  it('has what it does to code and tests, and nothing else, in a group', async () => {
    const { view, reading, path, position } = workspace({ 'docs/launch.md': LAUNCH, 'src/a.ts': '// @implements IP-1|.1' });
    const result = await rename(view, reading, { path, position }, 'IP-9', async (file) =>
      file === path ? '// @implements IP-1.1' : LAUNCH,
    );
    assert.ok(result && 'group' in result);
    assert.deepEqual(
      ['docs/launch.md', 'src/a.ts'].map((file) => result.group?.has(file)),
      [false, true],
    );
  });
});
