import assert from 'node:assert/strict';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import type { FileFacts } from '../../../src/model/facts.ts';
import type { Random } from '../index/random.ts';
import type { Claim } from './claims.ts';
import { randomCode } from './code.ts';
import { mangled } from './fragments.ts';
import { randomMarkdown } from './markdown.ts';

const PATHS = ['docs/a.md', 'docs/b.md', 'b.md', 'notes/a.md', 'src/a.ts', 'test/a.test.ts', 'src/b.py'];
const MARK = '=== ';
const extractor = createExtractor(DEFAULT_CONFIGURATION);

/** What happens to a workspace, file after file: `=== docs/a.md` and its new text, or nothing where it is deleted. */
export function randomHistory(random: Random): string {
  const texts = new Map<string, string>();
  const steps = random.some(9, () => {
    const path = random.pick(PATHS);
    const known = texts.get(path);
    const fresh = path.endsWith('.md') ? randomMarkdown(random) : randomCode(random);
    const text = known === undefined || random.oneIn(4) ? fresh : changed(random, known);
    texts.set(path, text);
    return `${MARK}${path}\n${text}`;
  });
  return steps.join('\n');
}

/** Of an index over the facts of real texts. */
export const INDEXES: readonly Claim[] = [
  {
    name: 'equals a rebuilt one after every change',
    holds(_path, history) {
      const options = { configuration: DEFAULT_CONFIGURATION, today: '2026-11-21' };
      const index = new TraceIndex(options);
      const files = new Map<string, FileFacts>();
      for (const step of history.split(MARK).slice(1)) {
        const path = step.split('\n', 1)[0] ?? '';
        const text = step.slice(path.length + 1);
        const facts = text.trim() === '' ? undefined : extractor.extract(path, text);
        if (facts) files.set(path, facts);
        else files.delete(path);
        index.update([{ path, facts }]);
        const rebuilt = new TraceIndex(options);
        rebuilt.update(Array.from(files, ([at, known]) => ({ path: at, facts: structuredClone(known) })).toReversed());
        assert.deepEqual(index.snapshot(), rebuilt.snapshot());
      }
    },
  },
];

function changed(random: Random, known: string): string {
  return random.oneIn(6) ? '' : mangled(random, known);
}
