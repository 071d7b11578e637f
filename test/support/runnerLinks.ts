import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_CONFIGURATION } from '../../src/formats/configuration/defaults.ts';
import { readEvidence } from '../../src/formats/evidence/readEvidence.ts';
import { createExtractor } from '../../src/formats/extraction/extract.ts';
import { TraceIndex } from '../../src/index/traceIndex.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);

/** What the projects of runners are traced to; what each criterion is about, its name in docs/runners.md says. */
const REQUIREMENTS = `# Stock\n\n## REQ-1: Stock\n\n**Acceptance Criteria**:\n\n${'- it holds\n'.repeat(11)}`;

/** One file that a runner wrote, `{ name: 'vitest@5.1.2', file: 'junit.xml' }`. */
export interface ResultFile {
  readonly name: string;
  readonly file: string;
}

/** All that is kept, by name and file. */
export function resultFiles(): ResultFile[] {
  const results = new URL('results/', FIXTURES);
  return readdirSync(results)
    .toSorted()
    .flatMap((name) =>
      readdirSync(new URL(`${name}/`, results))
        .toSorted()
        .map((file) => ({ name, file })),
    );
}

export function resultText({ name, file }: ResultFile): string {
  return readFileSync(new URL(`results/${name}/${file}`, FIXTURES), 'utf8').replaceAll('\r\n', '\n');
}

/** What a file with results says of each criterion that the project's tests name: `AC1` to `passed`; `none` without any, `no link` where no test names it. */
export function linksBeside(one: ResultFile): ReadonlyMap<string, string> {
  const index = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: '2026-11-29' });
  const extractor = createExtractor(DEFAULT_CONFIGURATION);
  const texts: (readonly [path: string, text: string])[] = [...projectOf(one.name), ['docs/requirements.md', REQUIREMENTS]];
  index.update(texts.map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  index.setEvidence({ files: [readEvidence(one.file, resultText(one), Date.UTC(2026, 0))], modified: new Map() });
  const named = texts.map(([, text]) => text).join('\n');
  return new Map(
    Array.from({ length: 11 }, (_, at) => `AC${at + 1}`)
      .filter((criterion) => new RegExp(String.raw`REQ[-_]1(?:/|__)${criterion}\b`).test(named))
      .map((criterion) => [criterion, outcomeOf(index, `docs/requirements#REQ-1/${criterion}`)]),
  );
}

function outcomeOf(index: TraceIndex, key: string): string {
  const links = index.coverage(key).links.filter(({ kind }) => kind === 'verifies');
  if (links.length === 0) return 'no link';
  return [...new Set(links.map(({ result }) => result?.outcome ?? 'none'))].toSorted().join(' and ');
}

/** Files of the project that left these results, by path below it; two versions of a runner share one. */
function projectOf(name: string): (readonly [path: string, text: string])[] {
  const runner = name.replace(/(?:-\d+)?@.*$/, '');
  const folder = new URL(`runners/${runner}/`, FIXTURES);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const absolute = path.join(entry.parentPath, entry.name);
      return [
        path.relative(fileURLToPath(folder), absolute).replaceAll(path.sep, '/'),
        readFileSync(absolute, 'utf8').replaceAll('\r\n', '\n'),
      ];
    });
}
