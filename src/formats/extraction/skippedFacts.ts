import { emptyFacts, problemFacts } from '../../model/facts.ts';
import type { FileFacts, FileRole } from '../../model/facts.ts';
import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { isForeignReason } from '../foreign/foreignFiles.ts';
import { isMinifiedReason, isSilentlyMinified } from '../glance/minified.ts';

const UNREMARKABLE: ReadonlySet<string> = new Set([
  'symbolic link',
  'folder',
  'not a regular file',
  // Other tools write XML and JSON to the same places.
  'in no form of test results or line coverage that is known',
  'a folder of samples without a linked test: what looks like results there is read for nothing',
  "a folder of other people's code or of a cache: what looks like results there is read for nothing",
]);

/** True for a reason that nobody wonders about: what a link points at is read where it lies, or lies outside. */
export function isUnremarkable(reason: Message): boolean {
  return UNREMARKABLE.has(reason.text);
}

/** True for a reason that holds as long as the file has the same content, also after it was kept on a disk: `binary`, `minified`, requirements in a format that is not read. */
export function liesInContent(reason: Message): boolean {
  return reason.text === 'binary' || isMinifiedReason(reason) || isForeignReason(reason);
}

/** Facts of a file that is there but was not read: `binary`, `minified`. */
export function skippedFacts(path: FilePath, role: FileRole, reason: Message): FileFacts {
  // Tests of parsers have a NUL in their texts; there is nothing to mend. It is listed with all that was not read.
  const isCode = role === 'code' || role === 'test';
  if (isUnremarkable(reason) || isSilentlyMinified(reason) || (isCode && reason.text === 'binary')) return emptyFacts(path, role);
  const message = isForeignReason(reason)
    ? say('File not read: {0}. If it has nothing to trace, add it to "exclude" in reqtrace.yaml', reason)
    : say('File not read: {0}. Fix it, or add it to "exclude" in reqtrace.yaml', reason);
  // Of a format that nobody reads it is only guessed that there are requirements.
  const unread = role === 'document' && !isForeignReason(reason) && !isMinifiedReason(reason);
  return problemFacts(path, role, { code: 'skipped-file', message, ...(unread && { unread }) });
}
