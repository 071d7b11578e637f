import { Uri } from 'vscode';

/*
 * Stands for GitHub Pull Requests in a browser, with a repository that GitHub Repositories registered there: of its published interface (`api.d.ts`) what a base takes.
 * `WebHost` builds and serves it.
 */

declare const FILES: Readonly<Record<string, string>>;
/** Files as the base has them. */
declare const BASE: Readonly<Record<string, string>>;

const ROOT = Uri.parse('memory:/shop');
/** As `Status` of that interface. */
const [ADDED, DELETED, MODIFIED] = [1, 2, 5];

function changes(): object[] {
  const paths = [...new Set([...Object.keys(FILES), ...Object.keys(BASE)])].filter((path) => FILES[path] !== BASE[path]);
  return paths.map((path) => {
    const uri = Uri.joinPath(ROOT, path);
    const changed = FILES[path] === undefined ? DELETED : MODIFIED;
    const status = BASE[path] === undefined ? ADDED : changed;
    return { uri, originalUri: uri, renameUri: undefined, status };
  });
}

/** What the extension gives to others. */
export function activate(): object {
  const repository = {
    rootUri: ROOT,
    state: { HEAD: { name: 'work', commit: 'b'.repeat(40) }, workingTreeChanges: [], indexChanges: [], mergeChanges: [] },
    getBranchBase: () => Promise.resolve({ name: 'main', remote: 'origin' }),
    getMergeBase: () => Promise.resolve('a'.repeat(40)),
    diffBetween: () => Promise.resolve(changes()),
    show: (_commit: string, path: string) => {
      const text = BASE[path.slice(ROOT.path.length + 1)];
      return text === undefined ? Promise.reject(new Error(path)) : Promise.resolve(text);
    },
  };
  return { repositories: [repository], getGitProvider: () => ({ repositories: [repository] }) };
}
