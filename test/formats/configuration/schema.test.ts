import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { patternFault } from '../../../src/formats/configuration/patternFault.ts';
import { readConfiguration } from '../../../src/formats/configuration/readConfiguration.ts';
import { NOTATIONS } from '../../../src/formats/notations/registry.ts';
import { isDay } from '../../../src/text/day.ts';
import { DEFAULT_SEVERITIES, FINDING_CODES } from '../../../src/model/finding.ts';

const schema = JSON.parse(readFileSync(new URL('../../../schemas/reqtrace.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv({
  strict: true,
  strictTypes: false,
  formats: { date: isDay, regex: (text: string) => patternFault(text) === undefined },
});
const validate = ajv.compile(schema);

const good = [
  'site: none',
  'site:',
  'site: jekyll',
  'site: { generator: mkdocs, folder: docs, base: /x }',
  'site: [jekyll, { generator: hugo, folder: site }]',
  '',
  '# nothing but a comment\n',
  'version: 1',
  'version:',
  'documents: []',
  'documents: [docs/**/*.md, "x y.md"]',
  'documents:\n  - docs/**/*.md\n  - { glob: docs/operations/**/*.md, steps: true, targets: true }\n',
  'documents: [{ glob: a.md }]',
  'exclude: [third_party/**]\ntests: ["test/**", "**/*.spec.ts"]',
  'exclude:\n#  - nothing yet\n',
  'tests: ["a/{b,c}.ts", "...x", "a..b/*.ts", "docs/"]',
  'siteRoot: docs',
  'siteRoot: ./docs/..x/',
  'siteRoot: ""',
  'labels: { Integration Point: IP, Contract: CON-A1, Feature: null }',
  'labels: { Feature: }',
  'ids: ["HLR_[0-9]+"]',
  'criteria: { labels: [Acceptance Criteria], taskLabels: [] }',
  'criteria: { labels: }',
  'criteria: { moreLabels: [Done When] }',
  'implicit: labels',
  'implicit: off',
  'levels: shallow',
  'levels:',
  'needs: [implements, verifies]\ninherit: []',
  'needs: [{ prefix: ADR, kinds: [] }, { when: { Status: Draft }, kinds: [] }, { kinds: [implements, verifies] }]',
  'kinds: [{ name: security, is: verifies, tests: [test/security/**] }, { name: load-test }]\nneeds: [implements, security]',
  'kinds: [{ name: bench, tests: [bench/**], results: false }]',
  'kinds: [{ name: unit }]\nneeds: [{ kinds: [unit] }]\ninherit: [implements, unit]',
  'gates: { approved: { when: { Status: Approved, ASIL: B }, max: { unmet: 0 } } }',
  'gates: { all: { when: {}, max: { unmet: 0 } } }',
  'notations: auto',
  'notations: [auto, -house]',
  'annotations:\n  - { pattern: "Implements: (?<ref>[A-Z]+-[0-9.]+)", kind: implements }',
  'evidence:\n',
  'evidence: { results: [build/reports/*.xml], coverage: [coverage/lcov.info] }',
  'evidence: { results: [], coverage: }',
  'severity: { unmet-criterion: warning, near-miss: off, cycle: error, broken-link: information }',
  'waivers:\n  - { ref: IP-1.2.1/AC4, reason: measured by hand, owner: QA, until: 2027-03-31 }',
  'waivers:\n  - ref: "docs/launch#IP-1.2"\n    reason: later\n    owner:\n    until: "2028-02-29"',
  'exclude: &globs [a/**]\ntests: *globs',
];

const bad = [
  'gates: { approved: { when: [Approved], max: { unmet: 0 } } }',
  'gates: { approved: { when: { Status: [Approved] }, max: { unmet: 0 } } }',
  'gates: { approved: { when: { Status: Approved } } }',
  'needs: [security]',
  'levels: flat',
  'needs: [{ prefix: ADR }]',
  'needs: [{ kinds: [security] }]',
  'kinds: [{ is: verifies }]',
  'kinds: [{ name: bench, results: never }]',
  'kinds: [{ name: verifies }]',
  'kinds: [{ name: Security Test }]',
  'notations: []',
  'notations: house',
  'notations: [house, morse]',
  '- a list',
  'text',
  'vershun: 1',
  'version: 2',
  'version: "1"',
  'documents: docs/**/*.md',
  'documents: [3]',
  'documents: [{ steps: true }]',
  'documents: [{ glob: a.md, step: true }]',
  'documents: [{ glob: a.md, steps: "yes" }]',
  'documents: [{ glob: a.md, steps: null }]',
  'documents: [null]',
  'documents: [""]',
  'exclude: [/etc/**]',
  'exclude: ["C:/x"]',
  'exclude: [../x/**]',
  'exclude: ["a/{b,..}/c"]',
  'exclude: ["./a"]',
  'exclude: ["a//b"]',
  'tests: ["!a"]',
  'tests: ["@(a|b).ts"]',
  "tests: ['a\\b']",
  'tests: { a: b }',
  'siteRoot: ../docs',
  'siteRoot: a/../../b',
  'siteRoot: /docs',
  'siteRoot: D:\\docs',
  'siteRoot: [docs]',
  'site: gatsby',
  'site: [none]',
  'site: { folder: docs }',
  'site: { generator: hugo, folder: /docs }',
  'site: { generator: hugo, root: docs }',
  'site: { generator: hugo, base: 7 }',
  'labels: [IP]',
  'labels: { Contract: con }',
  'labels: { Contract: 7 }',
  'labels: { "  ": CON }',
  'ids: HLR',
  'ids: ["[a-"]',
  'ids: ["(a+)+"]',
  'ids: [""]',
  'ids: [7]',
  'criteria: [a]',
  'criteria: { label: [a] }',
  'criteria: { labels: a }',
  'criteria: { labels: [" "] }',
  'implicit: all',
  'implicit: false',
  'needs: implements',
  'needs: [tests]',
  'inherit: [covers]',
  'annotations: [{ pattern: "x (?<ref>.)" }]',
  'annotations: [{ kind: implements }]',
  'annotations: [{ pattern: "x", kind: implements }]',
  'annotations: [{ pattern: "(?<ref>x)", kind: covers }]',
  'annotations: ["(?<ref>x)"]',
  'evidence: [a.xml]',
  'evidence: { result: [a.xml] }',
  'evidence: { results: a.xml }',
  'evidence: { coverage: [/tmp/a.info] }',
  'severity: { unmet: warning }',
  'severity: { near-miss: false }',
  'severity: { near-miss: hint }',
  'severity: { near-miss: null }',
  'waivers: { ref: IP-1.2, reason: x }',
  'waivers: [IP-1.2]',
  'waivers: [{ reason: x }]',
  'waivers: [{ ref: IP-1.2 }]',
  'waivers: [{ ref: IP-1.2, reason: " " }]',
  'waivers: [{ ref: IP-1.2, reason: 3 }]',
  'waivers: [{ ref: IP-1.2, reason: x, till: 2027-01-01 }]',
  'waivers: [{ ref: IP-1.2, reason: x, until: 2027-02-29 }]',
  'waivers: [{ ref: IP-1.2, reason: x, until: tomorrow }]',
  'waivers: [{ ref: IP-1.2, reason: x, owner: [QA] }]',
];

describe('the published schema of reqtrace.yaml', () => {
  for (const text of good) {
    // @verifies RT-1.5/AC2~25ff70
    it(`and the reader take ${JSON.stringify(text)}`, () => {
      assert.ok(validate(parse(text)), ajv.errorsText(validate.errors));
      assert.deepEqual(readConfiguration('reqtrace.yaml', text).facts.problems, []);
    });
  }
  for (const text of bad) {
    // @verifies RT-1.5/AC2~25ff70
    it(`and the reader refuse ${JSON.stringify(text)}`, () => {
      assert.ok(!validate(parse(text)), 'the schema takes it');
      assert.notDeepEqual(readConfiguration('reqtrace.yaml', text).facts.problems, [], 'the reader takes it');
    });
  }

  it('and the reader take the example of docs/configuration.md', () => {
    const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
    const example = /```yaml\n(version: 1\n[^`]*)```/u.exec(page)?.[1];
    assert.ok(example, 'no example in docs/configuration.md');
    assert.ok(validate(parse(example)), ajv.errorsText(validate.errors));
    assert.deepEqual(readConfiguration('reqtrace.yaml', example).facts.problems, []);
  });

  it('knows every notation', () => {
    const names = NOTATIONS.map(({ name }) => name);
    const [, list] = schema.properties.notations.anyOf;
    assert.deepEqual(list.items.enum, ['auto', ...names, ...names.map((name) => `-${name}`)]);
  });

  it('knows every finding, with its default', () => {
    const severities: Record<string, { default: string }> = schema.properties.severity.properties;
    assert.deepEqual(Object.keys(severities), FINDING_CODES);
    for (const [code, { default: level }] of Object.entries(severities))
      assert.equal(level, DEFAULT_SEVERITIES[code as keyof typeof DEFAULT_SEVERITIES], code);
  });

  // @verifies RT-1.5/AC1~cd2267
  it('describes every key, and its examples are valid', () => {
    for (const [key, property] of Object.entries<{ description?: string; examples?: unknown[] }>(schema.properties)) {
      assert.ok(property.description, `${key} has no description`);
      for (const example of property.examples ?? [])
        assert.ok(validate({ [key]: example }), `${key}: ${JSON.stringify(example)}: ${ajv.errorsText(validate.errors)}`);
    }
  });
});
