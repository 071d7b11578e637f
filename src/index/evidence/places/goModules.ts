import type { EvidenceFile } from '../../../model/evidence.ts';
import type { FilePath } from '../../../model/position.ts';
import { folderOf, inFolder, upwards } from '../../../text/paths.ts';

/** Longer paths of modules nobody has, in folders. */
const LONGEST = 12;
/** As many files of a profile tell what its paths begin with. */
const MOST_FILES = 500;

/**
 * The folder of the module that a cover profile of Go is of, and what its paths begin with: that of the module, which is in `go.mod` alone. So it is told by the files
 * of the profile: `example.com/shop` where `stock.go` and `orders/order.go` are in the folder of the module and the profile names `example.com/shop/stock.go` and
 * `example.com/shop/orders/order.go`. Undefined where none fits; `unsure` where two fit equally well.
 */
export function goModuleOf({ path, coverage }: EvidenceFile, has: (path: FilePath) => boolean): GoModule | 'unsure' | undefined {
  const folder = [...upwards(folderOf(path)), ''].find((one) => has(inFolder(one, 'go.mod')));
  const files = coverage.slice(0, MOST_FILES).map(({ file }) => file.split('/'));
  const [first] = files;
  if (folder === undefined || !first || files.some((names) => !isOfModule(names))) return undefined;
  const fits: { readonly prefix: string; readonly count: number }[] = [];
  for (let length = 1; length < Math.min(first.length, LONGEST); length += 1) {
    const prefix = `${first.slice(0, length).join('/')}/`;
    const rests = files.flatMap((names) => {
      const file = names.join('/');
      return file.startsWith(prefix) ? [inFolder(folder, file.slice(prefix.length))] : [];
    });
    if (rests.length === files.length) fits.push({ prefix, count: rests.filter(has).length });
  }
  const most = fits.reduce((count, fit) => Math.max(count, fit.count), 1);
  const best = fits.filter(({ count }) => count === most);
  if (best.length > 1) return 'unsure';
  return best[0] ? { folder, prefix: best[0].prefix } : undefined;
}

/** `{ folder: 'server', prefix: 'example.com/shop/' }` */
export interface GoModule {
  readonly folder: FilePath;
  readonly prefix: string;
}

function isOfModule(names: readonly string[]): boolean {
  return names.length > 1 && names[0] !== '' && names[0] !== '.' && names[0] !== '..' && names.at(-1)?.endsWith('.go') === true;
}
