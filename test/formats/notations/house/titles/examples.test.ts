import { BEFORE_STRING } from '../../../../../src/formats/notations/house/titles/callTitles.ts';
import { HEAD, RULE, TAGS } from '../../../../../src/formats/notations/house/titles/gherkin.ts';
import { tryExamples } from '../../../../support/formats/shownPatterns.ts';

describe('examples beside the patterns of titles', () => {
  it('calls', () => tryExamples(BEFORE_STRING));
  it('Gherkin', () => [HEAD, TAGS, RULE].forEach(tryExamples));
});
