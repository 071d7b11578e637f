import { asksForProof } from '../../model/gate.ts';
import type { GlobKey } from '../../model/writtenGlob.ts';
import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import type { FindingRule } from './rule.ts';

/** A glob of reqtrace.yaml that matches nothing. Results may be missing as long as no gate asks for them. */
export const unmatchedGlob: FindingRule = {
  code: 'unmatched-glob',
  check(file) {
    const { facts, configuration } = file;
    if (facts.globs === undefined || facts.globs.length === 0) return [];
    const proof = Object.values(configuration.gates).some(asksForProof);
    return file.folder().unmatched.map(({ key, glob, range }) => {
      const isHint = key.startsWith('evidence') && !proof;
      return { range, message: unmatchedMessage(key, glob), ...(isHint && { atMost: 'information' as const }) };
    });
  },
};

/** What is wrong with it: `"doc/**" of documents matches no file that is read`. */
export function unmatchedMessage(key: GlobKey, glob: string): Message {
  if (key === 'evidence.results')
    return say('"{0}" of {1} matches no file with test results: run the tests first, or correct the glob', glob, key);
  if (key === 'evidence.coverage')
    return say('"{0}" of {1} matches no file with line coverage: run the tests with coverage first, or correct the glob', glob, key);
  return say('"{0}" of {1} matches no file that is read', glob, key);
}
