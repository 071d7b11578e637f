import { lineComment, quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { WHOLE_FILE_TESTS } from './shared/testGlobs.ts';

/** Gherkin: features of Cucumber and its like. */
export const gherkin = {
  name: 'Gherkin',
  files: ['.feature'],
  editorIds: { feature: '.feature' },
  syntax: { rules: [lineComment('#', 'line-start'), quoted('"""', '"""', { escape: 'none', multiline: true, where: 'line-start' })] },
  comments: ['# …'],
  declarations: [
    {
      pattern: String.raw`^\s*(?:Scenario(?: Outline| Template)?|Example|Feature|Rule|Background)\s*:\s*(?<title>\S.*?)\s*$`,
      examples: { '  Scenario Outline: rejects an empty order': 'rejects an empty order', 'Feature: Orders': 'Orders' },
    },
  ],
  tests: { globs: [WHOLE_FILE_TESTS], titles: { layout: 'gherkin' }, reported: { endings: ['.feature'] } },
} satisfies Language;
