import type { FilePath } from '../../../model/position.ts';

/** True for a changed file that may hold known debt, by its name; what is in it tells. */
export function mayBeDebt({ base, head }: { readonly base?: FilePath; readonly head?: FilePath }): boolean {
  return [base, head].some((path) => path !== undefined && /(?:baseline|debt|known)[^/]*$|\.txt$/iu.test(path));
}
