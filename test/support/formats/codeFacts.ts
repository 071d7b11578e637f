import { CarriedCode } from '../../../src/formats/carried/carriedCode.ts';
import type { FormatContext } from '../../../src/formats/notation/context.ts';
import { emptyFacts } from '../../../src/model/facts.ts';
import type { Explain, FileFacts, LineNote } from '../../../src/model/facts.ts';
import type { AnnotationPattern } from '../../../src/model/configuration.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createIdGrammar } from '../../../src/formats/ids/idGrammar.ts';
import { readCode } from '../../../src/formats/notations/house/annotations/readCode.ts';

/** Settings of one reading; a test file under the default configuration where nothing is said. */
export interface Settings {
  readonly role?: 'code' | 'test';
  readonly ids?: readonly string[];
  readonly annotations?: readonly AnnotationPattern[];
}

/** What the house's own reader of code makes of a text. */
export function readHouseCode(path: string, text: string, role: 'code' | 'test', context: FormatContext, explain?: Explain): FileFacts {
  const code = new CarriedCode({ path, text, role, explain });
  return code.ignores.file ? emptyFacts(path, role) : readCode(code, context);
}

/** Facts of a text. */
export function factsOf(path: string, text: string, settings: Settings = {}): FileFacts {
  const { role = 'code', ids = [], annotations = [] } = settings;
  return readHouseCode(path, text, role, { configuration: { ...DEFAULT_CONFIGURATION, ids, annotations }, ids: createIdGrammar(ids) });
}

/** Annotations in short: `implements IP-1.1.1/AC2`. */
export function linksOf(path: string, text: string, settings: Settings = {}): string[] {
  return factsOf(path, text, settings).annotations.map(({ kind, reference }) => {
    const criterion = reference.criterion === undefined ? '' : `/${reference.criterion}`;
    return `${kind} ${reference.id}${criterion}`;
  });
}

/** Links of a test file. */
export function testLinks(path: string, text: string): string[] {
  return linksOf(path, text, { role: 'test' });
}

/** Ids that the annotations name, in order. */
export function idsOf(path: string, text: string, role: 'code' | 'test' = 'code'): string[] {
  return factsOf(path, text, { role }).annotations.map(({ reference }) => reference.id);
}

/** What the annotations stand on, in order. */
export function namesOf(path: string, text: string, role: 'code' | 'test' = 'code'): (string | undefined)[] {
  return factsOf(path, text, { role }).annotations.map(({ declaration }) => declaration?.name);
}

/** What `reqtrace explain` is told. */
export function notesOf(path: string, text: string, role: 'code' | 'test' = 'code'): LineNote[] {
  const notes: LineNote[] = [];
  readHouseCode(path, text, role, { configuration: DEFAULT_CONFIGURATION, ids: createIdGrammar([]) }, (note) => notes.push(note));
  return notes;
}
