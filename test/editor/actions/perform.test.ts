import assert from 'node:assert/strict';
import type { WaiverWords } from '../../../src/editor/actions/actionRequest.ts';
import { offersAt } from '../../../src/editor/actions/offers.ts';
import { perform } from '../../../src/editor/actions/perform.ts';
import { applyEdits, editsByFile } from '../../../src/editor/edits.ts';
import { LAUNCH, workspace } from '../../support/editor/workspace.ts';

/** The titles of what is offered at the cursor. */
function titles(files: Record<string, string>): string[] {
  const { view, reading, path, position } = workspace(files);
  return offersAt(view, reading.ids, path, position).map(({ title }) => title);
}

/** What the files are after the offer whose title matches, only those that it changes; or why it cannot be done. */
async function after(files: Record<string, string>, title: RegExp): Promise<Record<string, string> | string> {
  const { view, reading, path, position, text } = workspace(files);
  const offer = offersAt(view, reading.ids, path, position).find((one) => title.test(one.title));
  assert.ok(
    offer,
    `offered are ${offersAt(view, reading.ids, path, position)
      .map((one) => one.title)
      .join('; ')}`,
  );
  const textOf = async (file: string): Promise<string | undefined> => (file === path ? text.getText() : files[file]);
  const result = await perform(view, reading, offer.request, textOf);
  if ('refusal' in result) return result.refusal;
  const changed: Record<string, string> = {};
  for (const [file, edits] of editsByFile(result.edits)) changed[file] = applyEdits((await textOf(file)) ?? '', edits);
  return changed;
}

const CRITERIA = '## REQ-1: Pay\n\n**Acceptance Criteria**:\n- An order is paid\n- AC7: A refund is **paid**\n- [x] All is kept\n';

describe('offers', () => {
  const cases: [what: string, files: Record<string, string>, titles: string[]][] = [
    [
      'an unmet criterion',
      { 'test/a.test.ts': '', 'docs/a.md': CRITERIA.replace('An order', 'An |order') },
      [
        'Write a test for REQ-1/AC1',
        'Waive REQ-1/AC1 in reqtrace.yaml, with a reason to be written there',
        'Write the IDs of all criteria of REQ-1',
      ],
    ],
    [
      'an unmet criterion where no test can be written',
      { 'docs/a.md': CRITERIA.replace('An order', 'An |order') },
      ['Waive REQ-1/AC1 in reqtrace.yaml, with a reason to be written there', 'Write the IDs of all criteria of REQ-1'],
    ],
    [
      'an unmet requirement without criteria',
      { 'go.mod': '', 'docs/a.md': '## REQ-|1: Pay\n' },
      ['Write a test for REQ-1', 'Waive REQ-1 in reqtrace.yaml, with a reason to be written there'],
    ],
    [
      'a tested criterion',
      { 'test/a.test.ts': '// @verifies REQ-1/AC1\n', 'docs/a.md': CRITERIA.replace('An order', 'An |order') },
      ['Waive REQ-1/AC1 in reqtrace.yaml, with a reason to be written there', 'Write the IDs of all criteria of REQ-1'],
    ],
    [
      'a criterion of a requirement without an id',
      { 'go.mod': '', 'docs/operations/readiness.md': '## Counter readiness\n\n**Acceptance Criteria**:\n- It| is open\n' },
      [
        'Write a test for AC1 of "Counter readiness"',
        'Waive AC1 of "Counter readiness" in reqtrace.yaml, with a reason to be written there',
        'Write the IDs of all criteria of "Counter readiness"',
      ],
    ],
    ['an implicit requirement', { 'docs/a.md': '## P|ay\n\n**Acceptance Criteria**:\n- AC1: paid\n' }, ['Give "Pay" a written ID']],
    [
      'a reference',
      { 'docs/a.md': CRITERIA, 'src/a.ts': '// @implements REQ-1/A|C1\n' },
      ['Pin to the present text of REQ-1/AC1', 'Waive REQ-1/AC1 here, with a reason to be written'],
    ],
    ['a mention', { 'docs/a.md': CRITERIA, 'src/a.ts': '// see REQ-1/A|C1\n' }, []],
    ['a place without a reference', { 'docs/a.md': CRITERIA, 'src/a.ts': '// @impl|ements REQ-1/AC1\n' }, []],
    [
      'a reference to a heading that was changed',
      {
        'docs/a.md': '## Pay by card\n\n**Acceptance Criteria**:\n- paid\n',
        'src/a.ts': '// @implements a#pay-n|ow\n// @implements a#pay-now/AC1\n',
      },
      ['Change all 2 references to a#pay-by-card, now "Pay by card"'],
    ],
    [
      'a heading that was changed, and the only reference to it',
      { 'docs/a.md': '## Pay by card\n\n**Acceptance Criteria**:\n- paid\n', 'src/a.ts': '// @implements a#open-on-s|undays\n' },
      ['Change the reference to a#pay-by-card, now "Pay by card"'],
    ],
    [
      'the only reference to a name, which the fix of its finding changes',
      { 'docs/a.md': CRITERIA, 'src/a.ts': '// @implements REQ-|7\n' },
      [],
    ],
    ['a reference to nothing like it', { 'docs/a.md': CRITERIA, 'src/a.ts': '// @implements ZZZ-|99.1\n' }, []],
    [
      'a key of another tool',
      { 'docs/a.md': CRITERIA, 'src/a.ts': '// @implements ZZZ-|99\n' },
      ['Declare ZZZ in reqtrace.yaml as kept by another tool'],
    ],
  ];
  for (const [what, files, expected] of cases) it(`for ${what}`, () => assert.deepEqual(titles(files), expected));
});

describe('perform', () => {
  const cases: [what: string, files: Record<string, string>, title: RegExp, expected: Record<string, string>][] = [
    [
      'pins a reference of a list',
      { 'docs/a.md': '## REQ-1: Pay\n', 'src/a.py': '# @implements REQ|-1, REQ-2\n' },
      /^Pin/u,
      { 'src/a.py': '# @implements REQ-1~723afa, REQ-2\n' },
    ],
    [
      'writes the ids of all criteria that are counted',
      { 'docs/a.md': CRITERIA.replace('Pay', 'P|ay') },
      /^Write the IDs/u,
      { 'docs/a.md': CRITERIA.replace('- An', '- AC1: An').replace('[x] All', '[x] AC3: All') },
    ],
    [
      'gives a requirement the next free id and changes its references',
      {
        'docs/b.md': '## REQ-007: B\n',
        'src/a.ts': '// @implements a#pay-now, a#pay-now/AC1~123abc\n',
        'docs/a.md': '## Pay n|ow\n\n**Acceptance Criteria**:\n- paid\n',
      },
      /^Give/u,
      {
        'docs/a.md': '## REQ-008: Pay now\n\n**Acceptance Criteria**:\n- paid\n',
        'src/a.ts': '// @implements REQ-008, REQ-008/AC1~123abc\n',
      },
    ],
    [
      'gives a label its number',
      { 'docs/b.md': '## REQ-3: B\n', 'docs/a.md': '### Requirement: P|ay\n\n- [ ] paid\n' },
      /^Give/u,
      { 'docs/a.md': '### Requirement 4: Pay\n\n- [ ] paid\n' },
    ],
    [
      'changes all references to a heading that was changed',
      {
        'docs/a.md': '## Pay by card\n\n**Acceptance Criteria**:\n- paid\n',
        'src/b.py': '# @implements a#pay-now/AC1~123abc\n',
        'src/a.ts': '// @implements a#pay-n|ow\n',
      },
      /^Change all/u,
      { 'src/a.ts': '// @implements a#pay-by-card\n', 'src/b.py': '# @implements a#pay-by-card/AC1~123abc\n' },
    ],
    [
      'adds a waiver above a line',
      { 'docs/a.md': '## REQ-1: Pay\n', 'src/a.py': 'def a():\n    # @implements REQ|-1\n    pass\n' },
      /^Waive/u,
      { 'src/a.py': 'def a():\n    # @waives REQ-1: \n    # @implements REQ-1\n    pass\n' },
    ],
    [
      'makes reqtrace.yaml for a waiver',
      { 'docs/a.md': '## REQ|-1: Pay\n' },
      /^Waive/u,
      { 'reqtrace.yaml': 'waivers:\n  - ref: REQ-1\n    reason:\n' },
    ],
    [
      'adds a waiver to a list',
      { 'reqtrace.yaml': 'waivers:\n- ref: REQ-2\n  reason: x\n\nsiteRoot: docs\n', 'docs/a.md': '## REQ|-1: Pay\n\n## REQ-2: B\n' },
      /^Waive/u,
      {
        'reqtrace.yaml': 'waivers:\n- ref: REQ-2\n  reason: x\n- ref: REQ-1\n  reason:\n\nsiteRoot: docs\n',
      },
    ],
    [
      'adds a waiver behind other keys',
      { 'reqtrace.yaml': 'siteRoot: docs', 'docs/a.md': '## REQ|-1: Pay\n' },
      /^Waive/u,
      {
        'reqtrace.yaml': 'siteRoot: docs\nwaivers:\n  - ref: REQ-1\n    reason:\n',
      },
    ],
    [
      'fills an empty list of waivers',
      { 'reqtrace.yaml': 'waivers: []\nsiteRoot: docs\n', 'docs/a.md': '## REQ|-1: Pay\n' },
      /^Waive/u,
      {
        'reqtrace.yaml': 'waivers:\n  - ref: REQ-1\n    reason:\nsiteRoot: docs\n',
      },
    ],
    [
      'goes on with a list that ends the file',
      { 'reqtrace.yaml': 'waivers:\n    - ref: REQ-2\n      reason: x', 'docs/a.md': '## REQ|-1: Pay\n\n## REQ-2: B\n' },
      /^Waive/u,
      {
        'reqtrace.yaml': 'waivers:\n    - ref: REQ-2\n      reason: x\n    - ref: REQ-1\n      reason:\n',
      },
    ],
  ];
  for (const [what, files, title, expected] of cases) {
    it(what, async () => assert.deepEqual(await after(files, title), expected));
  }

  it('says why it cannot', async () => {
    assert.match(
      String(await after({ 'reqtrace.yaml': 'waivers: [{ ref: REQ-2, reason: x }]\n', 'docs/a.md': '## REQ|-1: Pay\n' }, /^Waive/u)),
      /add this one: ref: REQ-1/u,
    );
    assert.match(
      String(await after({ 'src/a.ts': '', 'docs/a.md': '## REQ|-1: Pay\n' }, /^Write a test/u)),
      /tells which test framework is used here/u,
    );
  });

  it('leaves what it does not know alone', async () => {
    const { view, reading } = workspace({ 'docs/launch.md': LAUNCH });
    const textOf = async (): Promise<undefined> => undefined;
    assert.deepEqual(await perform(view, reading, { kind: 'waive', key: 'gone' }, textOf), { refusal: 'gone does not exist any more' });
    assert.deepEqual(await perform(view, reading, { kind: 'write-id', key: 'docs/launch#IP-1.1' }, textOf), {
      refusal: 'docs/launch.md cannot be read',
    });
  });
});

describe('waivers of several items', () => {
  const documents = { 'docs/a.md': '## REQ-1: Pay\n\n## REQ-2: Keep\n\n## REQ-3: Show\n' };
  const entry = (id: string): string => `  - ref: ${id}\n    reason: later\n`;
  const cases: [what: string, before: string | undefined, after: string][] = [
    ['in a new file', undefined, `waivers:\n${entry('REQ-1')}${entry('REQ-3')}`],
    [
      'behind others',
      `waivers:\n${entry('REQ-2')}siteRoot: docs\n`,
      `waivers:\n${entry('REQ-2')}${entry('REQ-1')}${entry('REQ-3')}siteRoot: docs\n`,
    ],
    ['in an empty list', 'waivers: []\nsiteRoot: docs\n', `waivers:\n${entry('REQ-1')}${entry('REQ-3')}siteRoot: docs\n`],
    [
      'behind a list without an end of line',
      `waivers:\n${entry('REQ-2').trimEnd()}`,
      `waivers:\n${entry('REQ-2')}${entry('REQ-1')}${entry('REQ-3')}`,
    ],
  ];
  for (const [what, before, after] of cases) {
    it(`are one edit ${what}`, async () => {
      const { view, reading } = workspace(documents);
      const request = { kind: 'waive', key: 'docs/a#REQ-1', others: ['docs/a#REQ-3'], waiver: { reason: 'later' } } as const;
      const made = await perform(view, reading, request, async () => before);
      assert.ok(!('refusal' in made), JSON.stringify(made));
      assert.deepEqual([made.edits.length, applyEdits(before ?? '', made.edits)], [1, after]);
    });
  }

  it('are none where one of them is gone', async () => {
    const { view, reading } = workspace(documents);
    const request = { kind: 'waive', key: 'docs/a#REQ-1', others: ['gone'], waiver: { reason: 'later' } } as const;
    assert.deepEqual(await perform(view, reading, request, async () => ''), { refusal: 'gone does not exist any more' });
  });
});

describe('a waiver in code with what a person said of it', () => {
  const cases: [what: string, waiver: WaiverWords, line: string][] = [
    ['a reason', { reason: 'later' }, '    # @waives REQ-1: later'],
    ['all of it', { reason: 'by hand', owner: 'QA', until: '2027-03-31' }, '    # @waives REQ-1: by hand (owner QA) until 2027-03-31'],
    ['a reason of several lines', { reason: 'by\nhand' }, '    # @waives REQ-1: by hand'],
    ['a reason that ends in a comma', { reason: 'by hand,' }, '    # @waives REQ-1: by hand'],
    ['a day in the reason', { reason: 'by hand until 2027-03-31' }, ''],
    ['an owner in the reason', { reason: 'by hand (owner Ann)' }, ''],
    ['brackets in the owner', { reason: 'by hand', owner: 'QA (Ann)' }, ''],
  ];
  for (const [what, waiver, line] of cases) {
    it(`${line === '' ? 'refuses' : 'writes'} ${what}`, async () => {
      const text = 'def a():\n    # @implements REQ-1\n    pass\n';
      const { view, reading } = workspace({ 'docs/a.md': '## REQ-1: Pay\n', 'src/a.py': text });
      const request = { kind: 'waive-here', key: 'docs/a#REQ-1', path: 'src/a.py', position: { line: 1, character: 6 }, waiver } as const;
      const made = await perform(view, reading, request, async () => text);
      if (line === '') return assert.ok('refusal' in made);
      assert.ok(!('refusal' in made), JSON.stringify(made));
      assert.equal(applyEdits(text, made.edits).split('\n')[1], line);
    });
  }
});

describe('a waiver with what a person said of it', () => {
  const cases: [what: string, configuration: string | undefined, waiver: WaiverWords, expected: string][] = [
    ['in a new file', undefined, { reason: 'later' }, 'waivers:\n  - ref: REQ-1\n    reason: later\n'],
    [
      'with all of it',
      'waivers:\n  - ref: REQ-2\n    reason: x\n',
      { reason: 'measured by hand', owner: 'QA', until: '2027-03-31' },
      'waivers:\n  - ref: REQ-2\n    reason: x\n  - ref: REQ-1\n    reason: measured by hand\n    owner: QA\n    until: 2027-03-31\n',
    ],
    ['with a colon', '', { reason: 'see: the wiki' }, 'waivers:\n  - ref: REQ-1\n    reason: "see: the wiki"\n'],
    ['with a hash', '', { reason: 'waits #12' }, 'waivers:\n  - ref: REQ-1\n    reason: "waits #12"\n'],
    ['with quotes', '', { reason: 'a "real" reason' }, 'waivers:\n  - ref: REQ-1\n    reason: "a \\"real\\" reason"\n'],
    ['with a word that YAML takes for a value', '', { reason: 'no' }, 'waivers:\n  - ref: REQ-1\n    reason: "no"\n'],
    ['with a number', '', { reason: '42' }, 'waivers:\n  - ref: REQ-1\n    reason: "42"\n'],
    ['with a day', '', { reason: '2027-01-01' }, 'waivers:\n  - ref: REQ-1\n    reason: "2027-01-01"\n'],
    [
      'with an address',
      '',
      { reason: 'x', owner: 'qa@example.org' },
      'waivers:\n  - ref: REQ-1\n    reason: x\n    owner: "qa@example.org"\n',
    ],
    ['with letters of other languages', '', { reason: 'später gemessen' }, 'waivers:\n  - ref: REQ-1\n    reason: später gemessen\n'],
    ['with a dash before it', '', { reason: '- a list' }, 'waivers:\n  - ref: REQ-1\n    reason: "- a list"\n'],
    ['with a backslash', '', { reason: 'C:\\a' }, 'waivers:\n  - ref: REQ-1\n    reason: "C:\\\\a"\n'],
  ];
  for (const [what, configuration, waiver, expected] of cases) {
    it(what, async () => {
      const { view, reading } = workspace({ 'docs/a.md': '## REQ-1: Pay\n\n## REQ-2: Keep\n' });
      const made = await perform(view, reading, { kind: 'waive', key: 'docs/a#REQ-1', waiver }, async () => configuration);
      assert.ok(!('refusal' in made), JSON.stringify(made));
      assert.equal(applyEdits(configuration ?? '', made.edits), expected);
      const waived = workspace({ 'docs/a.md': '## REQ-1: Pay\n\n## REQ-2: Keep\n', 'reqtrace.yaml': expected }).view.coverage(
        'docs/a#REQ-1',
      );
      assert.deepEqual([waived.status, waived.waivers[0]?.waiver.reason], ['waived', waiver.reason]);
    });
  }
});
