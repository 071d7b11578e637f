import assert from 'node:assert/strict';
import { completion } from '../../../src/editor/completion/completion.ts';
import { configurationHover } from '../../../src/editor/configuration/hover.ts';
import { yamlPlaceAt } from '../../../src/editor/configuration/yamlPlace.ts';
import { readConfiguration } from '../../../src/formats/configuration/readConfiguration.ts';
import { FINDING_CODES } from '../../../src/model/finding.ts';
import { LAUNCH, workspace } from '../../support/editor/workspace.ts';

function labels(source: string): string[] | null {
  const { view, text, position, extractor } = workspace({ 'docs/launch.md': LAUNCH, 'reqtrace.yaml': source });
  return completion(view, text, position, extractor)?.items.map(({ label }) => label) ?? null;
}

describe('yamlPlaceAt', () => {
  const cases: [source: string, where: string, path: string][] = [
    ['|', 'key', ''],
    ['site|Root: docs', 'key', ''],
    ['siteRoot: do|cs', 'value', 'siteRoot'],
    ['criteria:\n  lab|', 'key', 'criteria'],
    ['documents:\n  - |', 'item', 'documents []'],
    ['documents:\n- gl|ob: x', 'item', 'documents []'],
    ['documents:\n  - glob: x\n    st|', 'key', 'documents []'],
    ['documents:\n  - glob: x\n    steps: |', 'value', 'documents [] steps'],
    ['documents:\n- glob: x\n  steps: |', 'value', 'documents [] steps'],
    ['documents:\n  - { glob: x, steps: | }', 'value', 'documents [] steps'],
    ['documents: [{ glob: x, | }]', 'key', 'documents []'],
    ['needs: [implements, |]', 'item', 'needs []'],
    ['needs: [implements] |', 'value', 'needs'],
    ['criteria:\n  labels: [a]\nne|', 'key', ''],
    ['criteria:\n\n  # words\n  labels:\n    - x\n  ta|', 'key', 'criteria'],
    ['"siteRoot": |', 'value', 'siteRoot'],
  ];
  for (const [source, where, path] of cases) {
    it(JSON.stringify(source), () => {
      const before = source.slice(0, source.indexOf('|')).split('\n');
      const place = yamlPlaceAt(source.replace('|', ''), { line: before.length - 1, character: before.at(-1)?.length ?? 0 });
      assert.deepEqual([place?.where, place?.path.join(' ')], [where, path]);
    });
  }

  it('is nowhere in a comment', () => assert.equal(yamlPlaceAt('a: # b', { line: 0, character: 6 }), undefined));
});

describe('completion in reqtrace.yaml', () => {
  const cases: [what: string, source: string, includes: string[], excludes: string[]][] = [
    ['keys, those that are there left out', 'siteRoot: docs\n|', ['documents', 'waivers'], ['siteRoot']],
    ['the key that is being written', 'siteRo|ot: docs\n', ['siteRoot'], []],
    ['keys of an item', 'documents:\n  - |', ['glob', 'steps'], ['documents']],
    ['keys of a waiver', 'waivers:\n  - ref: IP-1.1\n    |', ['reason', 'until'], []],
    ['codes of findings', 'severity:\n  |', [...FINDING_CODES], []],
    ['severities', 'severity:\n  near-miss: |', ['error', 'off'], []],
    ['words of a list', 'needs: [|]', ['implements', 'verifies'], []],
    ['one of a few', 'implicit: |', ['labels', 'tasks', 'off'], ['null']],
    ['true and false', 'documents:\n  - { glob: x, steps: | }', ['true', 'false'], []],
    ['references', 'waivers:\n  - ref: |\n    reason: later\n', ['IP-1.1', 'IP-1.2'], ['ref']],
  ];
  for (const [what, source, includes, excludes] of cases) {
    it(what, () => {
      const found = labels(source) ?? [];
      assert.deepEqual(
        includes.filter((label) => !found.includes(label)),
        [],
        `found ${found.join()}`,
      );
      assert.deepEqual(
        excludes.filter((label) => found.includes(label)),
        [],
      );
    });
  }

  it('offers nothing where anything may stand', () => {
    assert.equal(labels('siteRoot: |'), null);
    assert.equal(labels('# |'), null);
    assert.equal(labels('unknown:\n  |'), null);
  });

  it('offers only keys that the reader takes', () => {
    for (const key of labels('|') ?? []) {
      const { facts } = readConfiguration('reqtrace.yaml', `${key}:\n`);
      assert.deepEqual(
        facts.problems.map(({ message }) => message),
        [],
        key,
      );
    }
  });
});

describe('hover in reqtrace.yaml', () => {
  const cases: [source: string, expected: RegExp | null][] = [
    ['site|Root: docs', /Folder that a link beginning with/u],
    ['waivers:\n  - un|til: 2027-03-31', /The last day of the waiver/u],
    ['implicit: la|bels', null],
    ['im|plicit: labels', /One of `labels`, `tasks`, `off`\n\nDefault: `"labels"`/u],
    [
      'docu|ments: []',
      /Example: \n```yaml\n- docs\/\*\*\/\*\.md\n- glob: docs\/operations\/\*\*\/\*\.md\n {2}steps: true\n {2}targets: true\n```/u,
    ],
    ['waivers:\n  - re|f: IP-1.1', /Example: `"IP-1\.2\.1\/AC4"`/u],
    ['unkno|wn: 1', null],
  ];
  for (const [source, expected] of cases) {
    it(JSON.stringify(source), () => {
      const before = source.slice(0, source.indexOf('|')).split('\n');
      const hover = configurationHover(source.replace('|', ''), { line: before.length - 1, character: before.at(-1)?.length ?? 0 });
      if (expected === null) assert.equal(hover, null);
      else
        assert.match(
          JSON.stringify(hover?.contents)
            .replaceAll(String.raw`\n`, '\n')
            .replaceAll(String.raw`\"`, '"'),
          expected,
        );
    });
  }
});
