import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { readXml, rootElement } from '../carriers/xml/xml.ts';
import { HEAD } from './findFormat.ts';
import { readJsonDocuments } from './jsonDocuments.ts';
import { readResults } from './reading.ts';
import type { Loss, ReadEvidence } from './reading.ts';
import { isLfsPointer } from '../glance/lfsPointer.ts';

/** What a file is looked for as; one that is found as both is a file with results. */
export type EvidencePlace = 'results' | 'coverage';

/** Names of files that are reports and nothing else; in `out/**` of reqtrace.yaml lies all that a build writes. */
const REPORT = /\.(?:xml|json|jsonl|ndjson|tap|trx|subunit)(?:\.gz)?$/iu;
/** Line coverage of a run in which no file was covered is an empty file of lcov. */
const LINES = /\.(?:xml|json|out|coverprofile)$/iu;
/** What gzip, zip, xz, bzip2 and zstd begin with, as text. */
const COMPRESSED = /^(?:\u001F\uFFFD|PK\u0003\u0004|\uFFFD7zXZ|BZh\d|\(\uFFFD\/\uFFFD)/u;

const UNKNOWN: ReadEvidence = { kind: 'unread', reason: say('in no form of test results or line coverage that is known') };

/**
 * What a text in an unknown format is. A complete document of XML or JSON belongs to another tool. Everything else in a place of results was meant to be a report whose contents are
 * lost: nothing at all, a document that is cut off, an error page, output of a program that died, what is compressed or was never fetched.
 */
export function readUnknown(path: FilePath, text: string, place: EvidencePlace): ReadEvidence {
  if (!(place === 'results' ? REPORT : LINES).test(path)) return isLfsPointer(text) ? lost(pointer()) : UNKNOWN;
  const begin = text.slice(0, HEAD).trimStart();
  if (begin === '' && text.trim() === '') return lost({ reason: say('it is empty'), line: 0 });
  if (isLfsPointer(begin)) return lost(pointer());
  if (begin.startsWith('<')) return lost(lossOfXml(text));
  if (/^[[{]/u.test(begin)) return lost(lossOfJson(text, begin.startsWith('[') ? '[]' : '{}'));
  if (place === 'coverage') return UNKNOWN;
  if (COMPRESSED.test(begin)) return lost({ reason: say('it is compressed; unpack it'), line: 0 });
  // JSON may be no more than a word or a number.
  return /^(?:null|true|false|-?\d[\d.]*|"[^"\n]*")\s*$/u.test(text) ? UNKNOWN : lost(nothingKnown());
}

function lost(loss: Loss | undefined): ReadEvidence {
  return loss ? { kind: 'malformed', ...loss } : UNKNOWN;
}

function nothingKnown(): Loss {
  return { reason: say('it is neither XML nor JSON nor TAP'), line: 0 };
}

function pointer(): Loss {
  return { reason: say('it is a pointer of Git LFS, and the file itself was not fetched'), line: 0 };
}

function lossOfXml(text: string): Loss | undefined {
  if (/^html$/iu.test(rootElement(text.slice(0, HEAD)))) return { reason: say('it is a web page and no report'), line: 0 };
  let opened = false;
  const [loss] = readXml(text, {
    open: () => {
      opened = true;
    },
    close: () => undefined,
  });
  return loss ?? (opened ? undefined : nothingKnown());
}

function lossOfJson(text: string, brackets: '{}' | '[]'): Loss | undefined {
  const read = readJsonDocuments(text, () => readResults([]), brackets);
  return read.kind === 'malformed' ? read : undefined;
}
