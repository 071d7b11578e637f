import type { Extractor } from '../../formats/extraction/extract.ts';
import type { FileRole } from '../../model/facts.ts';
import { saysAnything } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { blobContent, encodingOf } from '../files/fileContent.ts';
import { NOTHING } from '../scan/scanned.ts';
import type { Scanned } from '../scan/scanned.ts';

/** A content that git stores, as it lies at a path. */
export interface BlobFile {
  readonly path: FilePath;
  readonly role: FileRole;
  /** Undefined for one that is too large to be read. */
  readonly bytes: Uint8Array | undefined;
  /** Those bytes, a character for each. */
  readonly latin1: (bytes: Uint8Array) => string;
}

/**
 * What such a content says: `scanBlob({ path: 'a.md', role: 'document', bytes, latin1: latin1OfBuffer }, extractor, undefined)`.
 *
 * @param known prefixes that requirements have; code that speaks of others only is not read in full, as on the disk. Undefined where all is to be read.
 */
export function scanBlob({ path, role, bytes, latin1 }: BlobFile, extractor: Extractor, known: ReadonlySet<string> | undefined): Scanned {
  const prefixes = known && bytes ? prefixesIn({ path, role, bytes, latin1 }, extractor) : 'read';
  if (known && prefixes !== 'read' && !prefixes.some((prefix) => known.has(prefix)))
    return prefixes.length === 0 ? NOTHING : { kind: 'asleep', prefixes };
  const content = blobContent(bytes);
  const facts = content.kind === 'text' ? extractor.extract(path, content.text, undefined, role) : undefined;
  return facts && saysAnything(facts) ? { kind: 'facts', facts } : NOTHING;
}

/** Prefixes of the ids that code may speak of, after a quick look; `read` where that does not tell. */
function prefixesIn(
  { path, role, bytes, latin1 }: BlobFile & { readonly bytes: Uint8Array },
  extractor: Extractor,
): readonly string[] | 'read' {
  if ((role !== 'code' && role !== 'test') || encodingOf(bytes) !== 'utf-8') return 'read';
  return extractor.maySay(path, latin1(bytes), role);
}
