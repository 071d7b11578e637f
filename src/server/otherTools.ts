import type { FilePath } from '../model/position.ts';

const OF_OTHER_TOOLS = /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/u;

/** True for files whose changes are the business of other tools, and many: `.git/index`, `node_modules/left-pad/index.js`. */
export function isOfOtherTools(path: FilePath): boolean {
  return OF_OTHER_TOOLS.test(path);
}
