import { interpolatedStrings, slashes, stars } from '../carriers/code/commonRules.ts';
import { java } from './java.ts';
import type { Language } from './language.ts';

/** Groovy: Gradle, Jenkins, Spock. */
export const groovy = {
  name: 'Groovy',
  files: ['.groovy', '.gradle', '.gvy', '.gsh', 'jenkinsfile', 'jenkinsfile.*'],
  editorIds: { groovy: '.groovy' },
  syntax: { rules: [slashes, stars, ...interpolatedStrings] },
  comments: java.comments,
  declarations: java.declarations,
  tests: { globs: java.tests.globs, titles: java.tests.titles, reported: { endings: ['.groovy'] } },
} satisfies Language;
