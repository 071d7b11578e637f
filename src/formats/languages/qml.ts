import { javascriptSyntax } from '../carriers/code/lexical/javascript.ts';
import { javascript } from './javascript.ts';
import type { Language } from './language.ts';

/** QML of Qt. */
export const qml = {
  name: 'QML',
  files: ['.qml'],
  editorIds: { qml: '.qml' },
  syntax: javascriptSyntax,
  comments: ['// …', '/* … */'],
  declarations: javascript.declarations,
  members: javascript.members,
  tests: { titles: javascript.tests.titles },
} satisfies Language;
