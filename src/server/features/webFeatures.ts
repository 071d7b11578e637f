import type { Feature } from '../feature.ts';
import { FEATURES } from './features.ts';
import { virtualReviews } from './review/virtualReviews.ts';

/** All that the server does in a browser. */
export const WEB_FEATURES: readonly Feature[] = [virtualReviews, ...FEATURES];
