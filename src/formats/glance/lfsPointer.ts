/** What Git LFS leaves in place of a file that it did not fetch (specification, version 1). */
const POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\//u;

/** True for a text that Git LFS left in place of a file: `version https://git-lfs.github.com/spec/v1`. */
export function isLfsPointer(text: string): boolean {
  return POINTER.test(text);
}
