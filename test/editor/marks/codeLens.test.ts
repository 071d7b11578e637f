import assert from 'node:assert/strict';
import { codeLenses, documentLenses, lensText } from '../../../src/editor/marks/codeLens.ts';
import { LAUNCH, workspace } from '../../support/editor/workspace.ts';

const CODE = '// @implements IP-1.1, IP-1.2\nexport function reserve() {}\n\n// see IP-1.1\nconst a = 1;\n';
const TEST = '// @verifies IP-1.1/AC1\ntest("takes all", () => {});\n';

describe('codeLens', () => {
  it('has one line above each requirement of a document, whatever its state', () => {
    const { view } = workspace({ 'docs/launch.md': LAUNCH, 'src/a.ts': CODE, 'test/a.test.ts': TEST });
    const lenses = documentLenses(view, 'docs/launch.md');
    assert.deepEqual(
      lenses.map((lens) => [lens.range.start.line, lensText(view, lens)?.title]),
      [
        [2, '1 implementation · 1 test · 1/2 met'],
        [10, '1 implementation · 0 tests · 0/1 met'],
      ],
    );
    assert.deepEqual(
      lensText(view, lenses[0] ?? { subject: { kind: 'requirement', key: '' } })?.places.map(({ path }) => path),
      ['src/a.ts', 'test/a.test.ts'],
    );
    assert.equal(documentLenses(workspace({ 'docs/launch.md': LAUNCH }).view, 'docs/launch.md').length, lenses.length);
  });

  it('has three parts on that line, each of which lists what it counts', () => {
    const { view } = workspace({ 'docs/launch.md': LAUNCH, 'src/a.ts': CODE, 'test/a.test.ts': TEST });
    const told = documentLenses(view, 'docs/launch.md', true).map((lens) => {
      const text = lensText(view, lens);
      return [lens.range.start.line, text?.title, text?.places.map(({ path, range }) => `${path}:${range.start.line + 1}`).join()];
    });
    assert.deepEqual(told, [
      [2, '1 implementation', 'src/a.ts:1'],
      [2, '1 test', 'test/a.test.ts:1'],
      [2, '1/2 met', 'docs/launch.md:9'],
      [10, '1 implementation', 'src/a.ts:1'],
      [10, '0 tests', ''],
      [10, '0/1 met', 'docs/launch.md:11'],
    ]);
  });

  it('has one line above each requirement of a document of any kind', () => {
    const story = '{ "id": "US-001",\n  "title": "Boil", "acceptanceCriteria": ["It boils"] }';
    const documents = {
      'scripts/ralph/prd.json': `{ "userStories": [\n  ${story}\n] }\n`,
      'docs/requirements.csv': 'ID,Requirement\nREQ-1,The kettle shall boil\nREQ-2,The kettle shall stop\n',
    };
    const { view } = workspace({ ...documents, 'src/a.ts': '// @implements US-001/AC1\nexport function boil() {}\n' });
    const told = (path: string) => documentLenses(view, path).map((lens) => `${lens.range.start.line} ${lensText(view, lens)?.title}`);
    assert.deepEqual(told('scripts/ralph/prd.json'), ['2 1 implementation · 0 tests · 0/1 met']);
    assert.deepEqual(told('docs/requirements.csv'), ['1 0 implementations · 0 tests · 0/1 met', '2 0 implementations · 0 tests · 0/1 met']);
  });

  it('names levels in place of code where a requirement needs those and no code', () => {
    const documents = {
      'docs/req.md': '`req~boil~1`\nBoils water.\n\nNeeds: dsn\n\n`req~stop~1`\nStops.\n\nNeeds: dsn, impl\n',
      'docs/dsn.md': '`dsn~heat~1`\nHeats.\n\nCovers:\n* `req~boil~1`\n\nNeeds: impl\n',
    };
    const { view } = workspace(documents);
    const told = (path: string, inParts: boolean) =>
      documentLenses(view, path, inParts).map((lens) => {
        const { title, places = [] } = lensText(view, lens) ?? {};
        return `${title}${places.map((place) => ` ${place.path}:${place.range.start.line + 1}`).join('')}`;
      });
    assert.deepEqual(told('docs/req.md', false), ['1 dsn · 0 tests · 0/1 met docs/dsn.md:1', '0 implementations · 0 tests · 0/1 met']);
    assert.deepEqual(told('docs/req.md', true).slice(0, 2), ['1 dsn docs/dsn.md:1', '0 tests']);
    assert.deepEqual(told('docs/dsn.md', false), ['0 implementations · 0 tests · 0/1 met']);
  });

  it('has one line above each annotated declaration', () => {
    const { view } = workspace({ 'docs/launch.md': LAUNCH, 'test/a.test.ts': TEST, 'src/a.ts': CODE });
    const lenses = codeLenses(view, 'src/a.ts');
    assert.deepEqual(
      lenses.map((lens) => [lens.range.start.line, lensText(view, lens)?.title]),
      [[1, '◐ IP-1.1 Reserve stock · ◐ IP-1.2 Release stock']],
    );
    assert.deepEqual(
      codeLenses(view, 'test/a.test.ts').map((lens) => lensText(view, lens)?.title),
      ['✓ IP-1.1/AC1 An order of all the stock is accepted'],
    );
  });

  it('says what a person calls a thing without an id, and its whole key beside it', () => {
    const { view } = workspace({
      'docs/kettle.md': '# Guide\n\n## Boiling a kettle of water\n\n**Acceptance Criteria**:\n\n- It boils\n',
      'openspec/specs/kettle/spec.md':
        '# Kettle\n\n## Requirements\n\n### Requirement: Boil\n\nIt SHALL boil.\n\n#### Scenario: Filled\n\n- **WHEN** on\n- **THEN** hot\n',
      'src/a.ts': '// @implements kettle#boiling-a-kettle-of-water/AC1, kettle#boil/filled, kettle#boil\nfunction a() {}\n',
    });
    const [lens] = codeLenses(view, 'src/a.ts');
    const text = lens && lensText(view, lens);
    assert.equal(text?.title, '◐ AC1 of "Boiling a kettle of water" It boils · ◐ Filled · ◐ Boil');
    assert.deepEqual(text.tooltip?.split('\n'), [
      'docs/kettle#boiling-a-kettle-of-water/AC1: It boils',
      'openspec/specs/kettle#boil/filled: Filled',
      'openspec/specs/kettle#boil: Boil',
    ]);
  });

  it('has none for what is unknown, and no words for what is gone', () => {
    const { view } = workspace({ 'docs/launch.md': LAUNCH, 'src/a.ts': '// @implements IP-9.9\nfunction a() {}\n' });
    assert.deepEqual(codeLenses(view, 'src/a.ts'), []);
    assert.equal(lensText(view, { subject: { kind: 'requirement', key: 'gone' } }), undefined);
    assert.equal(lensText(view, { subject: { kind: 'declaration', keys: ['gone'] } }), undefined);
  });
});
