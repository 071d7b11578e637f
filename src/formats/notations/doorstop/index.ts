import { say } from '../../../model/message.ts';
import { COMMON_WORDS } from '../../notation/commonWords.ts';
import type { Notation } from '../../notation/notation.ts';
import { placeIn } from '../../notation/placeIn.ts';
import type { Typing } from '../../notation/typing.ts';
import { DOORSTOP, isUid, otherWays, uidOf } from './ids.ts';
import { readItem } from './readItem.ts';

const NAME = /(?:^|\/)[\p{L}_][^/]*\d\.(?:yml|yaml|md)$/u;
/** What Doorstop writes into every item. */
const KEYS = [/^active:[ \t]/mu, /^normative:[ \t]/mu, /^(?:level|reviewed|derived|links):/mu];
const FRONT = /^---\r?\n(?<front>[^]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/u;

const typing: Typing = {
  words: [],
  before: /[\p{L}\p{N}_.-]*$/u,
  after: /^[\p{L}\p{N}_.-]*/u,
  probe: 'REQTRACEPROBE000',
  mayRefer: (before, _typed, role) => role === 'document' && /^- $/u.test(before),
};

/** Doorstop: a file for each item, `reqs/REQ001.yml`, called as the item is. In code items are referred to in words of the house. */
export const doorstop = {
  name: DOORSTOP,
  files: [],
  mayHold: [{ glob: '**/*[0-9].{yml,yaml}', only: NAME }],
  ids: {
    normal: (id) => id,
    isName: (name, type) => type === 'requirement' && isUid(name),
    fixed: (name) => say('{0} is called as its file is; rename the file', name),
    typing,
  },
  needles: [],
  holds: isItem,
  readDocument: readItem,
  readDocumentAt: (document, position) => placeIn(document, position, (facts) => readItem(document, facts)),
  write: {
    annotation: (kind, reference) => COMMON_WORDS.annotation(kind, inCommonWords(reference)),
    waiver: (reference) => COMMON_WORDS.waiver(inCommonWords(reference)),
    revise: COMMON_WORDS.revise,
  },
} satisfies Notation;

function isItem(path: string, text: string): boolean {
  if (!NAME.test(path) || uidOf(path) === undefined) return false;
  const data = path.endsWith('.md') ? FRONT.exec(text)?.groups?.['front'] : text;
  return data !== undefined && KEYS.every((key) => key.test(data));
}

/** `REQ-001` for `REQ001`, which is the same to Doorstop, and an ID wherever IDs are looked for; with its document where it has no such form. */
function inCommonWords(reference: string): string {
  const uid = reference.replace(/^.*#/u, '');
  if (/-\d+$/u.test(uid)) return reference;
  const [way = ''] = otherWays(uid);
  return /-\d+$/u.test(way) ? reference.replace(uid, way) : reference;
}
