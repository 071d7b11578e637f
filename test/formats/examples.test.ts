import type { ShownPattern } from '../../src/text/patterns/shownPattern.ts';
import { JOINED } from '../../src/formats/notations/house/titles/ranges.ts';
import { PHRASE } from '../../src/formats/carried/codeScopes.ts';
import { FEATURE, FOLDER, SPOKEN } from '../../src/formats/notations/kiro/references/scopes.ts';
import { STORY } from '../../src/formats/notations/bmad/stories/storyReferences.ts';
import { NUMBER_FIRST } from '../../src/formats/notations/adr/readDocument.ts';
import { TRAILING } from '../../src/formats/items/leads.ts';
import { TOKEN } from '../../src/formats/configuration/patternShape.ts';
import { TARGET } from '../../src/formats/notations/house/criteria/targets.ts';
import { TAKEN_BACK } from '../../src/formats/references/undone.ts';
import { tryExamples } from '../support/formats/shownPatterns.ts';

const PATTERNS: Readonly<Record<string, ShownPattern>> = {
  'two ids joined by a hyphen': JOINED,
  'a folder within a sentence': PHRASE,
  'the name of a spec': FEATURE,
  'the folder of a spec': FOLDER,
  'a spec in a sentence': SPOKEN,
  'a story by its number': STORY,
  'the number of a decision': NUMBER_FIRST,
  'what is said behind a title': TRAILING,
  'a piece of a regular expression': TOKEN,
  'the goal of a row': TARGET,
  'words that take back a keyword': TAKEN_BACK,
};

describe('examples beside patterns', () => {
  for (const [what, pattern] of Object.entries(PATTERNS)) it(what, () => tryExamples(pattern));
});
