import { blockComment, lineComment, quoted } from '../rules.ts';
import { scan } from '../scan.ts';
import type { Rule, Scan, Syntax } from '../scan.ts';
import { javascriptSyntax } from './javascript.ts';

/** CSS with the line comments of SCSS and Less. */
export const cssSyntax: Syntax = {
  rules: [
    // The colon keeps `url(http://…)` out.
    { ...lineComment('//'), match: (state, at) => (state.text[at - 1] === ':' ? undefined : lineComment('//').match(state, at)) },
    blockComment('/*', '*/'),
    quoted('"'),
    quoted("'"),
  ],
};

/** `<tag a="…">` with its attribute values, which may hold anything. */
const TAG = /<[A-Za-z!/][^<>"'\s/]{0,200}/y;

/** Tags without an end after which a file is taken for something else. */
const MOST_FAILURES = 32;

/** Reads the part of the text between two offsets as another language. */
export function scanPart(state: Scan, start: number, end: number, syntax: Syntax): number {
  for (const token of scan(state.text.slice(start, end), syntax)) {
    const moved = { ...token, start: token.start + start, end: token.end + start };
    state.tokens.push({ ...moved, innerStart: token.innerStart + start, innerEnd: token.innerEnd + start });
  }
  return end;
}

/** A tag; the contents of `script` and `style` are read as what they are. */
const tag: Rule = {
  first: '<',
  match(state, at) {
    const { text } = state;
    TAG.lastIndex = at;
    const name = TAG.exec(text)?.[0].slice(1).toLowerCase();
    if (name === undefined || state.failures > MOST_FAILURES) return undefined;
    const stop = /[>"']/g;
    stop.lastIndex = TAG.lastIndex;
    while (stop.test(text)) {
      const mark = text[stop.lastIndex - 1] ?? '';
      if (mark === '>') {
        if (name !== 'script' && name !== 'style') return stop.lastIndex;
        const close = new RegExp(`</${name}`, 'gi');
        close.lastIndex = stop.lastIndex;
        const end = close.test(text) ? close.lastIndex - name.length - 2 : text.length;
        return scanPart(state, stop.lastIndex, end, name === 'script' ? javascriptSyntax : cssSyntax);
      }
      // An apostrophe counts only as an attribute's value: `<p>don't` has none.
      const value = text[stop.lastIndex - 2] === '=' ? text.indexOf(mark, stop.lastIndex) : -1;
      if (value >= 0) stop.lastIndex = value + 1;
    }
    state.failures++;
    return TAG.lastIndex;
  },
};

const cdata = blockComment('<![CDATA[', ']]>');

/** XML: comments, tags, and CDATA that holds no comments. */
export const xmlSyntax: Syntax = {
  rules: [
    blockComment('<!--', '-->'),
    {
      first: '<',
      match(state, at) {
        const end = cdata.match(state, at);
        if (end !== undefined) state.tokens.pop();
        return end;
      },
    },
    { first: '<', match: (state, at) => (/^<\/?(?:script|style)/iu.test(state.text.slice(at, at + 8)) ? undefined : tag.match(state, at)) },
  ],
};

/** HTML, Vue, Svelte and template languages, whose own comments are given. */
export function markup(...comments: readonly Rule[]): Syntax {
  return { rules: [...comments, blockComment('<!--', '-->'), tag] };
}
