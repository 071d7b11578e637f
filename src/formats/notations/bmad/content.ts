import type { FilePath } from '../../../model/position.ts';
import { isArchived, kindOf, storyNumberOf } from './layout.ts';
import { CRITERIA_LABEL, STORY_NUMBER } from './words.ts';

const STORY_TITLE = new RegExp(String.raw`^#{1,3}\s+\**${STORY_NUMBER}`, 'imu');
const CRITERIA = new RegExp(String.raw`^[ \t]*(?:[-*][ \t]+)?(?:#{1,6}[ \t]+)?\**(?:[\d.]{1,9}[ \t]+)?${CRITERIA_LABEL}`, 'imu');
const STORY_SECTIONS = /^##\s+(?:(?:User )?Story\s*$|Tasks ?\/ ?Subtasks|Dev Notes|Dev Agent Record|QA Results)/imu;
const STORY_FOLDER = /(?:^|\/)(?:stories|(?:sprint|implementation)-artifacts)\/|\.story\.md$/u;
/** Without a hyphen, so that no other notation knows it for an id. */
const REQUIREMENT = /^\s{0,3}(?:#{1,6}\s+|(?:[-*]|\d{1,3}[.)])\s+)?[*_`]{0,3}N?FR\d/mu;
const HYPHENATED = /^\s{0,3}(?:#{1,6}\s+|(?:[-*]|\d{1,3}[.)])\s+)?[*_`]{0,3}N?FR-\d/mu;
/** What the makers' workflows leave in the requirements that they write. */
const SIGN =
  /^(?:stepsCompleted|workflowType)\s*:|\bBMAD?\b|Created through collaborative discovery|Goals and Background Context|Consequences \(testable\)/imu;
const REQUIREMENTS_HEADING =
  /^#{1,4}[ \t]+(?:[\d.]{1,9}[ \t]+)?(?:Requirements$|(?:Non-?\s?)?Functional\b|Goals and Background)|\bPRD\b|Product Requirements/imu;
const CAPABILITY = /^[ \t]*[-*][ \t]+\*\*CAP-\d/mu;

/**
 * True for a document that BMAD reads alone wherever it lies: it has the name of one of its documents, and holds what only such a one does. A folder
 * `docs/` is not BMAD's, so the name is not enough there.
 */
export function holdsDocument(path: FilePath, text: string): boolean {
  if (isArchived(path)) return false;
  switch (kindOf(path)) {
    case 'story':
      return storyNumberOf(path) !== undefined && STORY_FOLDER.test(path) && CRITERIA.test(text) && STORY_SECTIONS.test(text);
    case 'prd':
    case 'prd shard':
      return (
        ((REQUIREMENT.test(text) || (HYPHENATED.test(text) && SIGN.test(text))) && REQUIREMENTS_HEADING.test(text)) ||
        (STORY_TITLE.test(text) && CRITERIA.test(text))
      );
    case 'epics':
    case 'epics shard':
      return STORY_TITLE.test(text) && CRITERIA.test(text);
    case 'capabilities':
      return CAPABILITY.test(text) && /^id:\s*['"]?SPEC-/mu.test(text.slice(0, 2_000));
    case 'work':
    case 'papers':
      return false;
  }
}
