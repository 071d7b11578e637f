import type { Configuration } from '../../../src/model/configuration.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { withSites } from '../../../src/formats/sites/siteFiles.ts';
import type { FilePath, Position } from '../../../src/model/position.ts';
import type { Extractor } from '../../../src/formats/extraction/extract.ts';
import type { Notation } from '../../../src/formats/notation/notation.ts';
import { NOTATIONS } from '../../../src/formats/notations/registry.ts';
import type { Reading } from '../../../src/formats/extraction/reading.ts';
import { createReading } from '../../../src/formats/extraction/reading.ts';
import type { IndexView } from '../../../src/index/view.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import type { OpenText } from '../../../src/editor/completion/completionContext.ts';

/** Files written in a test, indexed, and where the cursor `|` stood in one of them. */
export interface Workspace {
  readonly view: IndexView;
  readonly reading: Reading;
  readonly extractor: Extractor;
  readonly path: FilePath;
  readonly position: Position;
  /** The text with the cursor, as an editor holds it. */
  readonly text: OpenText;
}

/** URI of a file in these tests: `file:///p/docs/a.md`. */
export function uriOf(path: FilePath): string {
  return `file:///p/${path}`;
}

/**
 * Indexes files; the first `|` in the last of them is the cursor and no part of the text, so documents with tables come first.
 *
 *     workspace({ 'docs/a.md': '## REQ-1: A', 'src/a.ts': '// @implements REQ-|1' })
 */
export function workspace(
  files: Readonly<Record<FilePath, string>>,
  configuration: Partial<Configuration> = {},
  notations: readonly Notation[] = NOTATIONS,
): Workspace {
  const all = withSites({ ...DEFAULT_CONFIGURATION, ...configuration }, new Map(Object.entries(files)));
  const reading = createReading(all, notations);
  const { extractor } = reading;
  const view = new TraceIndex({ configuration: all, today: '2026-11-21', notations });
  const [path, marked] = Object.entries(files).at(-1) ?? ['', ''];
  const offset = Math.max(0, marked.indexOf('|'));
  const content = marked.replace('|', '');
  view.update(Object.entries({ ...files, [path]: content }).map(([name, text]) => ({ path: name, facts: extractor.extract(name, text) })));
  const lines = content.split('\n');
  const offsetAt = ({ line, character }: Position): number =>
    Math.min(content.length, lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character);
  const before = content.slice(0, offset).split('\n');
  return {
    view,
    reading,
    extractor,
    path,
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
    text: { path, offsetAt, getText: (range) => (range ? content.slice(offsetAt(range.start), offsetAt(range.end)) : content) },
  };
}

/** A document with two requirements, of two criteria and of none. */
export const LAUNCH = [
  '# Launch',
  '',
  '## IP-1.1: Reserve stock',
  '',
  'An order reserves its `<b>stock_1*`.',
  '',
  '**Acceptance Criteria**:',
  '- An order of all the stock is accepted',
  '- An order of more is *rejected*',
  '',
  '## IP-1.2: Release stock',
  '',
  'A cancelled order gives its stock back.',
  '',
].join('\n');
