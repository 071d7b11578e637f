import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { TraceIndex } from '../../../../src/index/traceIndex.ts';
import { readExample } from '../../../support/notations/pages.ts';
import { TODAY } from '../../../support/index/build.ts';

function read(path: string, text: string): readonly string[] {
  return readExample({ path, text, read: '' }, NOTATIONS).trimEnd().split('\n');
}

type Case = readonly [what: string, path: string, text: string, facts: readonly string[]];

const REQS = 'docs/reqstool/requirements.yml';
const SVCS = 'docs/reqstool/software_verification_cases.yml';
const MVRS = 'docs/reqstool/manual_verification_results.yml';
const META = 'metadata:\n  urn: kettle\n';

const FILES: readonly Case[] = [
  [
    'a requirement',
    REQS,
    `${META}requirements:\n  - id: REQ_001\n    title: Boil\n    significance: shall\n`,
    ['5 requirement kettle#REQ_001 Boil (needs implements, svc)', '6 attribute significance: shall'],
  ],
  [
    'one that needs no code',
    REQS,
    `${META}requirements:\n- id: REQ_001\n  implementation: configuration\n`,
    ['4 requirement kettle#REQ_001 REQ_001 (needs svc)', '5 attribute implementation: configuration'],
  ],
  [
    'one that is obsolete as exempt',
    REQS,
    `${META}requirements:\r\n  - id: REQ_001\r\n    lifecycle:\r\n      state: obsolete\r\n`,
    ['4 requirement kettle#REQ_001 REQ_001 (needs implements, svc) (exempt)'],
  ],
  [
    'an id once',
    REQS,
    `${META}requirements:\n- id: A_1\n- id: A_1\n`,
    [
      '4 requirement kettle#A_1 A_1 (needs implements, svc)',
      '5 duplicate-id A_1 is defined twice in this document. Renumber the second definition',
    ],
  ],
  [
    'a case',
    SVCS,
    'cases:\n  - id: SVC_1\n    requirement_ids: ["REQ_001", "ms-001:REQ_002"]\n',
    ['2 requirement docs/reqstool#SVC_1 SVC_1 (needs verifies)', '3 covers REQ_001', '3 covers ms-001#REQ_002'],
  ],
  [
    'results, of which those that passed count',
    MVRS,
    'results:\n- id: M_1\n  svc_ids: ["SVC_1"]\n  pass: true\n- id: M_2\n  svc_ids: ["SVC_2"]\n  pass: false\n',
    ['3 verifies SVC_1', '6 mentions SVC_2'],
  ],
  ['a fault', REQS, `${META}requirements:\n  - id: "REQ_001\n`, ['1 skipped-file This file cannot be read as YAML']],
  ['nothing of roles', 'roles/requirements.yml', '- src: geerlingguy.docker\n  version: 1.2.3\n', ['nothing']],
  ['nothing of test data', `test/fixtures/${REQS}`, `${META}requirements:\n- id: A_1\n`, ['nothing']],
];

const CODE: readonly Case[] = [
  [
    'a decorator',
    'src/a.py',
    '@Requirements("REQ_001", "REQ_002")\ndef boil():\n    pass\n',
    ['1 implements REQ_001 boil()', '1 implements REQ_002 boil()'],
  ],
  ['one of a module', 'src/a.py', '@tags.Requirements("REQ_001")\ndef boil():\n    pass\n', ['1 implements REQ_001 boil()']],
  [
    'lines',
    'src/a.py',
    '@Requirements(\n    "REQ_001",  # 2)\n    "REQ_002",\n)\ndef boil():\n    pass\n',
    ['2 implements REQ_001 boil()', '3 implements REQ_002 boil()'],
  ],
  [
    'a list of Java',
    'src/A.java',
    'class A {\n  @SVCs({ "SVC_001", "SVC_002" })\n  void boils() {}\n}\n',
    ['2 verifies SVC_001 boils()', '2 verifies SVC_002 boils()'],
  ],
  ['another system', 'src/a.py', '@Requirements("ms-001:REQ_010")\ndef boil():\n    pass\n', ['1 implements ms-001#REQ_010 boil()']],
  [
    'a tag',
    'src/a.ts',
    '/** @Requirements REQ_010, REQ_011 */\nexport function boil() {}\n',
    ['1 implements REQ_010 boil()', '1 implements REQ_011 boil()'],
  ],
  ['no tag elsewhere', 'src/a.py', '# @Requirements XYZ\ndef boil():\n    pass\n', ['nothing']],
  ['no comment', 'src/a.py', '# @Requirements("XYZ")\ndef boil():\n    pass\n', ['nothing']],
  ['no string', 'src/a.py', 'a = \'@Requirements("XYZ")\'\n', ['nothing']],
  ['no bracket without an end', 'src/a.py', '@Requirements("XYZ"\ndef boil():\n    pass\n', ['nothing']],
  ['no other attribute', 'src/A.java', '@Requirements({ @Requirement(id = 1) })\nclass A {}\n', ['nothing']],
];

function indexOf(files: Readonly<Record<string, string>>): TraceIndex {
  const extractor = createExtractor(DEFAULT_CONFIGURATION);
  const index = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: TODAY, notations: NOTATIONS });
  index.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  return index;
}

// @verifies RT-1.4/AC23~cd3330
describe('reqstool', () => {
  for (const [what, path, text, expected] of FILES) it(`reads ${what}`, () => assert.deepEqual(read(path, text), expected));
  for (const [what, path, text, expected] of CODE) it(`reads ${what} in code`, () => assert.deepEqual(read(path, text), expected));

  const SPEC = {
    [REQS]: `${META}requirements:\n- id: REQ_001\n`,
    [SVCS]: 'cases:\n- id: SVC_1\n  requirement_ids: ["REQ_001"]\n',
  };
  const IMPLEMENTED = { 'src/a.py': '@Requirements("REQ_001")\ndef boil():\n    pass\n' };
  const TESTED = { 'test/test_a.py': '@SVCs("SVC_1")\ndef test_boils():\n    pass\n' };
  const PASSED = { [MVRS]: 'results:\n- id: M_1\n  svc_ids: ["SVC_1"]\n  pass: true\n' };
  const FAILED = { [MVRS]: 'results:\n- id: M_1\n  svc_ids: ["SVC_1"]\n  pass: false\n' };
  const cases: readonly (readonly [what: string, files: Readonly<Record<string, string>>, status: string])[] = [
    ['is met by code and a case with a test', { ...IMPLEMENTED, ...TESTED }, 'met'],
    ['is met by code and a case that somebody verified', { ...IMPLEMENTED, ...PASSED }, 'met'],
    ['is partial with a case that failed', { ...IMPLEMENTED, ...FAILED }, 'partial'],
    ['is partial with a test alone', TESTED, 'partial'],
    ['is partial with a case alone, which is begun', {}, 'partial'],
  ];
  for (const [what, files, status] of cases)
    it(`has a requirement that ${what}`, () => {
      assert.equal(indexOf({ ...SPEC, ...files }).coverage('kettle#REQ_001').status, status);
    });

  it('finds what an id means behind its urn, and reports what nothing defines', () => {
    const index = indexOf({ ...SPEC, 'src/a.py': '@Requirements("kettle:REQ_001", "kettle:REQ_009")\ndef boil():\n    pass\n' });
    assert.deepEqual(
      index.findings('src/a.py').map(({ code }) => code),
      ['unknown-reference'],
    );
  });
});
