import { parse } from 'smol-toml';
import type { Site, SiteContent } from '../../model/site.ts';
import { isRecord } from '../../text/parsed.ts';
import { fileName, folderOf, inFolder, normalPath, withinFolder } from '../../text/paths.ts';
import { looseYaml } from '../carriers/yaml/looseYaml.ts';
import { address, baseOf, fileMeant, folderAt, folderFile, outputFile, permalinkFile, stemOf } from './addresses.ts';
import type { Generator, LinkTags, SiteFile } from './generator.ts';
import { hugoAnchors } from './slugs/hugo.ts';
import { text, texts } from './values.ts';

const NAMES = ['hugo', 'config'].flatMap((name) => ['toml', 'yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`));

/** `{{< ref "a.md" >}}` names a page beside its own, from the root of the content, or by its name alone wherever it is. */
const TAGS: LinkTags = {
  form: /\{\{[<%]\s{0,9}(?<tag>ref|relref)\s{1,9}(?:path\s?=\s?)?["'`]?(?<target>[^\s"'`{}<>%]{1,300})["'`]?[^{}\n]{0,80}[>%]\}\}/dgu,
  tagOf: () => 'ref',
  files: (_, { written, from, content }) => {
    const roots = [...(written.startsWith('/') ? [] : [folderOf(from)]), content.folder];
    const path = written.replace(/^\//u, '').replace(/\/$/u, '');
    const paths = roots.flatMap((folder) => normalPath(inFolder(folder, path)) ?? []);
    return paths.flatMap((one) => [one, `${one}.md`, `${one}/_index.md`, `${one}/index.md`, `${one}.html`]);
  },
  isSure: ({ written }) => written.startsWith('/'),
};

/** Hugo: `content/a.md` is `/a/`, and links to files stay as they are unless a theme follows them. */
export const hugo: Generator = {
  name: 'hugo',
  title: 'Hugo',
  files: [...NAMES, ...NAMES.map((name) => `config/_default/${name}`)],
  pages: /\.(?:md|markdown|html?|adoc|org)$/iu,
  usual: (folder) => ({
    root: folder,
    contents: [folder, inFolder(folder, 'content')].map((one) => ({ folder: one, url: '' })),
    statics: [inFolder(folder, 'static')],
  }),
  read: readSite,
  outputs({ traits }, { within, content, facts }) {
    if (facts.hidden) return [];
    const further = (facts.redirects ?? []).map((one) => permalinkFile(one, 'folder'));
    const folder = address(content.url, folderOf(within));
    const name = stemOf(fileName(within));
    if (facts.permalink !== undefined) return [permalinkFile(lower(facts.permalink), 'folder'), ...further];
    if (/^_?index(?:\.[a-z]{2})?$/iu.test(name)) return [folderFile(lower(folder)), ...further];
    return [outputFile(lower(address(folder, facts.slug ?? name)), traits.includes('html') ? 'html' : 'folder'), ...further];
  },
  sources: ({ traits, contents }, link) =>
    traits.includes('rooted') && /\.(?:md|markdown)$/iu.test(link.written)
      ? [link.content, ...contents].flatMap(({ folder }) => fileMeant(link, folder))
      : [],
  tags: TAGS,
  copies: true,
  moves: true,
  addsBase: false,
  bare: false,
  made: /^\/(?:tags|categories|index\.xml|sitemap\.xml|robots\.txt|page)(?:\/|$)|\/index\.xml$/u,
  anchors: [hugoAnchors],
};

/** Names are written with small letters, and with hyphens for blanks. */
function lower(url: string): string {
  return url.toLowerCase().replace(/\s+/gu, '-');
}

function readSite({ path, folder: at, text: written }: SiteFile): Site | undefined {
  const data = path.endsWith('.toml') ? toml(written) : looseYaml(written);
  const keys = Object.fromEntries(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]));
  if (!['baseurl', 'languagecode', 'theme', 'contentdir', 'languages'].some((key) => key in keys)) return undefined;
  const folder = at;
  const languages = isRecord(keys['languages']) ? keys['languages'] : {};
  const first = text(keys['defaultcontentlanguage']) ?? 'en';
  const inSubfolder = keys['defaultcontentlanguageinsubdir'] === true;
  const own = Object.entries(languages).flatMap(([language, options]): SiteContent[] => {
    const folderOfLanguage = isRecord(options) ? text(options['contentDir'] ?? options['contentdir']) : undefined;
    if (folderOfLanguage === undefined) return [];
    return [
      { folder: folderAt(folder, folderOfLanguage, ''), url: language === first && !inSubfolder ? '' : address(language), kind: language },
    ];
  });
  const content = folderAt(folder, text(keys['contentdir']), 'content');
  const mounted = mountsOf(keys['module'], folder, first);
  return {
    generator: 'hugo',
    from: path,
    root: folder,
    contents: [{ folder: content, url: '' }, ...own, ...mounted],
    base: baseOf(text(keys['baseurl'])),
    statics: [...(texts(keys['staticdir']).length > 0 ? texts(keys['staticdir']) : ['static'])].map((name) => inFolder(folder, name)),
    excluded: [],
    traits: [
      ...(keys['uglyurls'] === true ? (['html'] as const) : []),
      ...('permalinks' in keys || 'module' in keys ? (['open'] as const) : []),
      ...('theme' in keys || 'module' in keys ? (['rooted'] as const) : []),
    ],
    permalinks: [],
    redirects: [],
  };
}

/** Folders whose pages are those of another: `source: content/en, target: content`. Of a language that is not the first, below its name. */
function mountsOf(module: unknown, folder: string, first: string): readonly SiteContent[] {
  const mounts = isRecord(module) && Array.isArray(module['mounts']) ? module['mounts'] : [];
  return mounts.flatMap((mount: unknown): SiteContent[] => {
    if (!isRecord(mount)) return [];
    const [source, target] = [text(mount['source']), text(mount['target'])];
    const within = target === 'content' ? '' : withinFolder('content', target ?? '');
    if (source === undefined || within === undefined || /\.[a-z]{2,5}$/iu.test(source)) return [];
    const matrix = isRecord(mount['sites']) && isRecord(mount['sites']['matrix']) ? mount['sites']['matrix'] : {};
    const languages = texts(matrix['languages'] ?? mount['lang']);
    const language = languages.length === 0 || languages.includes(first) ? '' : (languages[0] ?? '');
    return [{ folder: folderAt(folder, source, ''), url: within === '' && language === '' ? '' : address(language, within) }];
  });
}

function toml(written: string): Readonly<Record<string, unknown>> {
  try {
    return parse(written);
  } catch {
    return {};
  }
}
