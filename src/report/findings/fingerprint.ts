import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Finding } from '../../model/finding.ts';
import { inEnglish } from '../../model/message.ts';

/** Hex digits of a fingerprint: enough that two findings of one project never share one by chance. */
const LENGTH = 32;

/**
 * One fingerprint for each finding, in their order, by which a code scanner knows a finding again after lines moved: it covers
 * the code, the file and the item that the finding is about (without an item, its message), never a line. Findings that are
 * alike in all that are told apart by their number, `9f…:1`, `9f…:2`.
 */
export function fingerprints(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, path, item, message }) => {
    const subject = JSON.stringify(item === undefined ? [code, path, 'message', inEnglish(message)] : [code, path, 'item', item]);
    const hash = bytesToHex(sha256(utf8ToBytes(subject))).slice(0, LENGTH);
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return `${hash}:${number}`;
  });
}
