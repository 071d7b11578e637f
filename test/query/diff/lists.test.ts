import assert from 'node:assert/strict';
import type { Files } from '../../support/diffStates.ts';
import { difference, listed, told } from '../../support/diffStates.ts';

/** A requirement with criteria that bear their ids. */
function doc(...criteria: string[]): Files {
  return { 'docs/a.md': `## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n${criteria.map((text) => `- ${text}\n`).join('')}\n` };
}

const CONFIRM = '**AC1**: Orders are confirmed within a minute';
const REJECT = '**AC2**: Empty parcels come back to the sender';
const PUT_OFF = '[deferred] **AC2**: Empty parcels come back to the sender';

describe('a new criterion that is exempt', () => {
  const cases: readonly [what: string, head: Files, ids: string[], base?: Files][] = [
    ['put off', doc(CONFIRM, '[deferred] **AC2**: Payments are encrypted at rest'), ['REQ-1/AC2']],
    ['put off behind its id', doc(CONFIRM, '**AC2** [deferred]: Payments are encrypted at rest'), ['REQ-1/AC2']],
    ['removed from the start', doc(CONFIRM, '[removed] **AC2**: Payments are encrypted at rest'), ['REQ-1/AC2']],
    ['struck out', doc(CONFIRM, '~~**AC2**: Payments are encrypted at rest~~'), ['REQ-1/AC2']],
    ['put off without an id', doc('[deferred] Payments are encrypted at rest'), ['REQ-1/AC1'], {}],
    [
      'of a new requirement that is put off',
      {
        ...doc(CONFIRM),
        'docs/b.md': '## [deferred] REQ-2: Payments\n\n**Acceptance Criteria**:\n\n- They are encrypted\n- They are signed\n',
      },
      ['REQ-2/AC1', 'REQ-2/AC2'],
    ],
    [
      'of a new requirement that is struck out',
      { ...doc(CONFIRM), 'docs/b.md': '## ~~REQ-2: Payments~~\n\n**Acceptance Criteria**:\n\n- They are encrypted\n' },
      ['REQ-2/AC1'],
    ],
    [
      'of a new requirement that needs nothing',
      { ...doc(CONFIRM), 'docs/b.md': '## REQ-2: Payments\n\n**Needs**: none\n\n**Acceptance Criteria**:\n\n- They are encrypted\n' },
      ['REQ-2/AC1'],
    ],
    ['a whole requirement', { ...doc(CONFIRM), 'docs/b.md': '## [deferred] REQ-2: Payments\n\nAre encrypted at rest.\n' }, ['REQ-2']],
    [
      'put off although code and tests are there',
      {
        ...doc(CONFIRM, PUT_OFF),
        'src/a.ts': '// @implements REQ-1/AC2\nexport function a() {}\n',
        'test/a.test.ts': "// @verifies REQ-1/AC2\ntest('a', () => {});\n",
      },
      ['REQ-1/AC2'],
    ],
    ['one of many', doc(CONFIRM, REJECT, '[deferred] **AC3**: All is kept'), ['REQ-1/AC3'], doc(CONFIRM, REJECT)],
  ];
  for (const [what, head, ids, base = doc(CONFIRM)] of cases) {
    it(`is waived: ${what}`, () => {
      assert.deepEqual(told(difference(base, head)), {
        waived: ids.map((id) => `${id}: new, is exempt now: it is marked as one that needs nothing`),
      });
    });
  }
});

describe('a deferral that is taken back', () => {
  const code = { 'src/a.ts': '// @implements REQ-1/AC2\nexport function a() {}\n' };
  const test = { 'test/a.test.ts': "// @verifies REQ-1/AC2\ntest('a', () => {});\n" };
  const exempt = doc(CONFIRM, PUT_OFF);
  const asked = doc(CONFIRM, REJECT);
  const added = { added: ['REQ-1/AC2'] };
  const cases: readonly [what: string, base: Files, head: Files, expected: Record<string, string[]>][] = [
    ['new and not met, if nothing is there', exempt, asked, added],
    ['the same if it was struck out', doc(CONFIRM, `~~${REJECT}~~`), asked, added],
    ['the same if it was removed', doc(CONFIRM, REJECT.replace('**AC2**', '[removed] **AC2**')), asked, added],
    ['the same with half of what it needs', { ...exempt, ...code }, { ...asked, ...code }, added],
    ['the same with half of it new', exempt, { ...asked, ...code }, added],
    ['the same with another text', exempt, doc(CONFIRM, '**AC2**: Empty parcels go to the depot'), added],
    ['the same with another number', exempt, doc(CONFIRM, '**AC9**: Empty parcels come back to the sender'), { added: ['REQ-1/AC9'] }],
    ['the same where a link goes with it', { ...exempt, ...code }, asked, added],
    ['met, if all is there', { ...exempt, ...code, ...test }, { ...asked, ...code, ...test }, { met: ['REQ-1/AC2'] }],
    [
      'for all criteria of a requirement at once',
      { 'docs/b.md': '## [deferred] REQ-1: Payments\n\n**Acceptance Criteria**:\n\n- They are encrypted\n- They are signed\n' },
      { 'docs/b.md': '## REQ-1: Payments\n\n**Acceptance Criteria**:\n\n- They are encrypted\n- They are signed\n' },
      { added: ['REQ-1/AC1', 'REQ-1/AC2'] },
    ],
    ['broken where it was a waiver that goes', { ...asked, 'src/w.ts': '// @waives REQ-1/AC2: later\n' }, asked, { broken: ['REQ-1/AC2'] }],
  ];
  for (const [what, base, head, expected] of cases) {
    it(`is ${what}`, () => {
      assert.deepEqual(listed(difference(base, head)), expected);
    });
  }

  it('says that it needs something now', () => {
    assert.deepEqual(told(difference(exempt, asked)), { added: ['REQ-1/AC2: was exempt, is unmet: it needs something now'] });
  });
});
