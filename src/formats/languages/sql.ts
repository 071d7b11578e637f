import { dashes, doubled, stars } from '../carriers/code/commonRules.ts';
import { dollarQuote } from '../carriers/code/lexical/rawStrings.ts';
import type { Language } from './language.ts';
import { NAME } from './shared/declares.ts';
import { PROVE_FOLDERS } from './shared/testGlobs.ts';

/** SQL with the procedures of its databases. */
export const sql = {
  name: 'SQL',
  files: ['.sql', '.psql', '.pgsql', '.mysql', '.ddl', '.dml', '.pls', '.plsql', '.pks', '.pkb'],
  editorIds: { sql: '.sql' },
  syntax: { rules: [dashes, stars, dollarQuote, doubled("'", true), doubled('"')] },
  comments: ['-- …', '/* … */'],
  declarations: [
    {
      pattern: String.raw`^\s*(?:create|alter|replace)\s+(?:or\s+(?:replace|alter)\s+)?(?:temp(?:orary)?\s+|unique\s+|global\s+|materialized\s+|recursive\s+)*(?<type>table|view|function|procedure|proc|trigger|index|type|sequence|package|schema|policy|role)\s+(?:if\s+not\s+exists\s+)?(?<name>["'\x60[\]\p{L}\p{N}_.$]+)`,
      flags: 'i',
      examples: {
        'create or replace function reserve(o int)': 'function reserve',
        'CREATE TEMPORARY TABLE IF NOT EXISTS "stock" (': 'TABLE stock',
      },
    },
    {
      pattern: String.raw`^\s*(?<type>function|procedure)\s+(?<name>${NAME})`,
      flags: 'i',
      examples: { 'PROCEDURE reserve(o IN NUMBER) IS': 'PROCEDURE reserve' },
    },
  ],
  // pgTAP.
  tests: { globs: [PROVE_FOLDERS] },
} satisfies Language;
