import { isRecord } from '../../text/parsed.ts';
import { fileName, folderOf, inFolder } from '../../text/paths.ts';
import { looseYaml } from '../carriers/yaml/looseYaml.ts';
import { address, baseOf, fileMeant, folderAt, folderFile, isIndex, isReadme, outputFile, stemOf } from './addresses.ts';
import type { Generator } from './generator.ts';
import { githubAnchors } from './slugs/github.ts';
import { pythonMarkdownAnchors } from './slugs/pythonMarkdown.ts';
import { named, text } from './values.ts';

/** Plugins that make pages, addresses or links of their own. */
const MAKING =
  /^(?:gen-files|literate-nav|monorepo|multirepo|i18n|macros|mkdocstrings|mike|blog|tags|techdocs-core|autorefs|ezlinks|roamlinks|material\/(?:blog|tags)|simple|jupyter|mkdocs-jupyter|exec|hooks|api-autonav|autoapi|swagger.*|same-dir|include.*)$/u;

/** MkDocs: `a.md` is `a/`, and links to other files are followed from page to page. */
export const mkdocs: Generator = {
  name: 'mkdocs',
  title: 'MkDocs',
  files: ['mkdocs.yml', 'mkdocs.yaml'],
  pages: /\.(?:md|markdown|mdown|mkdn?)$/iu,
  usual: (folder) => ({ root: folder, contents: [folder, inFolder(folder, 'docs')].map((one) => ({ folder: one, url: '' })), statics: [] }),
  read({ path, folder, text: written }) {
    const data = looseYaml(written);
    const plugins = named(data['plugins']);
    const redirects = plugins.get('redirects');
    const maps = isRecord(redirects) && isRecord(redirects['redirect_maps']) ? Object.keys(redirects['redirect_maps']) : [];
    const isHtml = data['use_directory_urls'] === false;
    const toc = named(data['markdown_extensions']).get('toc');
    const docs = folderAt(folder, text(data['docs_dir']), 'docs');
    return {
      generator: 'mkdocs',
      from: path,
      root: docs,
      contents: [{ folder: docs, url: '' }],
      base: baseOf(text(data['site_url'])),
      statics: [],
      excluded: [],
      traits: [
        ...(isHtml ? (['html'] as const) : []),
        ...(Array.from(plugins.keys()).some((name) => MAKING.test(name)) || 'hooks' in data || 'INHERIT' in data
          ? (['open'] as const)
          : []),
        ...(isRecord(toc) && 'slugify' in toc ? (['own-anchors'] as const) : []),
        ...(/absolute_links:\s*relative_to_docs/u.test(written) ? (['rooted'] as const) : []),
      ],
      permalinks: [],
      redirects: maps.map((one) => outputFile(address(stemOf(one)), isHtml ? 'html' : 'folder')),
    };
  },
  outputs({ traits }, { within, content }) {
    if (within.split('/').some((name) => name.startsWith('.'))) return [];
    const folder = address(content.url, folderOf(within));
    if (isIndex(within) || isReadme(within)) return [folderFile(folder)];
    return [outputFile(address(folder, stemOf(fileName(within))), traits.includes('html') ? 'html' : 'folder')];
  },
  sources({ root, traits }, link) {
    if (link.written.startsWith('/') && !traits.includes('rooted')) return [];
    return /\.[^./]+$/u.test(link.written) ? fileMeant(link, root) : [];
  },
  copies: true,
  opens: true,
  addsBase: false,
  bare: false,
  made: /^\/(?:sitemap\.xml(?:\.gz)?|search\/|search\.html|404\.html|assets\/)/u,
  anchors: [pythonMarkdownAnchors, githubAnchors],
};
