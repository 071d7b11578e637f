import type { Site, SiteContent, SitePermalink } from '../../model/site.ts';
import { isRecord } from '../../text/parsed.ts';
import { fileName, folderOf, inFolder, withinFolder } from '../../text/paths.ts';
import { looseYaml } from '../carriers/yaml/looseYaml.ts';
import { address, baseOf, fileMeant, folderAt, folderFile, isIndex, isReadme, outputFile, permalinkFile, stemOf } from './addresses.ts';
import type { Generator, LinkTags, Page, SiteFile } from './generator.ts';
import { kramdownAnchors } from './slugs/kramdown.ts';
import { text, texts } from './values.ts';

const POST = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/u;
const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};
/** What only others have that also call their configuration `_config.yml`: Hexo and Jupyter Book. */
const OTHERS = ['source_dir', 'post_asset_folder', 'execute', 'sphinx', 'parse', 'launch_buttons'];

/** `{% link docs/a.md %}` names a file from the root of the site, and `{% post_url 2026-01-02-news %}` a post. */
const TAGS: LinkTags = {
  form: /\{%-?\s{0,9}(?<tag>link|post_url)\s{1,9}(?<target>[^\s%{}"']{1,300})\s{0,9}-?%\}/dgu,
  tagOf: (name) => (name === 'link' ? 'link' : 'post_url'),
  files: ({ root, contents }, { written }, tag) => {
    const path = written.replace(/^\//u, '');
    if (tag === 'link') return fileMeant({ from: '', written: `/${path}` }, root);
    const folders = contents.filter(({ kind }) => kind === 'posts').map(({ folder }) => folder);
    return folders.flatMap((folder) => ['md', 'markdown', 'html'].map((ending) => inFolder(folder, `${path}.${ending}`)));
  },
  // A post may lie below any folder.
  isSure: (_, tag) => tag === 'link',
};

/** Jekyll, with the plugins of GitHub Pages: `a.md` is `a.html`, and links to `a.md` are followed. */
export const jekyll: Generator = {
  name: 'jekyll',
  title: 'Jekyll',
  files: ['_config.yml', '_config.yaml'],
  pages: /\.(?:md|markdown|mkdown|html?)$/iu,
  usual: (folder) => ({ root: folder, contents: [{ folder, url: '' }], statics: [] }),
  read: readSite,
  outputs,
  // Its plugin takes a query and an encoded slash for parts of a name.
  sources: ({ root }, link) => (/\.[^./]+$/u.test(link.written) && !/\?|%2f/iu.test(link.target) ? fileMeant(link, root) : []),
  tags: TAGS,
  copies: true,
  moves: true,
  addsBase: false,
  bare: false,
  made: /^\/(?:feed\.xml|sitemap\.xml|robots\.txt|assets\/|tags?\/|categor(?:y|ies)\/|page\d+)/u,
  anchors: [kramdownAnchors],
};

function readSite({ path, folder, text: written }: SiteFile): Site | undefined {
  const data = looseYaml(written);
  if (OTHERS.some((key) => key in data)) return undefined;
  const root = folderAt(folder, text(data['source']), '');
  const style = text(data['permalink']);
  const isFolders = style === 'pretty' || (style !== undefined && style.endsWith('/'));
  const kept = collections(data['collections']);
  const home = folderAt(root, text(data['collections_dir']), '');
  const contents: SiteContent[] = [{ folder: root, url: '' }];
  for (const name of kept.keys())
    if (name !== 'posts') contents.push({ folder: inFolder(home, `_${name}`), url: address(name), kind: name });
  contents.push({ folder: inFolder(home, '_posts'), url: '', kind: 'posts' });
  return {
    generator: 'jekyll',
    from: path,
    root,
    contents,
    base: baseOf(text(data['baseurl'])),
    statics: [],
    excluded: texts(data['exclude']),
    traits: isFolders ? ['folders'] : [],
    permalinks: [
      ...defaultsOf(data['defaults'], root),
      ...Array.from(kept).flatMap(([kind, pattern]) => (pattern === undefined ? [] : [{ under: '', kind, pattern }])),
      { under: '', kind: 'posts', pattern: STYLES[style ?? 'date'] ?? style ?? '' },
    ],
    redirects: [],
  };
}

/** Collections that are put out, with the pattern of their addresses. */
function collections(value: unknown): ReadonlyMap<string, string | undefined> {
  const kept = new Map<string, string | undefined>();
  if (isRecord(value))
    for (const [name, options] of Object.entries(value))
      if (isRecord(options) && (name === 'posts' || options['output'] === true)) kept.set(name, text(options['permalink']));
  return kept;
}

function defaultsOf(value: unknown, root: string): readonly SitePermalink[] {
  return (Array.isArray(value) ? value : []).flatMap((entry): SitePermalink[] => {
    if (!isRecord(entry) || !isRecord(entry['values'])) return [];
    const scope = isRecord(entry['scope']) ? entry['scope'] : {};
    const pattern = text(entry['values']['permalink']);
    const kind = text(scope['type']);
    if (pattern === undefined) return [];
    return [{ under: folderAt(root, text(scope['path'])?.replace(/\/?\*.*$/u, ''), ''), pattern, ...(kind !== undefined && { kind }) }];
  });
}

function outputs(site: Site, page: Page): readonly string[] {
  const { content, within, facts } = page;
  const inner = folderOf(within).split('/');
  const isPost = content.kind === 'posts' || inner.includes('_posts');
  if (
    facts.hidden ||
    inner.some((name) => /^[_.#]/u.test(name) && name !== '_posts') ||
    (content.kind === undefined && /^[_.#]|~$/u.test(fileName(within)))
  )
    return [];
  const further = (facts.redirects ?? []).map((one) => permalinkFile(one, 'html'));
  const written = facts.permalink ?? patternFor(site, page, isPost);
  if (written !== undefined) return [permalinkFile(filled(written, page, isPost), 'html'), ...further];
  const url = address(content.url, stemOf(within));
  if (isIndex(within)) return [folderFile(address(content.url, folderOf(within))), ...further];
  const own = outputFile(url, site.traits.includes('folders') ? 'folder' : 'html');
  return isReadme(within) ? [own, folderFile(address(content.url, folderOf(within))), ...further] : [own, ...further];
}

function patternFor({ permalinks }: Site, { path, content }: Page, isPost: boolean): string | undefined {
  const kind = content.kind ?? (isPost ? 'posts' : 'pages');
  return permalinks.find((one) => (one.kind === undefined || one.kind === kind) && withinFolder(one.under, path) !== undefined)?.pattern;
}

function filled(pattern: string, { within, content, facts }: Page, isPost: boolean): string {
  const stem = stemOf(fileName(within));
  const [, year = '', month = '', day = '', rest = stem] = POST.exec(stem) ?? [];
  const title = facts.slug ?? (isPost ? rest : stem);
  const values: Readonly<Record<string, string>> = {
    path: isPost || content.kind ? stemOf(within) : folderOf(within),
    basename: stem,
    name: stem,
    title,
    slug: title,
    collection: content.kind ?? '',
    output_ext: '.html',
    categories: folderOf(within).replace(/(?:^|\/)_posts$/u, ''),
    year,
    month: month.padStart(2, '0'),
    day: day.padStart(2, '0'),
  };
  return (STYLES[pattern] ?? pattern).replace(/:([a-z_]+)/gu, (whole, name: string) => values[name] ?? whole);
}
