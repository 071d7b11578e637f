import type { IndexView } from '../index/view.ts';
import { unknownMessage } from '../index/findings/unknown-attribute.ts';
import { unmatchedMessage } from '../index/findings/unmatched-glob.ts';
import { CONFIGURATION_FILE } from '../model/configuration.ts';
import { compareText } from '../index/order.ts';
import { asksForProof } from '../model/gate.ts';
import type { GlobKey } from '../model/writtenGlob.ts';
import type { Message } from '../model/message.ts';
import { say } from '../model/message.ts';

/** Why something that looks in order may not be: what should have been read was not. */
export interface Doubt {
  /**
   * What it puts in question: `everything`, since items or what points at them may be missing; or what test runs have shown, where results are
   * `lost` or in none of the places that the project names (`results`, `coverage`).
   */
  readonly of: 'everything' | 'lost' | 'results' | 'coverage';
  /** One sentence, no full stop at the end: `"doc/**" of documents matches no file that is read`. */
  readonly message: Message;
}

const PUT_IN_QUESTION: Readonly<Record<GlobKey, Doubt['of']>> = {
  documents: 'everything',
  tests: 'everything',
  'evidence.results': 'results',
  'evidence.coverage': 'coverage',
};

/** What should have been read and was not, the gravest first; nothing where all is known. */
export function doubtsOf(view: IndexView): readonly Doubt[] {
  const unmatched = view.unmatchedGlobs.map(({ key, glob }): Doubt => {
    return { of: PUT_IN_QUESTION[key], message: unmatchedMessage(key, glob) };
  });
  // A rule that exempts and never holds makes nothing met.
  const unknown = view.unknownAttributes
    .filter(({ condition }) => condition.exempts !== true)
    .map((one): Doubt => ({ of: 'everything', message: unknownMessage(one) }));
  const lost = view.evidence.flatMap(({ path, lost: reasons = [], results, coverage, place }): readonly Doubt[] => {
    const [reason] = reasons;
    if (reason === undefined) return [];
    const onlyLines = results.length === 0 && (coverage.length > 0 || place === 'coverage');
    return [{ of: onlyLines ? 'coverage' : 'lost', message: say('{0} cannot be read whole: {1}', path, reason) }];
  });
  const cut = view.evidence.flatMap(({ path, cut: reason }): readonly Doubt[] => {
    const message = reason && say('{0} was not searched for results: {1}', path, reason);
    return message ? [{ of: 'results', message }] : [];
  });
  const documents = Array.from(view.files).flatMap(([path, role]): readonly Doubt[] => {
    const kinds = role === 'document' ? (view.facts(path)?.limits?.map(({ kind }) => kind) ?? []) : [];
    if (kinds.includes('pointer'))
      return [{ of: 'everything', message: say('{0} is a pointer of Git LFS, and its text was not fetched: run "git lfs pull"', path) }];
    if (kinds.includes('conflict')) return [{ of: 'everything', message: say('{0} has marks of a merge conflict', path) }];
    const isUnread = role === 'document' && (view.facts(path)?.problems.some(({ unread }) => unread) ?? false);
    return isUnread ? [{ of: 'everything', message: say('{0} was not read in full, so requirements in it may be missing', path) }] : [];
  });
  const broken: readonly Doubt[] = isBroken(view)
    ? [{ of: 'everything', message: say('{0} has errors; its last good settings, or the defaults, are in use', CONFIGURATION_FILE) }]
    : [];
  const nothing: readonly Doubt[] = view.definesAnything ? [] : [{ of: 'everything', message: say('no document defines a requirement') }];
  return [
    ...broken,
    ...nothing,
    ...documents.sort((a, b) => compareText(String(a.message.values[0]), String(b.message.values[0]))),
    ...unmatched.filter(({ of }) => of === 'everything'),
    ...unknown,
    ...lost,
    ...unmatched.filter(({ of }) => of !== 'everything'),
    ...cut,
  ];
}

/** True while reqtrace.yaml has an error, so that another configuration than it asks for is in force. */
export function isBroken(view: Pick<IndexView, 'facts'>): boolean {
  return view.facts(CONFIGURATION_FILE)?.problems.some(({ code }) => code === 'config-error') ?? false;
}

/** Those that are worth a word outside of gates: that results are in none of their places matters only where a gate asks for them. */
export function doubtsToTell(view: IndexView): readonly Doubt[] {
  const proof = Object.values(view.configuration.gates).some(asksForProof);
  return doubtsOf(view).filter(({ of }) => proof || (of !== 'results' && of !== 'coverage'));
}
