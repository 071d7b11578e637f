import { ambiguousReference } from './ambiguous-reference.ts';
import { brokenLink } from './broken-link.ts';
import { claimedNotMet } from './claimed-not-met.ts';
import { cycle } from './cycle.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateLink } from './duplicate-link.ts';
import { expiredWaiver } from './expired-waiver.ts';
import { failingCriterion } from './failing-criterion.ts';
import { invalidWaiver } from './invalid-waiver.ts';
import { malformedEvidence } from './malformed-evidence.ts';
import { metNotClaimed } from './met-not-claimed.ts';
import { noCriterionNamed } from './no-criterion-named.ts';
import { noRequirements } from './no-requirements.ts';
import { notExecuted } from './not-executed.ts';
import { outdatedEvidence } from './outdated-evidence.ts';
import { predatedLink } from './predated-link.ts';
import type { FindingRule, RequirementRule } from './rule.ts';
import { staleLink } from './stale-link.ts';
import { unknownAttribute } from './unknown-attribute.ts';
import { unmatchedGlob } from './unmatched-glob.ts';
import { unknownReference } from './unknown-reference.ts';
import { unmetCriterion } from './unmet-criterion.ts';
import { unwantedLink } from './unwanted-link.ts';

// @implements RT-4.2~e171c2
/** Every rule that needs the index, but those about one requirement. What one file alone has wrong with it is in its facts. */
export const FINDING_RULES: readonly FindingRule[] = [
  ambiguousReference,
  brokenLink,
  cycle,
  duplicateId,
  duplicateLink,
  expiredWaiver,
  invalidWaiver,
  malformedEvidence,
  noCriterionNamed,
  noRequirements,
  notExecuted,
  predatedLink,
  staleLink,
  unknownAttribute,
  unknownReference,
  unmatchedGlob,
  unwantedLink,
];

/** The rules about one requirement and its criteria. */
export const REQUIREMENT_RULES: readonly RequirementRule[] = [
  claimedNotMet,
  failingCriterion,
  metNotClaimed,
  outdatedEvidence,
  unmetCriterion,
];
