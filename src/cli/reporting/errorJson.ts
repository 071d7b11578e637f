import { inEnglish } from '../../model/message.ts';
import { SCHEMA_VERSION, toJson } from '../../report/writing/json.ts';
import type { UserError } from '../../workspace/userError.ts';

// @implements RT-6.1/AC21~7109be
/** What a program reads of a command that could not run: `{ "schemaVersion": 1, "error": { "message": …, "fix": "reqtrace list --help" } }`. */
export function renderErrorJson({ said, remedy }: UserError): string {
  return toJson({ schemaVersion: SCHEMA_VERSION, error: { message: inEnglish(said), ...remedy } });
}
