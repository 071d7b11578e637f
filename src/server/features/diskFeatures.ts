import type { Feature } from '../feature.ts';
import { baseText } from './review/baseText.ts';
import { firstFile } from './sync/firstFile.ts';
import { ownWatch } from './sync/ownWatch.ts';
import { permalink } from './view/permalink.ts';
import { review } from './review/review.ts';
import { reviewBases } from './review/reviewBases.ts';
import { runTests } from './running/runTests.ts';
import { FEATURES } from './features.ts';

/** All that the server does on a machine with a disk, programs and git. */
export const DISK_FEATURES: readonly Feature[] = [ownWatch, firstFile, review, ...FEATURES, reviewBases, baseText, permalink, runTests];
