import type { Annotation, CriterionFacts, Declaration, FileFacts, Reference, RequirementFacts, Waiver } from '../../../src/model/facts.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import type { Finding, FindingCode } from '../../../src/model/finding.ts';
import { emptyFacts } from '../../../src/model/facts.ts';
import { createIdGrammar } from '../../../src/formats/ids/idGrammar.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import { inEnglish } from '../../../src/model/message.ts';

const grammar = createIdGrammar([]);

export const TODAY = '2026-11-21';

/** A criterion on a line of its own: `criterion('AC1', 3)`. */
export function criterion(localId: string, line = 1, more: Partial<CriterionFacts> = {}): CriterionFacts {
  return {
    localId,
    whole: grammar.isId(localId),
    kind: 'criterion',
    text: `Text of ${localId}`,
    detail: '',
    range: rangeAt(line, 0, 40),
    nameRange: rangeAt(line, 6, 40),
    attributes: [],
    exempt: false,
    ...more,
  };
}

/** A requirement at a line, its criteria on the lines below: `requirement('IP-1.1', ['AC1', 'AC2'])`. */
export function requirement(
  localId: string,
  criteria: readonly (string | CriterionFacts)[] = [],
  more: Partial<RequirementFacts> & { readonly line?: number } = {},
): RequirementFacts {
  const { line = 0, ...facts } = more;
  return {
    localId,
    implicit: !grammar.isId(localId),
    title: `Title of ${localId}`,
    text: '',
    range: { start: { line, character: 0 }, end: { line: line + criteria.length + 1, character: 0 } },
    nameRange: rangeAt(line, 3, 30),
    level: 2,
    attributes: [],
    criteria: criteria.map((item, at) => (typeof item === 'string' ? criterion(item, line + 1 + at) : item)),
    covers: [],
    exempt: false,
    ...facts,
  };
}

/** The reference as it would be read at the beginning of a line. */
export function reference(text: string, line = 0): Reference {
  const parts = grammar.parse(text);
  if (!parts) throw new Error(`No reference: ${text}`);
  const { document, id, criterion: part, revision } = parts;
  return {
    text,
    id,
    range: rangeAt(line, 15, 15 + text.length),
    ...(document !== undefined && { document }),
    ...(part !== undefined && { criterion: part }),
    ...(revision !== undefined && { revision }),
  };
}

export function annotation(kind: Annotation['kind'], text: string, line = 0, more: Partial<Annotation> = {}): Annotation {
  return { kind, source: 'keyword', reference: reference(text, line), ...more };
}

export function declaration(name: string, line = 1): Declaration {
  return { name, kind: 'function', range: rangeAt(line, 0, 20) };
}

export function waiver(text: string, until?: string, line = 0): Waiver {
  const place = { reference: reference(text, line), range: rangeAt(line, 3, 60) };
  return { ...place, reason: 'measured by hand', ...(until !== undefined && { until }) };
}

/** A document whose key is its path without extension: `document('docs/launch.md', [requirement('IP-1')])`. */
export function document(path: string, requirements: readonly RequirementFacts[], more: Partial<FileFacts> = {}): FileFacts {
  const documentKey = path.replace(/\.[^./]+$/u, '');
  return { ...emptyFacts(path, 'document'), documentKey, requirements, ...more };
}

export function code(path: string, ...annotations: Annotation[]): FileFacts {
  return { ...emptyFacts(path, 'code'), annotations };
}

export function mentions(path: string, ...texts: string[]): FileFacts {
  return { ...emptyFacts(path, 'prose'), mentions: texts.map((text, line) => reference(text, line)) };
}

export function configurationOf(more: Partial<Configuration> = {}): Configuration {
  return { ...DEFAULT_CONFIGURATION, ...more };
}

/** An index of these files under the default configuration, changed as told. */
export function indexOf(files: readonly FileFacts[], more: Partial<Configuration> = {}): TraceIndex {
  const index = new TraceIndex({ configuration: configurationOf(more), today: TODAY });
  index.update(files.map((facts) => ({ path: facts.path, facts })));
  return index;
}

/** Findings of one code in one file of the index. */
export function findingsOf(index: TraceIndex, code: FindingCode, path: string): readonly Finding[] {
  return index.findings(path).filter((finding) => finding.code === code);
}

/** Just what a finding says and where it begins: `3:15 IP-9 is not defined in any document`. */
export function told({ range, message }: Finding): string {
  return `${range.start.line}:${range.start.character} ${inEnglish(message)}`;
}

/** What each fix would write: `Change to IP-1.1: IP-1.1~000000`, the preferred one with an asterisk. */
export function fixesOf({ fixes }: Finding): readonly string[] {
  return fixes.map(({ title, edits, preferred }) => {
    return `${preferred ? '* ' : ''}${inEnglish(title)}: ${edits.map(({ newText }) => newText).join(' ')}`;
  });
}
