import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import type { LineNote } from '../../../../src/model/facts.ts';
import { inEnglish } from '../../../../src/model/message.ts';

const EXTRACTOR = createExtractor(DEFAULT_CONFIGURATION);

/** Each item with `exempt`, or `usual` where it needs nothing unless a rule says so. */
function read(text: string, path = 'docs/a.md'): readonly string[] {
  const notes: LineNote[] = [];
  const { requirements } = EXTRACTOR.extract(path, text, (note) => notes.push(note));
  return requirements.map(({ localId, exempt, usualNeeds, nameRange }) => {
    const usual = usualNeeds ? ' usual' : '';
    const word = exempt ? ' exempt' : usual;
    const isTold = notes.some(({ line, why }) => line === nameRange.start.line && inEnglish(why).startsWith('Needs nothing'));
    assert.equal(isTold, word !== '', `${localId} says in explain why it needs nothing`);
    return `${localId}${word}`;
  });
}

describe('items that nobody has to build now', () => {
  const titles = [
    'Out of Scope',
    '3. Out-of-Scope Requirements',
    'Non-Goals',
    'Nongoals',
    'Not in scope for the MVP',
    'Future Work',
    'Future Enhancements (post 1.0)',
    'Deferred',
    'Deferred Requirements:',
    'Won’t Have',
    'Won’t-have (this time)',
    'Post-MVP',
    'Later',
    'Withdrawn requirements',
    '范围外',
    '4. 不在范围内',
    '未来工作',
    'Außerhalb des Geltungsbereichs',
    'Nicht im Umfang',
    'Zukünftige Erweiterungen',
    'Fuera de alcance',
    'Mejoras futuras',
    'Fora do escopo',
    'Melhorias futuras',
    'Hors périmètre',
    'Évolutions futures',
    '対象外',
    '将来の拡張',
    '범위 외',
    '향후 계획',
    'Вне рамок',
    'Будущие улучшения',
    'Fuori ambito',
    'Sviluppi futuri',
  ];
  for (const title of titles)
    // @verifies RT-1.3/AC3~4ee122
    it(`stand under ${title}`, () =>
      assert.deepEqual(read(`## A\n\n- **REQ-1**: a\n\n## ${title}\n\n- **REQ-2**: b`), ['REQ-1', 'REQ-2 exempt']));

  const others = [
    'Scope',
    'In Scope and Out of Scope',
    'In scope',
    'The Future of Kettles',
    'Forecasts of Future Demand',
    'Later Stages of Boiling',
    'Requirements',
    'Version 2 Protocol Support',
    'Backlog',
    'Deferred Payments',
    'Futures Trading',
    'Removed Items Report',
  ];
  for (const title of others)
    it(`are not those under ${title}`, () =>
      assert.deepEqual(read(`## A\n\n- **REQ-1**: a\n\n## ${title}\n\n- **REQ-2**: b`), ['REQ-1', 'REQ-2']));

  const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    ['are headings too', '# Kettle\n\n## Out of Scope\n\n### REQ-2: b\n\n## More\n\n### REQ-3: c', ['REQ-2 exempt', 'REQ-3']],
    [
      'are rows of tables',
      '# K\n\n## Non-Goals\n\n| ID | Requirement |\n|---|---|\n| REQ-2 | It shall not sing |\n| REQ-3 | It shall not dance |',
      ['REQ-2 exempt', 'REQ-3 exempt'],
    ],
    ['are told by a line above their list', '## A\n\n- **REQ-1**: a\n\n**Out of Scope**:\n\n- **REQ-2**: b', ['REQ-1', 'REQ-2 exempt']],
    [
      'until the next line that says something else',
      '## A\n\n**Out of Scope**:\n\n- **REQ-2**: b\n\n**In Scope**:\n\n- **REQ-1**: a',
      ['REQ-2 exempt', 'REQ-1'],
    ],
    ['stand deeper below', '# Out of Scope\n\n## Tea\n\n### Green\n\n- **REQ-2**: b', ['REQ-2 exempt']],
    ['are none because they are called so', '# K\n\n## REQ-1: Out of scope traffic\n\n- **REQ-2**: b', ['REQ-1', 'REQ-2']],
    ['belong to a later version than others', '# K\n\n## v1\n\n- **REQ-1**: a\n\n## v2\n\n- **REQ-2**: b', ['REQ-1', 'REQ-2 exempt']],
    [
      'belong to a later version than the rest',
      '# K\n\n## Boil\n\n- **REQ-1**: a\n\n## Version 2 Requirements\n\n- **REQ-2**: b',
      ['REQ-1', 'REQ-2 exempt'],
    ],
    ['are not those of the only version', '# K\n\n## Version 2\n\n- **REQ-2**: b', ['REQ-2']],
    ['are not those of the lowest version', '# K\n\n## v2\n\n- **REQ-1**: a\n\n## v3\n\n- **REQ-2**: b', ['REQ-1', 'REQ-2 exempt']],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text), expected));
});

describe('items that are no requirements', () => {
  const cases: readonly (readonly [what: string, text: string, expected: readonly string[], path?: string])[] = [
    ['by prefix: a decision', '# Kettle\n\n### ADR-001: Use induction', ['ADR-001 usual']],
    ['by prefix: a risk', '# Kettle\n\n- **RISK-1**: It leaks', ['RISK-1 usual']],
    ['by prefix: a hazard', '# Kettle\n\n- **HAZ-1**: It burns', ['HAZ-1 usual']],
    ['by prefix: a procedure', '---\nid: SOP-002\n---\n\n# Clean the kettle', ['SOP-002 usual']],
    ['under Risk Register', '# Kettle\n\n## Risk Register\n\n### R-001: It leaks', ['R-001 usual']],
    ['under Risks and Mitigations', '# Kettle\n\n## 6. Risks and Mitigations\n\n- **R-1**: It leaks', ['R-1 usual']],
    ['under Hazards', '# Hazard Log\n\n### HE-001: It burns\n\n### HE-002: It boils dry', ['HE-001 usual', 'HE-002 usual']],
    ['under Test Cases', '# Kettle\n\n## Integration Test Cases\n\n### INT-003: Boil twice', ['INT-003 usual']],
    ['under Test Plan', '# Kettle Test Plan\n\n### TC-1: Boil twice', ['TC-1 usual']],
    ['under Architecture Decisions', '# Architecture Decisions\n\n### AD-1: Use induction', ['AD-1 usual']],
    ['under Assumptions', '# Kettle\n\n## Assumptions\n\n- **A-1**: There is water', ['A-1 usual']],
    ['under Open Questions', '# Kettle\n\n## Open Questions\n\n- **Q-1**: Which tea?', ['Q-1 usual']],
    ['by type', '---\nid: TC-001\ntype: test-case\n---\n\n# Boil twice', ['TC-001 usual']],
    ['by folder', '---\nid: TC-001\n---\n\n# Boil twice', ['TC-001 usual'], 'docs/test-cases/boil.md'],
    ['in German', '# Kessel\n\n## Risiken\n\n- **R-1**: Er tropft', ['R-1 usual']],
    ['in Chinese', '# 水壶\n\n## 测试用例\n\n- **TC-1**: 烧水', ['TC-1 usual']],
    ['in Japanese', '# やかん\n\n## リスク一覧\n\n- **R-1**: 漏れる', ['R-1 usual']],
    [
      'unless requirements by their prefix',
      '# Kettle\n\n## Risks\n\n- **REQ-1**: a\n- **SW-REQ-1**: b\n- **NFR-2**: c\n- **US-3**: d',
      ['REQ-1', 'SW-REQ-1', 'NFR-2', 'US-3'],
    ],
    ['unless a nearer title is about requirements', '# Risk Register\n\n## Safety Requirements\n\n- **SG-1**: a', ['SG-1']],
    ['unless what is done about them', '# Risk Register\n\n## Risk Controls\n\n- **RC-1**: a', ['RC-1']],
    ['unless they bind', '# Hazards\n\n- **HE-1**: The kettle shall switch off', ['HE-1']],
    ['unless they have criteria', '# Test Cases\n\n### TC-1: Boil\n\n**Acceptance Criteria**:\n\n- It boils', ['TC-1']],
    ['unless the title says more', '# Kettle\n\n## Risk-based pricing engine\n\n- **P-1**: a', ['P-1']],
    ['unless tests are what is required', '# Kettle\n\n## Test Harness Requirements\n\n- **TH-1**: a', ['TH-1']],
    ['unless decisions are what is built', '# Kettle\n\n## Decision Engine\n\n- **DE-1**: a', ['DE-1']],
    ['unless nothing says so', '# Kettle\n\n### TC-1: a\n\n### R-1: b\n\n### HE-1: c', ['TC-1', 'R-1', 'HE-1']],
  ];
  for (const [what, text, expected, path] of cases) it(what, () => assert.deepEqual(read(text, path), expected));

  it('are what the project says', () => {
    const own = createExtractor({ ...DEFAULT_CONFIGURATION, ids: ['R-[0-9]+'] });
    const [risk] = own.extract('docs/a.md', '# Kettle\n\n## Risks\n\n### R-1: It leaks').requirements;
    assert.equal(risk?.usualNeeds, undefined);
  });
});

describe('ids of a shape of their own at the head of many headings', () => {
  const told = (text: string): readonly string[] =>
    EXTRACTOR.extract('docs/a.md', text).problems.flatMap(({ code, message }) => (code === 'near-miss' ? [inEnglish(message)] : []));
  const headings = (form: string, count: number): string =>
    `# Kettle\n\n${Array.from({ length: count }, (_one, at) => `### ${form.replace('#', String(at + 1))} Boil\n\nText.`).join('\n\n')}`;

  for (const [form, pattern] of [
    ['SWL_#', 'SWL_[0-9]+'],
    ['[SWL.#]', String.raw`SWL\.[0-9]+`],
    ['KTL/#', 'KTL/[0-9]+'],
    ['KTL_SW_#', 'KTL_SW_[0-9]+'],
  ] as const)
    it(`${form} are near-misses with a pattern that reads them`, () => {
      const [message = '', ...others] = told(headings(form, 6));
      assert.ok(message.includes(`add the pattern '${pattern}' to ids`), message);
      assert.deepEqual(others, []);
      const own = createExtractor({ ...DEFAULT_CONFIGURATION, ids: [pattern] });
      assert.equal(own.extract('docs/a.md', headings(form, 6)).requirements.length, 6);
    });

  for (const form of ['Step #', '#.', 'V#', 'Q# 2026', 'Chapter_#', 'HTTP/#'])
    it(`${form} are none where they are few or words`, () => assert.deepEqual(told(headings(form, form.startsWith('HTTP') ? 3 : 6)), []));
});
