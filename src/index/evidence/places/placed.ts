import type { EvidenceFile, TestResult } from '../../../model/evidence.ts';

/** A result with the run that it is of. */
export interface Placed {
  readonly result: TestResult;
  readonly run: EvidenceFile;
}
