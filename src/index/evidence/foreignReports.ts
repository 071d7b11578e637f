import type { EvidenceFile } from '../../model/evidence.ts';
import { say } from '../../model/message.ts';
import { FILE_START } from '../../model/position.ts';
import type { Places } from './places/places.ts';

/** As much of a path as a message shows, in UTF-16 code units. */
const LONGEST_PATH = 200;

/**
 * A report with what has to be said of it where none of its paths leads to a file of the project, `/app/test/a.test.js` for `packages/a/test/a.test.js`: what passed counts for nothing. Where
 * something failed nobody knows what that was, so that a gate that asks for proof cannot be decided. The same object where there is nothing to say.
 */
export function withForeignPaths(run: EvidenceFile, places: Places): EvidenceFile {
  // What lies in a folder of samples may be data of a test.
  if (run.within !== undefined) return run;
  const named = run.results.filter(({ file }) => file !== undefined);
  const [first] = named;
  if (!first?.file || !named.every(({ file = '' }) => places.isAstray(run.path, file))) return run;
  const path = first.file.slice(0, LONGEST_PATH);
  const message = say(
    'No path in this file with test results leads to a file of the folder, "{0}" for one: what passed counts for nothing',
    path,
  );
  const reason = say('no path in it leads to a file of the folder, "{0}" for one', path);
  const failed = named.some(({ outcome }) => outcome === 'failed');
  return {
    ...run,
    problems: [...run.problems, { code: 'malformed-evidence', range: FILE_START, message }],
    ...(failed && { lost: [...(run.lost ?? []), reason] }),
  };
}
