import type { Extractor } from '../../formats/extraction/extract.ts';
import type { FileRole } from '../../model/facts.ts';
import { saysAnything } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { decode, encodingOf } from '../files/fileContent.ts';
import { NOTHING } from './scanned.ts';
import type { Scanned } from './scanned.ts';

/** A file of which all bytes are known. */
export interface BytesOfFile {
  readonly path: FilePath;
  readonly role: FileRole;
  readonly bytes: Uint8Array;
  /** The bytes as Latin-1, which is only made where it is looked at. */
  readonly latin1: () => string;
}

/**
 * What a file says.
 *
 * @param known prefixes of ids that some requirement has; undefined where every file is to be read in full.
 */
export function scanBytes(extractor: Extractor, file: BytesOfFile, known: ReadonlySet<string> | undefined): Scanned {
  const { path, role, bytes } = file;
  const encoding = encodingOf(bytes);
  if (typeof encoding !== 'string') return encoding;
  if (encoding === 'utf-8' && (role === 'code' || role === 'test')) {
    const latin1 = file.latin1();
    // One that may be skipped is judged by its text, as in an editor, so that it counts as skipped whatever it holds.
    const found = extractor.whySkipped(path, latin1, role) ? 'read' : extractor.maySay(path, latin1, role);
    if (found !== 'read') {
      if (found.length === 0) return NOTHING;
      if (known && !found.some((prefix) => known.has(prefix))) return { kind: 'asleep', prefixes: found };
    }
  }
  const content = decode(bytes);
  if (content.kind !== 'text') return content;
  const reason = extractor.whySkipped(path, content.text, role);
  if (reason) return { kind: 'skipped', reason };
  const facts = extractor.extract(path, content.text, undefined, role);
  return saysAnything(facts) ? { kind: 'facts', facts } : NOTHING;
}
