import { BEFORE_STRING } from '../../../../../src/formats/carried/testCalls.ts';
import { BETWEEN, BRACKETED, LEAD } from '../../../../../src/formats/notations/house/titles/compose.ts';
import { HEAD, RULE, TAGS } from '../../../../../src/formats/notations/house/titles/gherkin.ts';
import { FILE_TAGS, SECTION, TAGS as ROBOT_TAGS } from '../../../../../src/formats/notations/house/titles/robot.ts';
import { tryExamples } from '../../../../support/formats/shownPatterns.ts';

describe('examples beside the patterns of titles', () => {
  it('calls', () => tryExamples(BEFORE_STRING));
  it('criteria', () => [LEAD, BETWEEN, BRACKETED].forEach(tryExamples));
  it('Robot Framework', () => [SECTION, ROBOT_TAGS, FILE_TAGS].forEach(tryExamples));
  it('Gherkin', () => [HEAD, TAGS, RULE].forEach(tryExamples));
});
