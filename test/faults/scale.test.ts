import assert from 'node:assert/strict';
import { createExtractor } from '../../src/formats/extract.ts';
import { TraceIndex } from '../../src/index/traceIndex.ts';
import { DEFAULT_CONFIGURATION } from '../../src/formats/configuration/defaults.ts';

const OPTIONS = { configuration: DEFAULT_CONFIGURATION, today: '2026-11-21' };
const extractor = createExtractor(DEFAULT_CONFIGURATION);

function document(criteria: number): string {
  return `# REQ-1: A\n\n**Acceptance Criteria**:\n${Array.from({ length: criteria }, (_, at) => `- [ ] AC-${at + 1}: text`).join('\n')}\n`;
}

/** What takes time quadratic in these numbers does not come back before the limit. */
describe('an index', () => {
  it('of a hundred thousand criteria in one document takes an edit', () => {
    const index = new TraceIndex(OPTIONS);
    index.update([{ path: 'docs/a.md', facts: extractor.extract('docs/a.md', document(100_000)) }]);
    assert.equal(index.counts().unmet, 100_000);
    const { changedItems } = index.update([{ path: 'src/a.ts', facts: extractor.extract('src/a.ts', '// @implements REQ-1/AC99999\n') }]);
    assert.deepEqual([...changedItems].sort(), ['docs/a#REQ-1', 'docs/a#REQ-1/AC99999']);
    assert.deepEqual([index.counts().unmet, index.counts().partial], [99_999, 1]);
  });

  for (const [what, files, criterion] of [
    ['two hundred thousand annotations of one criterion', 40, () => 1],
    ['a million annotations of a thousand criteria', 200, (at: number) => 1 + (at % 1000)],
  ] as const) {
    it(`of ${what} takes an edit`, () => {
      const text = Array.from({ length: 5000 }, (_, at) => `// @implements REQ-1/AC${criterion(at)}`).join('\n');
      const facts = extractor.extract('src/a.ts', text);
      assert.equal(facts.annotations.length, 5000);
      const index = new TraceIndex(OPTIONS);
      index.update([{ path: 'docs/a.md', facts: extractor.extract('docs/a.md', document(1000)) }]);
      index.update(Array.from({ length: files }, (_, at) => ({ path: `src/f${at}.ts`, facts: { ...facts, path: `src/f${at}.ts` } })));
      const links = (): number => index.referencesTo('docs/a#REQ-1/AC1').length;
      const before = links();
      index.update([{ path: 'src/f0.ts', facts: undefined }]);
      assert.equal(links(), (before / files) * (files - 1));
    });
  }
});
