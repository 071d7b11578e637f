import { say } from '../../../../model/message.ts';
import type { NearForm } from './nearForm.ts';
import type { Reading } from './reading.ts';

/** Reports what was meant as a reference and is not one, with the fix where one is likely. */
export function reportNear(reading: Reading, near: NearForm): void {
  // The part of it that is an id is not a mention either.
  reading.take(near.start);
  const { suggestion } = near;
  const fix = suggestion === undefined ? undefined : { title: say('Change to {0}', suggestion), newText: suggestion };
  reading.problem('malformed-annotation', near.start, near.end, near.message, fix);
}
