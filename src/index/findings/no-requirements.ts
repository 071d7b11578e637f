import { say } from '../../model/message.ts';
import { FILE_START } from '../../model/position.ts';
import type { FindingRule } from './rule.ts';

/** A folder with a reqtrace.yaml in which nothing is defined: code and tests are not even read. More than a hint only where a gate is to hold. */
export const noRequirements: FindingRule = {
  code: 'no-requirements',
  check(file) {
    if (file.facts.globs === undefined || file.folder().definesAnything) return [];
    const gated = Object.keys(file.configuration.gates).length > 0;
    const message = say(
      'No document defines a requirement, so there is nothing to trace to. Run "reqtrace explain FILE" to see how a document was read',
    );
    return [{ range: FILE_START, message, ...(!gated && { atMost: 'information' as const }) }];
  },
};
