/** How each forge shows a line of a file at a commit, by a word in the name of its host. */
const FORGES: readonly (readonly [host: RegExp, file: string, line: string])[] = [
  [/(?:^|\.)gitlab\./u, '/-/blob/{commit}/{path}', '#L{line}'],
  [/(?:^|\.)bitbucket\.org$/u, '/src/{commit}/{path}', '#lines-{line}'],
  [/(?:^|\.)(?:codeberg\.org|gitea\.|forgejo\.)/u, '/src/commit/{commit}/{path}', '#L{line}'],
  [/(?:^|\.)(?:github\.|ghe\.)/u, '/blob/{commit}/{path}', '#L{line}'],
];

/** Where a remote of git is to be seen: `https://github.com/o/r` and `git@github.com:o/r.git` are the same page. */
interface Page {
  readonly host: string;
  readonly repository: string;
}

/**
 * The address at which a forge shows files at a commit, `https://github.com/o/r/blob/3f2a9c1/{path}#L{line}`, by the URL of a remote. Undefined for
 * an unknown forge, and for a URL that does not lead to one, such as a path on the disk. Names and passwords in the URL are left out.
 */
export function forgeAddress(remote: string, commit: string): { readonly file: string; readonly line: string } | undefined {
  const page = pageOf(remote.trim());
  const forge = page && FORGES.find(([host]) => host.test(page.host));
  if (!forge || !/^[0-9a-f]{7,64}$/u.test(commit)) return undefined;
  const [, file, line] = forge;
  return { file: `https://${page.host}/${page.repository}${file.replace('{commit}', commit)}`, line };
}

function pageOf(remote: string): Page | undefined {
  const url =
    /^(?:https?|ssh|git):\/\/(?:[^@/\s]*@)?([\w.-]+)(?::\d+)?\/([^?#\s]+)$/u.exec(remote) ??
    /^(?:[\w.-]+@)?([\w.-]+\.[\w-]+):([^\s?#/][^\s?#]*)$/u.exec(remote);
  const [, host = '', path = ''] = url ?? [];
  const repository = path.replace(/\/+$/u, '').replace(/\.git$/u, '');
  const isSafe =
    repository.split('/').length >= 2 && repository.split('/').every((part) => /^[\w.~-]+$/u.test(part) && !/^\.+$/u.test(part));
  return isSafe ? { host: host.toLowerCase(), repository } : undefined;
}
