import { emptyFacts } from '../../model/facts.ts';
import type { FileFacts, FileRole } from '../../model/facts.ts';
import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { rangeAt } from '../../model/position.ts';
import type { Scanned } from './scanned.ts';

/** Reasons that nobody wonders about: what a link points at is read where it lies, or lies outside. */
const UNREMARKABLE: ReadonlySet<string> = new Set(['symbolic link', 'folder', 'not a regular file']);

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

function skippedFacts(path: FilePath, role: FileRole, reason: Message): FileFacts {
  const facts = emptyFacts(path, role);
  if (UNREMARKABLE.has(reason.text)) return facts;
  const message = say('This file was not read: {0}; mend it, or add it to "exclude" in reqtrace.yaml', reason);
  return { ...facts, problems: [{ code: 'skipped-file', range: rangeAt(0, 0, 0), message }] };
}
