import type { CoveredFile, Evidence, EvidenceFile, TestResult } from '../../../src/model/evidence.ts';
import { say } from '../../../src/model/message.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { PATHS } from './randomFacts.ts';
import type { Random } from './random.ts';

const RESULT_FILES = ['results/a.xml', 'results/b.xml', 'reqtrace.yaml'];

/** The next evidence: other results, or just other times of the code. */
export function changedEvidence(random: Random, before: Evidence): Evidence {
  const modified = new Map(random.some(5, () => [random.pick(PATHS), random.below(5)] as const));
  if (random.oneIn(3)) return { files: before.files, modified };
  const paths = RESULT_FILES.filter(() => random.oneIn(2));
  return { files: paths.map((path) => randomRun(random, path)), modified };
}

function randomRun(random: Random, path: string): EvidenceFile {
  const problem = { code: 'malformed-evidence' as const, range: rangeAt(0, 0, 0), message: say('Cut off') };
  return {
    path,
    time: random.below(5),
    results: random.some(6, () => randomResult(random)),
    coverage: random.some(2, () => randomLines(random)),
    problems: random.oneIn(5) ? [problem] : [],
  };
}

function randomResult(random: Random): TestResult {
  return {
    outcome: random.pick(['passed', 'passed', 'failed', 'skipped']),
    ...(random.oneIn(2) && { file: random.pick(PATHS) }),
    groups: random.oneIn(3) ? [random.pick(['G', 'a', 'x.G'])] : [],
    title: random.pick(['f', 'f', 'f[1]', 'g', 'G > f', 'IP-1.1/AC1 f']),
  };
}

function randomLines(random: Random): CoveredFile {
  const lines = random.some(4, (at) => at);
  return { file: `/repo/${random.pick(PATHS)}`, hit: lines.filter((line) => line % 2 === 0 && random.oneIn(2)), missed: [1, 2, 3] };
}
