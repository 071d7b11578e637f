import assert from 'node:assert/strict';
import { readConfiguration } from '../../../src/formats/configuration/readConfiguration.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import { inEnglish } from '../../../src/model/message.ts';

const PATH = 'reqtrace.yaml';

function configured(text: string): Configuration {
  const { configuration, facts } = readConfiguration(PATH, text);
  assert.deepEqual(facts.problems, []);
  assert.ok(configuration);
  return configuration;
}

/** Each problem as `code line:start-end message`, lines and columns from 0; the end line too where it differs. */
function problems(text: string): string[] {
  return readConfiguration(PATH, text).facts.problems.map(({ code, range: { start, end }, message }) => {
    const to = start.line === end.line ? end.character : `${end.line}:${end.character}`;
    return `${code} ${start.line}:${start.character}-${to} ${inEnglish(message)}`;
  });
}

describe('readConfiguration: what the keys mean', () => {
  it('counts no byte order mark as a column', () => {
    for (const text of ['`', 'siteRoot: /x']) assert.deepEqual(problems(`\uFEFF${text}`), problems(text));
  });

  it('is the default where the file says nothing', () => {
    for (const text of ['', '\uFEFF', '# only a comment\n', '---\n', 'version: 1', 'documents:\nexclude:\n', '{}'])
      assert.deepEqual(configured(text), DEFAULT_CONFIGURATION, text);
  });

  it('replaces documents, criteria, ids, needs, inherit, annotations', () => {
    const text = [
      'documents: [docs/**/*.md, { glob: ops/*.md, steps: true }]',
      'criteria: { labels: [Bedingungen] }',
      'ids: ["HLR_[0-9]+"]',
      'needs: [verifies, verifies]',
      'inherit: []',
      'annotations: [{ pattern: "Covers: (?<ref>[A-Z]+-[0-9]+)", kind: verifies }]',
      'implicit: tasks',
      'siteRoot: ./docs/site/',
    ].join('\n');
    assert.deepEqual(configured(text), {
      ...DEFAULT_CONFIGURATION,
      archive: [],
      documents: [
        { glob: 'docs/**/*.md', steps: false, targets: false },
        { glob: 'ops/*.md', steps: true, targets: false },
      ],
      criteria: { labels: ['Bedingungen'], labelsInRequirement: [], taskLabels: DEFAULT_CONFIGURATION.criteria.taskLabels },
      ids: ['HLR_[0-9]+'],
      needs: ['verifies'],
      inherit: [],
      annotations: [{ pattern: 'Covers: (?<ref>[A-Z]+-[0-9]+)', kind: 'verifies' }],
      implicit: 'tasks',
      siteRoot: 'docs/site',
    });
  });

  // @verifies RT-1.1/AC10~65d330
  it('takes labels of criteria beside those that are known, or in their place', () => {
    const { labels, labelsInRequirement } = DEFAULT_CONFIGURATION.criteria;
    const both = configured('criteria: { moreLabels: [Done When] }').criteria;
    assert.deepEqual([both.labels, both.labelsInRequirement], [[...labels, 'Done When'], labelsInRequirement]);
    const own = configured('criteria: { labels: [A], moreLabels: [B] }').criteria;
    assert.deepEqual([own.labels, own.labelsInRequirement], [['A', 'B'], []]);
  });

  it('replaces each list of evidence on its own', () => {
    const { results, coverage } = configured('evidence: { results: [build/*.xml] }').evidence;
    assert.deepEqual(results, ['build/*.xml']);
    assert.deepEqual(coverage, DEFAULT_CONFIGURATION.evidence.coverage);
  });

  it('takes commands for tests, and globs beside them', () => {
    const { tests, testCommands } = configured(
      'tests:\n  files: [checks/**]\n  run:\n    - { files: [a/**], command: [run, "{file}"], folder: a/, results: out/r.xml }\n    - { files: [b/**], command: [run], results: "-" }\n',
    );
    assert.equal(tests.at(-1), 'checks/**');
    assert.deepEqual(testCommands, [
      { files: ['a/**'], command: ['run', '{file}'], folder: 'a', results: 'out/r.xml' },
      { files: ['b/**'], command: ['run'], folder: '', results: '-' },
    ]);
  });

  it('adds to the default excludes and tests', () => {
    const { exclude, tests } = configured('exclude: [third_party/**]\ntests: [checks/**]');
    assert.deepEqual(exclude, [...DEFAULT_CONFIGURATION.exclude, 'third_party/**']);
    assert.deepEqual(tests, [...DEFAULT_CONFIGURATION.tests, 'checks/**']);
  });

  it('adds labels, replaces them in any letter case, and takes them away with null', () => {
    const { labels } = configured('labels: { Contract: CON, user story: STY, FEATURE: null, Nothing: null }');
    const { 'User Story': _story, Feature: _feature, ...others } = DEFAULT_CONFIGURATION.labels;
    assert.deepEqual(labels, { ...others, Contract: 'CON', 'user story': 'STY' });
  });

  it('sets severities', () => {
    assert.deepEqual(configured('severity: { near-miss: off, cycle: error }').severity, { 'near-miss': 'off', cycle: 'error' });
  });

  it('follows aliases', () => {
    assert.deepEqual(configured('exclude: &mine [a/**]\ntests: *mine').tests.slice(-1), ['a/**']);
  });

  it('takes labels such as __proto__ as they are', () => {
    assert.equal(Object.getPrototypeOf(configured('labels: { __proto__: PRO }').labels), Object.prototype);
  });
});

describe('readConfiguration: errors', () => {
  const cases: readonly [text: string, ...expected: string[]][] = [
    ['severty: { near-miss: off }', 'config-error 0:0-7 Unknown key "severty"; did you mean "severity"?'],
    ['severity:\n  near-mis: off', 'config-error 1:2-10 Unknown key "near-mis" in "severity"; did you mean "near-miss"?'],
    ['severity:\n  near-miss: warn', 'config-error 1:13-17 "severity.near-miss" must be error, warning, information or off, not "warn"'],
    ['version: 3', 'config-error 0:9-10 "version" must be 1, the only version there is, not 3'],
    [
      '# a\r\nexclude:\r\n  - ok/**\r\n  - /abs\r\n',
      'config-error 3:4-8 "exclude[1]" must be relative to the folder of reqtrace.yaml, without a leading "/" or drive',
    ],
    ['tests: a', 'config-error 0:7-8 "tests" must be a list, not "a"; write it as [a, b] or with one "- " a line'],
    ['needs: [implement]', 'config-error 0:8-17 "needs[0]" must be implements or verifies, not "implement"; did you mean "implements"?'],
    ['siteRoot: ../x', 'config-error 0:10-14 "siteRoot" must stay inside the workspace folder, without ".."'],
    ['ids: ["(a+)+"]', 'config-error 0:6-13 "ids[0]" must not repeat a group that repeats without limit inside, which can take very long'],
    ['ids: ["[x"]', 'config-error 0:6-10 "ids[0]" is not a valid regular expression: Unterminated character class'],
    [
      'annotations: [{ pattern: x, kind: implements }]',
      'config-error 0:25-26 "annotations[0].pattern" must have a group named ref around the reference: (?<ref>…)',
    ],
    ['documents: [{ steps: true }]', 'config-error 0:12-27 "documents[0]" needs a glob, such as docs/**/*.md'],
    ['labels: { A: a b }', 'config-error 0:13-16 "labels.A" must be a prefix of capital letters such as REQ or SW-REQ, not "a b"'],
    ['- x', 'config-error 0:0-3 reqtrace.yaml must be a mapping of keys to values, not a list'],
    ['tests: { fils: [a] }', 'config-error 0:9-13 Unknown key "fils" in "tests"; did you mean "files"?'],
    [
      'tests: { run: [{ command: [a] }] }',
      'config-error 0:15-31 "tests.run[0]" needs files: globs of the tests that it runs, such as [e2e/**]',
    ],
    [
      'tests: { run: [{ files: [a] }] }',
      'config-error 0:15-29 "tests.run[0]" needs a command: a list of arguments, such as [npx, wdio, --spec, "{file}"]',
    ],
    [
      'tests: { run: [{ files: [a], command: [a] }] }',
      'config-error 0:15-43 "tests.run[0]" needs results: the file that it writes, unless its command has a place {results} for it',
    ],
    [
      'tests: { run: [{ files: [a], command: [a], results: ../b }] }',
      'config-error 0:52-56 "tests.run[0].results" must stay inside the workspace folder, without ".."',
    ],
    ['tests: *nowhere', 'config-error 0:7-15 "tests" uses the alias *nowhere, which no anchor &nowhere defines'],
    ['tests: [a]\ntests: [b]', 'config-error 1:0-5 "tests" is a duplicate key; keep one'],
    [
      '<<: { tests: [a] }',
      'config-error 0:0-2 Unknown key "<<"; valid keys: version, documents, exclude, archive, tests, siteRoot, site, labels, ids, keys, criteria, implicit, notations, kinds, needs, levels, inherit, annotations, reqif, sheets, evidence, severity, problems, gates, waivers',
    ],
  ];
  for (const [text, ...expected] of cases) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(problems(text), expected);
      assert.equal(readConfiguration(PATH, text).configuration, undefined);
    });
  }

  // @verifies RT-1.5/AC3~d45aab, RT-4.2/AC4~5133dc
  it('reports every error of a file, each at its own place', () => {
    const found = problems('version: 2\nimplicit: all\nexclude: [../a, /b]\n');
    assert.deepEqual(
      found.map((problem) => problem.split(' ')[1]),
      ['0:9-10', '2:10-14', '2:16-18', '1:10-13'],
    );
  });

  it('reports broken YAML and nothing that only echoes it', () => {
    const found = problems('vershun: 1\nexclude: [a, b\nimplicit: labels\n');
    assert.ok(found.length > 0);
    for (const problem of found) assert.match(problem, /is not valid YAML/);
  });

  it('puts an error at the end into the text, where an editor can show it', () => {
    const [problem] = readConfiguration('reqtrace.yaml', "siteRoot: 'docs").facts.problems;
    assert.deepEqual(problem?.range.end, { line: 0, character: 15 });
  });

  const hostile: Record<string, string> = {
    'deep nesting': '['.repeat(20_000),
    'deep mappings': '{a: '.repeat(5_000),
    'a bomb of aliases': `a: &a [x,x]\n${Array.from({ length: 40 }, (_, at) => `b${at}: &b${at} [${at ? `*b${at - 1},*b${at - 1}` : '*a'}]`).join('\n')}\nlabels: *b39`,
    'many aliases': `exclude: &e [${Array.from({ length: 200 }, () => '""').join(',')}]\nannotations: [${Array.from({ length: 200 }, () => '*e').join(',')}]`,
    'an anchor in itself': 'labels: &a { X: *a }',
    'far too much': ' '.repeat(300_000),
    'a NUL': 'tests: [\0]\0',
    'a key that is no text': '? [a, b]\n: c',
    'half an emoji': 'x\uD800: 1',
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(`survives ${name}`, () => {
      const { configuration, facts } = readConfiguration(PATH, text);
      assert.equal(configuration, undefined);
      assert.ok(facts.problems.length > 0 && facts.problems.length < 1000);
    });
  }
});

describe('readConfiguration: waivers', () => {
  it('reads references with their places, and unquoted days', () => {
    const { facts } = readConfiguration(
      PATH,
      'waivers:\n  - { ref: "shop#IP-1.2.1/AC-4", reason: measured by hand, owner: QA, until: 2027-03-31 }\n  - ref: IP-1.2\n    reason: later\n',
    );
    assert.deepEqual(facts.problems, []);
    assert.deepEqual(facts.waivers, [
      {
        reference: {
          text: 'shop#IP-1.2.1/AC-4',
          document: 'shop',
          id: 'IP-1.2.1',
          criterion: 'AC4',
          range: { start: { line: 1, character: 12 }, end: { line: 1, character: 30 } },
        },
        range: { start: { line: 1, character: 4 }, end: { line: 1, character: 89 } },
        reason: 'measured by hand',
        owner: 'QA',
        until: '2027-03-31',
      },
      {
        reference: { text: 'IP-1.2', id: 'IP-1.2', range: { start: { line: 2, character: 9 }, end: { line: 2, character: 15 } } },
        range: { start: { line: 2, character: 4 }, end: { line: 3, character: 17 } },
        reason: 'later',
      },
    ]);
  });

  it("knows the project's own ids", () => {
    const { facts } = readConfiguration(PATH, 'waivers: [{ ref: HLR_7, reason: x }]\nids: ["HLR_[0-9]+"]');
    assert.deepEqual(
      facts.waivers.map((waiver) => waiver.reference.id),
      ['HLR_7'],
    );
  });

  const invalid: readonly [text: string, expected: string][] = [
    ['waivers: [{ reason: x }]', 'invalid-waiver 0:10-23 This waiver has no reference. Add "ref", such as ref: IP-1.2.1/AC4'],
    [
      'waivers: [{ ref: IP-1.2 }]',
      'invalid-waiver 0:10-25 The waiver of IP-1.2 needs a reason: add "reason", such as reason: measured by hand',
    ],
    [
      'waivers: [{ ref: IP-1.2, reason: "" }]',
      'invalid-waiver 0:10-37 The waiver of IP-1.2 needs a reason: add "reason", such as reason: measured by hand',
    ],
    [
      'waivers: [{ ref: something, reason: x }]',
      'invalid-waiver 0:17-26 "something" is not a reference to a requirement or a criterion. Example: IP-1.2.1/AC4',
    ],
    [
      'waivers: [{ ref: IP-1.2 and more, reason: x }]',
      'invalid-waiver 0:17-32 "IP-1.2 and more" is not a reference to a requirement or a criterion. Example: IP-1.2.1/AC4',
    ],
  ];
  for (const [text, expected] of invalid) {
    it(`finds ${text}, and the configuration stands`, () => {
      const { configuration, facts } = readConfiguration(PATH, text);
      assert.deepEqual(problems(text), [expected]);
      assert.deepEqual(facts.waivers, []);
      assert.ok(configuration);
    });
  }

  for (const day of ['2027-02-29', '2027-13-01', '2027-00-10', '2027-4-1', 'soon', '0000-00-00']) {
    it(`refuses the day ${day}`, () => {
      const expected = `config-error 0:40-${40 + day.length} "waivers[0].until" must be a day of the calendar such as 2027-03-31, not "${day}"`;
      assert.deepEqual(problems(`waivers: [{ ref: A-1, reason: x, until: ${day} }]`), [expected]);
    });
  }

  it('keeps the waivers that can be read when another key is wrong', () => {
    const { configuration, facts } = readConfiguration(PATH, 'implicit: all\nwaivers: [{ ref: A-1, reason: x }]');
    assert.equal(configuration, undefined);
    assert.equal(facts.waivers.length, 1);
  });
});
