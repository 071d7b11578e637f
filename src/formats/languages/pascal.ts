import { doubled, slashes } from '../carriers/code/commonRules.ts';
import { blockComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { NAME } from './shared/declares.ts';

/** Pascal and Delphi; Modula-2 and Structured Text declare alike. */
export const pascal = {
  name: 'Pascal',
  files: ['.pas', '.dpr', '.dpk', '.lpr', '.lfm', '.dfm'],
  syntax: { rules: [slashes, blockComment('{', '}'), blockComment('(*', '*)'), doubled("'")] },
  comments: ['// …', '(* … *)', '{ … }'],
  declarations: [
    {
      pattern: String.raw`^\s*(?:class\s+)?(?:procedure|function|constructor|destructor|method)\s+(?<fn>[\p{L}_][\p{L}\p{N}_.]*)`,
      flags: 'i',
      examples: { 'procedure TStock.Reserve(O: TOrder);': 'TStock.Reserve()', 'class function Make: TStock;': 'Make()' },
    },
    {
      pattern: String.raw`^\s*(?<type>unit|program|library|module|function_block)\s+(?<name>${NAME})`,
      flags: 'i',
      examples: { 'unit Stock;': 'unit Stock', 'FUNCTION_BLOCK Reserve': 'FUNCTION_BLOCK Reserve' },
    },
    {
      pattern: String.raw`^\s*(?<other>${NAME})\s*=\s*(?:class|record|interface|object)\b`,
      flags: 'i',
      examples: { '  TStock = class(TObject)': 'TStock' },
    },
  ],
} satisfies Language;
