import { skippedFacts } from '../../formats/extraction/skippedFacts.ts';
import { emptyFacts } from '../../model/facts.ts';
import type { FileFacts, FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import type { Scanned } from './scanned.ts';

/** Facts of a file that was read from the disk; undefined when it is gone. */
export function scannedFacts(path: FilePath, role: FileRole, scanned: Scanned): FileFacts | undefined {
  switch (scanned.kind) {
    case 'facts':
      return scanned.facts;
    case 'gone':
      return undefined;
    case 'skipped':
      return skippedFacts(path, role, scanned.reason);
    case 'nothing':
    case 'asleep':
      return emptyFacts(path, role);
  }
}
