import assert from 'node:assert/strict';
import type { CoveredFile, EvidenceFile } from '../../../src/model/evidence.ts';
import { code, indexOf } from '../../support/index/build.ts';

const FILES = [code('src/a.ts'), code('src/b.ts'), code('samples/x/src/c.ts')];

function run(path: string, time: number, coverage: readonly CoveredFile[], more: Partial<EvidenceFile> = {}): EvidenceFile {
  return { path, time, results: [], coverage, problems: [], ...more };
}

/** What is known of each file: `src/a.ts ran 1,3 not 2`. */
function shown(files: readonly EvidenceFile[], modified: readonly (readonly [string, number])[] = []): string[] {
  const index = indexOf(FILES);
  index.setEvidence({ files, modified: new Map(modified) });
  return Array.from(index.coveredLines(), ([path, { hit, missed }]) => `${path} ran ${hit.join()} not ${missed.join()}`).sort();
}

describe('lines that ran', () => {
  const a = { file: 'src/a.ts', hit: [3, 1], missed: [2, 5] };
  const cases: [what: string, files: EvidenceFile[], modified: [string, number][], expected: string[]][] = [
    ['in order', [run('coverage/lcov.info', 100, [a])], [], ['src/a.ts ran 1,3 not 2,5']],
    [
      'in any of several runs',
      [run('coverage/lcov.info', 100, [a]), run('other/lcov.info', 90, [{ file: '/home/x/src/a.ts', hit: [2], missed: [1, 7] }])],
      [],
      ['src/a.ts ran 1,2,3 not 5,7'],
    ],
    ['not where the file changed since', [run('coverage/lcov.info', 100, [a])], [['src/a.ts', 200_000]], []],
    ['not of files that are not there', [run('coverage/lcov.info', 100, [{ file: 'src/gone.ts', hit: [1], missed: [] }])], [], []],
    ['not of others than lie with its samples', [run('samples/x/lcov.info', 100, [a], { within: 'samples/x' })], [], []],
  ];
  for (const [what, files, modified, expected] of cases) it(what, () => assert.deepEqual(shown(files, modified), expected));
});
