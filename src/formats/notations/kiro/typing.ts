import type { Typing } from '../../notation/typing.ts';
import { REQUIREMENT, VALIDATES } from './words.ts';

/** A label with what may stand of its list: `_Requirements: 1.1, `. */
const LED = new RegExp(String.raw`(?:${REQUIREMENT}|Reqs?\.?|${VALIDATES})[^\n]{0,200}$`, 'iu');

/** What is proposed behind `Requirements:` and its like: numbers of the spec that is meant there. */
export const typing: Typing = {
  words: [],
  before: /(?:DR|NFR)?\d{0,4}(?:\.\d{0,4})?$/u,
  after: /^\d*(?:\.\d+)?/u,
  probe: '9999.9999',
  mayRefer: (before) => LED.test(before),
};
