import type { TestResult } from '../../model/evidence.ts';
import { say } from '../../model/message.ts';
import type { Loss } from './reading.ts';

/**
 * What tools call something that failed and is not a test: QUnit, Mocha (`lib/runner.js` of version 12) and Cypress what threw outside of tests, Mocha also hooks that are in no group,
 * bun a hook without a group, Jest and jest-junit a file, node-tap and others what nobody caught.
 */
const NO_TEST =
  /^(?:global failure\b|uncaught error outside (?:test )?suite|an uncaught error was detected outside of a test|"(?:before|after) (?:all|each)" hook\b|\(unnamed\)$|test suite failed to run|test execution failure: could be caused by test hooks|unhandled (?:promise )?(?:error|rejection)s?\b|uncaught exception\b)/iu;

/** What TAP::Formatter::JUnit makes of the path of a script, `t/db/stock.t`, of which it can no longer be told, and of the title of a test. */
const SCRIPT = /^\w+_t$/u;
const NUMBERED = /^(?:\d+(?: - .*)?)?$/su;

/**
 * A loss where something failed that is not a test and names neither a group nor a file, such as `global failure` of QUnit: nobody knows which tests it kept from running, so
 * that what an older run says of them is worth nothing.
 */
export function unplacedIn(results: readonly TestResult[]): readonly Loss[] {
  const found = results.find(({ outcome, file, groups, title, whole }) => {
    if (outcome !== 'failed' || file !== undefined) return false;
    if (groups.length === 1 && SCRIPT.test(groups[0] ?? '') && NUMBERED.test(title)) return true;
    if (groups.some((group) => group.trim() !== '' && !NO_TEST.test(group.trim()))) return false;
    return whole !== undefined || NO_TEST.test(title.trim());
  });
  const name = found && [...found.groups, found.title].map((part) => part.trim()).find((part) => part !== '');
  return found
    ? [{ reason: say('"{0}" failed, and neither a test nor a file is named', (name ?? '').slice(0, LONGEST_NAME)), line: 0 }]
    : [];
}

/** As much of a name as a message shows, in UTF-16 code units. */
const LONGEST_NAME = 100;
