import { hash } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';
import { WHOLE_FILE_TESTS } from './shared/testGlobs.ts';

/** Robot Framework. */
export const robotFramework = {
  name: 'Robot Framework',
  files: ['.robot', '.resource'],
  syntax: { rules: [hash] },
  comments: ['# …'],
  declarations: [{ pattern: String.raw`^(?![*#\s])(?<title>\S.*?)\s*$`, examples: { 'Rejects An Empty Order': 'Rejects An Empty Order' } }],
  tests: { globs: [WHOLE_FILE_TESTS], titles: { layout: 'robot' }, reported: { endings: ['.robot'] } },
} satisfies Language;
