import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { TableReading } from './readTable.ts';

/** Why records that look like requirements are not read, and what would change that: `whyNotRead({ kind: 'foreign', … })`. */
export function whyNotRead(reading: TableReading): Message {
  return reading.kind === 'foreign'
    ? say(
        "These records look like requirements with IDs of another notation: add the pattern '{0}' to ids in reqtrace.yaml to have them read",
        reading.pattern,
      )
    : say(
        'These records look like requirements, but do not say surely that they define them: a column of IDs, each once, and one called "Requirement" or "Description" do',
      );
}
