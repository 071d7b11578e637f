import { COMMON_WORDS } from '../../notation/commonWords.ts';
import type { NotationWriter } from '../../notation/notation.ts';

/** Code is annotated by markers, `@relation(REQ-1, scope=function)`. StrictDoc has no words for waivers, so the common ones are used. */
export const write: NotationWriter = {
  annotation: (_kind, reference) => `@relation(${reference.replace(/^.*#/u, '')}, scope=function)`,
  waiver: COMMON_WORDS.waiver,
};
