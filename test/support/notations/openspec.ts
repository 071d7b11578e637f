import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import type { FileFacts, LineNote } from '../../../src/model/facts.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { TODAY } from '../index/build.ts';

const extractor = createExtractor(DEFAULT_CONFIGURATION);

/** Facts of a file as the product reads it. */
export function factsOf(path: string, text: string): FileFacts {
  return extractor.extract(path, text);
}

/** A specification that has these requirements: `spec('### Requirement: Boil\nIt SHALL boil.')`. */
export function specText(requirements: string): string {
  return `# kettle\n\n## Purpose\nBoils.\n\n## Requirements\n\n${requirements}\n`;
}

/** What a specification defines, a requirement with its scenarios a line: `boil: filled, edge-case`. */
export function definedBy(text: string, path = 'openspec/specs/kettle/spec.md'): string[] {
  const { requirements } = factsOf(path, text);
  return requirements
    .filter(({ amends }) => amends === undefined)
    .map(({ localId, criteria }) => [localId, ...(criteria.length > 0 ? [criteria.map((one) => one.localId).join(', ')] : [])].join(': '));
}

/** What is wrong with a file, with the number of the line: `3 near-miss`. */
export function problemsOf(path: string, text: string): string[] {
  return factsOf(path, text).problems.map(({ code, range }) => `${range.start.line + 1} ${code}`);
}

/** Notes of `explain`, a line of the file each: `3 requirement`. */
export function notesOf(path: string, text: string): string[] {
  const notes: LineNote[] = [];
  extractor.extract(path, text, (note) => notes.push(note));
  return notes.map(({ line, what }) => `${line + 1} ${what}`);
}

/** An index of files as the product reads them. */
export function indexOfTexts(files: Readonly<Record<string, string>>): TraceIndex {
  const index = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: TODAY });
  index.update(Object.entries(files).map(([path, text]) => ({ path, facts: factsOf(path, text) })));
  return index;
}

/** All findings above information, `path:line severity text`. */
export function troublesOf(index: TraceIndex): string[] {
  return index
    .allFindings()
    .filter(({ severity }) => severity !== 'information')
    .map(({ path, range, severity, message }) => `${path}:${range.start.line + 1} ${severity} ${inEnglish(message)}`);
}
