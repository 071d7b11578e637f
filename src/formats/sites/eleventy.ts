import { fileName, folderOf } from '../../text/paths.ts';
import { address, baseOf, fileMeant, folderAt, folderFile, isIndex, outputFile, permalinkFile, stemOf } from './addresses.ts';
import type { Generator } from './generator.ts';
import { bracesBehind, textOf, withoutComments } from './literals.ts';
import { githubAnchors } from './slugs/github.ts';

/** Eleventy: `a.md` is `/a/`, and links to files are followed only by a plugin. */
export const eleventy: Generator = {
  name: 'eleventy',
  title: 'Eleventy',
  files: ['.eleventy.js', ...['js', 'mjs', 'cjs', 'ts'].map((ending) => `eleventy.config.${ending}`)],
  pages: /\.(?:md|markdown|html|njk|liquid|webc)$/iu,
  usual: (folder) => ({ root: folder, contents: [{ folder, url: '' }], statics: [] }),
  read({ path, folder, text: written }) {
    const text = withoutComments(written);
    const dir = bracesBehind(text, /(?<![\w.$])dir\s*:\s*(?=\{)/u) ?? '';
    const set = /setInputDirectory\(\s*["']([^"'\n]+)["']/u.exec(text)?.[1];
    const root = folderAt(folder, set ?? textOf(dir, 'input'), '');
    return {
      generator: 'eleventy',
      from: path,
      root,
      contents: [{ folder: root, url: '' }],
      base: baseOf(textOf(text, 'pathPrefix')),
      statics: [],
      excluded: [],
      // Names of headings come from a plugin of the project's choice, and data files may move pages.
      traits: ['own-anchors', 'open', ...(text.includes('InputPathToUrl') ? (['rooted'] as const) : [])],
      permalinks: [],
      redirects: [],
    };
  },
  outputs(_site, { within, content, facts }) {
    if (
      facts.hidden ||
      folderOf(within)
        .split('/')
        .some((name) => /^(?:_(?:includes|layouts|data|site)|node_modules)$/u.test(name))
    )
      return [];
    if (facts.permalink !== undefined) return [permalinkFile(facts.permalink, 'html')];
    const folder = address(content.url, folderOf(within));
    const name = stemOf(fileName(within));
    if (isIndex(within) || name === fileName(folderOf(within))) return [folderFile(folder)];
    return [outputFile(address(folder, name), 'folder')];
  },
  sources: ({ root, traits }, link) =>
    traits.includes('rooted') && !/%2f/iu.test(link.target) && /\.(?:md|markdown|html|njk|liquid|webc)$/iu.test(link.written)
      ? fileMeant(link, root)
      : [],
  moves: true,
  addsBase: false,
  bare: false,
  anchors: [githubAnchors],
};
