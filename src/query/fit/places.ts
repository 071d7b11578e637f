import type { IndexView } from '../../index/view.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { linkTargets } from '../../index/references/documentLinks.ts';
import { addTo } from '../../text/grouping.ts';
import { folderOf } from '../../text/paths.ts';
import type { Proposal } from './proposal.ts';

/** Folders in which nobody keeps requirements of his own project: inputs of tests, and other people's code. */
const FOREIGN = /^(?:fixtures?|__fixtures__|testdata|test-data|test_data|third[_-]party|3rdparty|vendor|vendored|external)$/iu;
/** Those in which some do: each could be about the project as well as a sample. */
const DOUBTFUL = /^(?:examples?|samples?|demos?|playgrounds?|templates?|prompts|archives?)$/iu;
/** So many links speak for a root of the site, and no fewer. */
const FEW_LINKS = 3;

/** Folders of fixtures, samples and foreign code in which requirements were found, one row to a folder. */
export function foreignFolders(view: IndexView): Proposal[] {
  const byFolder = new Map<FilePath, number>();
  for (const { path, requirements } of view.documents()) {
    const names = folderOf(path).split('/');
    const at = names.findIndex((name) => FOREIGN.test(name) || DOUBTFUL.test(name));
    if (at < 0) continue;
    const folder = names.slice(0, at + 1).join('/');
    byFolder.set(folder, (byFolder.get(folder) ?? 0) + requirements.length);
  }
  return [...byFolder].map(([folder, requirements]): Proposal => {
    const isForeign = FOREIGN.test(folder.slice(folder.lastIndexOf('/') + 1));
    const isLinked = view
      .documents()
      .filter(({ path }) => path.startsWith(`${folder}/`))
      .some((document) =>
        document.requirements.some((one) => [one, ...one.criteria].some(({ key }) => view.coverage(key).links.length > 0)),
      );
    return {
      id: `exclude:${folder}`,
      title: say('exclude: {0}', `${folder}/**`),
      reason: isForeign
        ? say('Requirements in a folder of test data or of other people: {0}', String(requirements))
        : say('Requirements in a folder that may hold samples or the real thing: {0}. Only you know', String(requirements)),
      settings: [{ kind: 'list', key: 'exclude', entries: [JSON.stringify(`${folder}/**`)] }],
      picked: isForeign && !isLinked,
    };
  });
}

/** The folder from which links that begin with a slash lead somewhere, where they lead nowhere from the root. */
export function siteRoot(view: IndexView): Proposal[] {
  if (view.configuration.siteRoot !== '') return [];
  const exists = (path: FilePath): boolean => view.files.has(path);
  const links = view.documents().flatMap(({ path }) => (view.facts(path)?.links ?? []).filter(({ target }) => /^\/[^/]/u.test(target)));
  const leadsFrom = (target: string, folder: string): boolean => {
    const targets = linkTargets(target, 'a.md', folder);
    return targets.kind === 'inside' && targets.files.some(exists);
  };
  const broken = links.filter(({ target }) => !leadsFrom(target, ''));
  if (broken.length < FEW_LINKS) return [];
  const folders = new Set<string>();
  for (const path of view.files.keys())
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) if (folder.split('/').length <= 3) folders.add(folder);
  const [best] = Array.from(folders, (folder) => ({ folder, leads: broken.filter(({ target }) => leadsFrom(target, folder)).length }))
    .toSorted((a, b) => b.leads - a.leads || a.folder.length - b.folder.length)
    .slice(0, 1);
  if (!best || best.leads < FEW_LINKS || best.leads * 2 < broken.length) return [];
  // A folder that would break more than it mends is not the root of the site.
  const lost = links.filter(({ target }) => leadsFrom(target, '') && !leadsFrom(target, best.folder)).length;
  return [
    {
      id: 'siteRoot',
      title: say('siteRoot: {0}', best.folder),
      reason: say(
        '{0} of {1} links that begin with a slash and lead nowhere do lead somewhere from there',
        String(best.leads),
        String(broken.length),
      ),
      settings: [{ kind: 'siteRoot', folder: best.folder }],
      picked: lost < best.leads,
    },
  ];
}

/** The one to three folders that hold nearly all criteria, where documents elsewhere have some too. */
export function documentFolders(view: IndexView): Proposal[] {
  const byFolder = new Map<FilePath, number[]>();
  const weigh = ({ requirements }: { requirements: readonly { readonly criteria: readonly unknown[] }[] }): number =>
    requirements.reduce((sum, { criteria }) => sum + Math.max(1, criteria.length), 0);
  const documents = view.documents();
  for (const document of documents) addTo(byFolder, folderOf(document.path).split('/').slice(0, 2).join('/'), weigh(document));
  const all = documents.reduce((sum, document) => sum + weigh(document), 0);
  const sums = Array.from(byFolder, ([folder, weights]) => ({ folder, sum: weights.reduce((a, b) => a + b, 0), files: weights.length }))
    .filter(({ folder }) => folder !== '')
    .toSorted((a, b) => b.sum - a.sum)
    .slice(0, 3);
  let kept = 0;
  const chosen = sums.filter(({ sum }) => {
    const isWanted = kept * 10 < all * 9;
    if (isWanted) kept += sum;
    return isWanted;
  });
  const rest = documents.length - chosen.reduce((total, { files }) => total + files, 0);
  if (kept * 10 < all * 9 || kept === all || rest < 2) return [];
  const globs = chosen.map(({ folder }) => `${folder}/**/*.md`);
  return [
    {
      id: 'documents',
      title: say('documents: {0}', globs.join(', ')),
      reason: say(
        '{0} of {1} criteria are there. The documents with the rest, {2}, may be prose or requirements: only you know',
        String(kept),
        String(all),
        String(rest),
      ),
      settings: [{ kind: 'list', key: 'documents', entries: globs.map((glob) => JSON.stringify(glob)) }],
      picked: false,
    },
  ];
}
