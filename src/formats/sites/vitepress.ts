import type { PageLink } from './generator.ts';
import type { Site } from '../../model/site.ts';
import { inFolder } from '../../text/paths.ts';
import { address, baseOf, fileMeant, folderAt, folderFile, isIndex, outputFile, stemOf } from './addresses.ts';
import { folderOf } from '../../text/paths.ts';
import type { Generator } from './generator.ts';
import { textOf, withoutComments } from './literals.ts';
import { vitepressAnchors } from './slugs/vitepress.ts';

const SHOWN = /\.(?:md|html|apng|avif|bmp|gif|ico|jpe?g|jfif|png|svg|webp|aac|flac|mp3|mp4|ogg|opus|wav|webm|mov)$/iu;

/** VitePress: `a.md` is `a.html`, links to `a`, `a.md` and `a.html` are all followed. */
export const vitepress: Generator = {
  name: 'vitepress',
  title: 'VitePress',
  files: ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'].map((ending) => `.vitepress/config.${ending}`),
  pages: /\.md$/iu,
  usual: (folder) => ({ root: folder, contents: [{ folder, url: '' }], statics: [inFolder(folder, 'public')] }),
  read({ path, folder, text: written }) {
    const text = withoutComments(written);
    const root = folderAt(folder, textOf(text, 'srcDir'), '');
    return {
      generator: 'vitepress',
      from: path,
      root,
      contents: [{ folder: root, url: '' }],
      base: baseOf(textOf(text, 'base')),
      statics: [inFolder(root, 'public')],
      excluded: [],
      traits: [
        ...(/(?<![\w.$])(?:rewrites|srcExclude)\s*:/u.test(text) ? (['open'] as const) : []),
        ...(/slugify/u.test(text) ? (['own-anchors'] as const) : []),
      ],
      permalinks: [],
      redirects: [],
    };
  },
  outputs(_site, { within, content }) {
    if (/(?:^|\/)(?:\.vitepress|node_modules)\//u.test(within) || /\[[^\]]+\]/u.test(within)) return [];
    if (isIndex(within)) return [folderFile(address(content.url, folderOf(within)))];
    return [outputFile(address(content.url, stemOf(within)), 'html')];
  },
  sources,
  strict: true,
  addsBase: true,
  bare: false,
  made: /^\/(?:assets\/|404)/u,
  anchors: [vitepressAnchors],
};

function sources({ root }: Site, link: PageLink): readonly string[] {
  const { written } = link;
  if (written.endsWith('/')) return fileMeant({ ...link, written: `${written}index.md` }, root);
  // Other files are copied only where they are shown on the page.
  if (/\.[^./\d]+$/u.test(written) && !SHOWN.test(written)) return [];
  if (!/\.[^./]+$/u.test(written)) return fileMeant({ ...link, written: `${written}.md` }, root);
  return fileMeant(/\.html$/iu.test(written) ? { ...link, written: `${stemOf(written)}.md` } : link, root);
}
