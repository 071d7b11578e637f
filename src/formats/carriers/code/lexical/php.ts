import { blockComment, quoted } from '../rules.ts';
import type { Rule, Scan, Syntax } from '../scan.ts';
import { heredoc } from './heredoc.ts';
import { markup, scanPart } from './markup.ts';

/** The markup up to the next `<?php`, `<?=` or `<?`. */
function skipMarkup(state: Scan, from: number): number {
  const found = state.text.indexOf('<?', from);
  const end = found < 0 ? state.text.length : found;
  scanPart(state, from, end, markup());
  return found < 0 ? end : end + 2;
}

/** `// …` and `# …`; `?>` ends them before their line does. */
function phpLineComment(open: string): Rule {
  return {
    first: open.slice(0, 1),
    match(state, at) {
      if (!state.text.startsWith(open, at) || state.text.startsWith('#[', at)) return undefined;
      const lineEnd = state.lineEnd(at);
      const close = state.text.slice(at, lineEnd).indexOf('?>');
      const end = close < 0 ? lineEnd : at + close;
      return state.comment(at, end, at + open.length, end, false);
    },
  };
}

/** PHP with the markup around it. */
export const phpSyntax: Syntax = {
  begin: (state) => skipMarkup(state, 0),
  rules: [
    { first: '?', match: (state, at) => (state.text.startsWith('?>', at) ? skipMarkup(state, at + 2) : undefined) },
    phpLineComment('//'),
    phpLineComment('#'),
    blockComment('/*', '*/'),
    heredoc(/<<<(?<dash>)\s?(["']?)(?<word>[A-Za-z_]\w*)\2/),
    quoted('"', '"', { multiline: true }),
    quoted("'", "'", { multiline: true }),
  ],
};
