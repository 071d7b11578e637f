import { jsonForScript } from '../writing/html.ts';
import { pageProgram } from './pageProgram.ts';
import type { ScriptTexts } from './scriptTexts.ts';

/** What the page runs, in the words of a language. */
export function pageScript(texts: ScriptTexts): string {
  return `${pageProgram()}matrixPage.start(${jsonForScript(texts)});\n`;
}
