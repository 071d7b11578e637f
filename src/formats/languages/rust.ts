import { longDoubleQuoted, nestingStars, slashes } from '../carriers/code/commonRules.ts';
import { rustRaw } from '../carriers/code/lexical/rawStrings.ts';
import { character } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { NAME, QUOTED, typed, worded } from './shared/declares.ts';
import { rustSkeleton } from './skeletons/rust.ts';

/** Rust. */
export const rust = {
  name: 'Rust',
  files: ['.rs'],
  editorIds: { rust: '.rs' },
  syntax: { rules: [rustRaw, slashes, nestingStars, longDoubleQuoted, character] },
  comments: ['// …', '/* … */'],
  declarations: [
    worded('fn', { 'pub(crate) async fn reserve<T>(order: T) {': 'reserve()' }),
    typed('struct|enum|trait|union|mod|type', { 'pub(crate) struct Stock {': 'struct Stock', 'mod tests {': 'mod tests' }),
    {
      pattern: String.raw`^\s*impl\b(?:<[^>]*>)?\s*(?<other>[^{]+?)\s*(?:\{|where\b|$)`,
      examples: { 'impl<T> Reserve for Stock<T> {': 'Reserve for Stock<T>' },
    },
    { pattern: String.raw`^\s*(?:pub\s+)?test\s+${QUOTED}`, examples: { 'test "rejects an empty order" {': 'rejects an empty order' } },
    { pattern: String.raw`^\s*macro_rules!\s*(?<fn>${NAME})`, examples: { 'macro_rules! reserve {': 'reserve()' } },
    {
      pattern: String.raw`^\s*(?:pub(?:\([^)]*\))?\s+)?(?:const|static)\s+(?:mut\s+)?(?<other>${NAME})`,
      examples: { 'pub static mut LIMIT: u32 = 3;': 'LIMIT' },
    },
  ],
  members: [
    {
      pattern: String.raw`^\s*(?:pub(?:\([^)]*\))?\s+)?(?<other>${NAME})\s*(?:[:,({=]|$)`,
      examples: { '    pub size: u32,': 'size', '    One(u32),': 'One' },
    },
  ],
  inner: { pattern: /^\/[/*]!/u, fits: ['//!', '/*!'], misses: ['///', '/**'] },
  modules: {
    pattern: /(?<![\p{L}\p{N}_$#])mod\s+(?:r#)?(?<name>[\p{L}_][\p{L}\p{N}_]*)\s*\{/u,
    fits: ['mod tests {', 'pub(crate) mod r#try {', 'mod a\n{'],
    misses: ['mod tests;', 'mod $name {', 'my_mod tests {'],
  },
  tests: {
    // cargo fixes the folders.
    globs: ['**/benches/**', '**/{tests,*_test,*_tests}.rs'],
    titles: { title: { pattern: /\btest\s+$/u, fits: ['test '], misses: ['latest ', 'test('] } },
    reported: { endings: ['.rs'] },
    skeleton: rustSkeleton,
  },
} satisfies Language;
