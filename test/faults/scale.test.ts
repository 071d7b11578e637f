import assert from 'node:assert/strict';
import { createExtractor } from '../../src/formats/extraction/extract.ts';
import { TraceIndex } from '../../src/index/traceIndex.ts';
import { DEFAULT_CONFIGURATION } from '../../src/formats/configuration/defaults.ts';
import { sized } from '../support/size.ts';

const OPTIONS = { configuration: DEFAULT_CONFIGURATION, today: '2026-11-21' };
const extractor = createExtractor(DEFAULT_CONFIGURATION);

function document(criteria: number): string {
  return `# REQ-1: A\n\n**Acceptance Criteria**:\n${Array.from({ length: criteria }, (_, at) => `- [ ] AC-${at + 1}: text`).join('\n')}\n`;
}

/** What takes time quadratic in these numbers does not come back before the limit. */
describe('an index', () => {
  const many = sized(8000, 100_000);
  it(`of ${many} criteria in one document takes an edit`, () => {
    const index = new TraceIndex(OPTIONS);
    index.update([{ path: 'docs/a.md', facts: extractor.extract('docs/a.md', document(many)) }]);
    assert.equal(index.counts().unmet, many);
    const { changedItems } = index.update([
      { path: 'src/a.ts', facts: extractor.extract('src/a.ts', `// @implements REQ-1/AC${many - 1}\n`) },
    ]);
    assert.deepEqual([...changedItems].sort(), ['docs/a#REQ-1', `docs/a#REQ-1/AC${many - 1}`]);
    assert.deepEqual([index.counts().unmet, index.counts().partial], [many - 1, 1]);
  });

  for (const [what, files, criterion] of [
    ['one criterion', sized(8, 40), () => 1],
    ['a thousand criteria', sized(10, 200), (at: number) => 1 + (at % 1000)],
  ] as const) {
    it(`of ${files * 5000} annotations of ${what} takes an edit`, () => {
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
