import type { EvidenceFile } from '../../model/evidence.ts';
import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import { FILE_START } from '../../model/position.ts';
import type { Places } from './places/places.ts';

/** As much of a path as a message shows, in UTF-16 code units. */
const LONGEST_PATH = 200;

/**
 * A report with what has to be said of paths in it that lead to no file of the project. Where none leads to one, `/app/test/a.test.js` for `packages/a/test/a.test.js`, what passed counts for
 * nothing. Where something failed and no file has that name, nobody knows which test that was, so that a gate that asks for proof cannot be decided. The same object where there is nothing to say.
 */
export function withForeignPaths(run: EvidenceFile, places: Places): EvidenceFile {
  // What lies in a folder of samples may be data of a test.
  if (run.within !== undefined) return run;
  const leadsNowhere = (file: string): boolean => places.isAstray(run.path, file);
  const named = run.results.flatMap(({ file, outcome }) => (file === undefined ? [] : [{ file, failed: outcome === 'failed' }]));
  const [first] = named;
  if (first && named.every(({ file }) => leadsNowhere(file))) {
    const path = first.file.slice(0, LONGEST_PATH);
    const message = say(
      'No path in this file of test results leads to a file of the folder, for example "{0}". Its passed tests do not count',
      path,
    );
    const reason = say('no path in it leads to a file of the folder, "{0}" for one', path);
    return told(run, message, named.some(({ failed }) => failed) ? reason : undefined);
  }
  const lost = named.find(({ file, failed }) => failed && leadsNowhere(file) && !places.hasNamesake(file));
  if (!lost) return run;
  const path = lost.file.slice(0, LONGEST_PATH);
  const message = say('A test failed in "{0}", which is not a file of the folder. If the file is gone, rerun the tests', path);
  return told(run, message, say('a test failed in "{0}", which is not a file of the folder', path));
}

function told(run: EvidenceFile, message: Message, reason: Message | undefined): EvidenceFile {
  return {
    ...run,
    problems: [...run.problems, { code: 'malformed-evidence', range: FILE_START, message }],
    ...(reason && { lost: [...(run.lost ?? []), reason] }),
  };
}
