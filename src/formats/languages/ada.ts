import { dashes, doubled } from '../carriers/code/commonRules.ts';
import { character } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { NAME } from './shared/declares.ts';
import { TEST_BEHIND } from './shared/testGlobs.ts';

/** Ada; VHDL declares alike. */
export const ada = {
  name: 'Ada',
  files: ['.adb', '.ads', '.ada', '.gpr'],
  editorIds: { ada: '.ada' },
  syntax: { rules: [dashes, doubled('"'), character] },
  comments: ['-- …'],
  declarations: [
    {
      pattern: String.raw`^\s*(?:overriding\s+|not\s+overriding\s+|pure\s+|impure\s+)*(?:procedure|function)\s+(?<fn>${NAME})`,
      flags: 'i',
      examples: { 'procedure Reserve (O : Order) is': 'Reserve()', 'not overriding function Amount return Natural;': 'Amount()' },
    },
    {
      pattern: String.raw`^\s*(?<type>package(?:\s+body)?|entity|architecture|task|protected|type|component|process)\s+(?:body\s+|type\s+)?(?<name>${NAME})`,
      flags: 'i',
      examples: {
        'package body Stock is': 'package body Stock',
        'architecture rtl of stock is': 'architecture rtl',
        'task type Worker;': 'task Worker',
      },
    },
    { pattern: String.raw`^\s*(?<other>${NAME})\s*:\s*process\b`, flags: 'i', examples: { 'reserve : process (clk)': 'reserve' } },
  ],
  tests: { globs: [TEST_BEHIND] },
} satisfies Language;
