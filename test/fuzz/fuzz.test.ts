import assert from 'node:assert/strict';
import { describeFailure, tryOne } from '../support/fuzz/run.ts';
import { sized } from '../support/size.ts';
import { SUBJECTS } from '../support/fuzz/subjects.ts';

describe('under random texts', () => {
  for (const subject of SUBJECTS) {
    for (const path of subject.paths) {
      it(`all claims hold of ${subject.name}${path && `, ${path}`}`, () => {
        for (let seed = 1; seed <= sized(Math.ceil(subject.runs / 6), subject.runs); seed += 1) {
          const failure = tryOne(subject, path, seed);
          if (failure) assert.fail(describeFailure(failure));
        }
      });
    }
  }
});
