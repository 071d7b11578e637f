import type { Problem } from '../../model/finding.ts';
import { say } from '../../model/message.ts';
import type { FilePath, Range } from '../../model/position.ts';

/** Says that a document defines an id for the second time: `duplicateId('docs/a.sdoc', 'REQ-1', first, second)`. */
export function duplicateId(path: FilePath, id: string, first: Range, second: Range): Problem {
  const message = say('{0} is defined twice in this document. Renumber the second definition', id);
  return { code: 'duplicate-id', range: second, message, related: [{ path, range: first, message: say('{0} is defined here first', id) }] };
}
