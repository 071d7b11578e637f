import type { Feature } from '../feature.ts';
import { FEATURES } from './features.ts';
import { headReviews } from './review/headReviews.ts';

/** All that the server does in a browser. */
export const WEB_FEATURES: readonly Feature[] = [headReviews, ...FEATURES];
