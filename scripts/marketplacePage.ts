import path from 'node:path';

/** Where a forge shows files and gives out raw ones: `https://github.com/o/r` has `/blob/HEAD/` and `/raw/HEAD/`. */
const FORGES: readonly (readonly [host: string, shown: string, raw: string])[] = [
  ['github.com', '/blob/HEAD/', '/raw/HEAD/'],
  ['gitlab.com', '/-/blob/HEAD/', '/-/raw/HEAD/'],
];

/**
 * A page of the repository as it can be shown elsewhere: in the Marketplaces, and in VS Code, nothing loads that is not an absolute address. Pictures and
 * links lead to the repository where package.json names one on a forge that is known; else pictures are left out, and links are their words.
 *
 * @param folder of the page in the repository, `media`.
 */
export function marketplacePage(text: string, folder: string, repository: string | undefined): string {
  const page = repository === undefined ? undefined : repositoryPage(repository);
  return text
    .replaceAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/gu, (written: string, picture: string, words: string, target: string) => {
      if (/^(?:[a-z]+:|#)/u.test(target)) return written;
      const file = path.posix.join(folder, target);
      if (page) return `${picture}[${words}](${picture ? page.raw : page.shown}${file})`;
      return picture ? '' : words;
    })
    .replaceAll(/\n{3,}/gu, '\n\n');
}

function repositoryPage(repository: string): { readonly shown: string; readonly raw: string } | undefined {
  const root = repository.replace(/^git\+/u, '').replace(/\.git$/u, '');
  const forge = FORGES.find(([host]) => root.startsWith(`https://${host}/`));
  return forge && { shown: root + forge[1], raw: root + forge[2] };
}
