import { readFileSync } from 'node:fs';

/*
 * markdown-it as npm ships it makes each field of each token by `Object.defineProperty`, which takes a third of the time of its block parser: how
 * its compiler writes class fields, and nothing that the fields need, since tokens inherit from no class with setters.
 */

const HELPER = /function _defineProperty\(e, r, t\) \{\s*return [^}]*\}\) : e\[r\] = t, e;\s*\}/u;

/**
 * Makes them by assignment.
 *
 * @type {import('esbuild').Plugin}
 */
export const plainTokens = {
  name: 'plain tokens',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      if (!HELPER.test(text)) throw new Error(`${file} makes its tokens in another way now: measure again whether that is slow`);
      return { contents: text.replace(HELPER, 'function _defineProperty(e, r, t) { e[r] = t; return e; }'), loader: 'js' };
    });
  },
};
