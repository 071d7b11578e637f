import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfiguration } from '../../../src/formats/configuration/readConfiguration.ts';
import { workspace } from '../../support/editor/workspace.ts';

/** A reqtrace.yaml with every key of the version before, and what that version read of it. */
const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/versionBefore');
const read = (name: string): string => readFileSync(path.join(FOLDER, name), 'utf8');

// @verifies RT-1.5/AC5~c02cb4
describe('after an update', () => {
  const before = JSON.parse(read('configuration.json')) as Readonly<Record<string, unknown>>;
  const { configuration, facts } = readConfiguration('reqtrace.yaml', read('reqtrace.yaml'));
  const now = JSON.parse(JSON.stringify(configuration ?? {})) as Readonly<Record<string, unknown>>;

  it('reqtrace.yaml of the version before has no problem', () => assert.deepEqual(facts.problems, []));

  for (const [key, value] of Object.entries(before)) it(`means what it meant: ${key}`, () => assert.deepEqual(now[key], value));

  const DOCUMENT =
    '## IP-1.1: Stock\n\n**Acceptance Criteria**:\n- Taken at once\n- AC-7: Given back\n\n## Free\n\n**Acceptance Criteria**:\n- Shown\n';
  const REFERENCES: readonly (readonly [written: string, keys: readonly string[]])[] = [
    ['// @implements IP-1.1', ['docs/plan#IP-1.1']],
    ['// @verifies IP-1.1/AC1, IP-1.1/AC7', ['docs/plan#IP-1.1/AC1', 'docs/plan#IP-1.1/AC7']],
    ['// @implements plan#IP-1.1/AC1~3f2a9c', ['docs/plan#IP-1.1/AC1']],
    ['// @implements docs/plan#free/AC1', ['docs/plan#free/AC1']],
    ['/* @req IP-1.1/AC-7 */', ['docs/plan#IP-1.1/AC7']],
  ];
  for (const [written, keys] of REFERENCES) {
    it(`references mean what they meant: ${written}`, () => {
      const { view } = workspace({ 'docs/plan.md': DOCUMENT, 'src/a.ts': `${written}\nexport function f() {}\n` });
      const found = view
        .referencesIn('src/a.ts')
        .map(({ resolution }) => (resolution.kind === 'item' ? resolution.item.key : resolution.kind));
      assert.deepEqual(found, keys);
    });
  }
});
