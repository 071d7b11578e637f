import { nestingStars, slashes, triple } from '../carriers/code/commonRules.ts';
import { deadBranch } from '../carriers/code/lexical/deadBranch.ts';
import { swiftRaw } from '../carriers/code/lexical/rawStrings.ts';
import { quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { calls } from './shared/calls.ts';
import { titled, typed, worded } from './shared/declares.ts';
import { bound, boundInFile } from './shared/members.ts';
import { swiftSkeleton } from './skeletons/swift.ts';

const CALLS = 'describe|context|it';

/** Swift. */
export const swift = {
  name: 'Swift',
  files: ['.swift'],
  editorIds: { swift: '.swift' },
  syntax: { rules: [deadBranch, swiftRaw, slashes, nestingStars, triple('\\('), quoted('"', '"', { substitution: '\\(' })] },
  comments: ['// …', '/* … */'],
  declarations: [
    titled(CALLS, { 'it("rejects an empty order") {': 'rejects an empty order' }),
    worded('func', { 'public func reserve(_ order: Order) {': 'reserve()' }),
    typed('class|struct|enum|protocol|extension|actor', { 'public struct Stock {': 'struct Stock' }),
    { pattern: String.raw`^\s*(?:\w+\s+)*(?<fn>init)\b`, examples: { 'convenience init(order: Order) {': 'init()' } },
    boundInFile('let|var', { 'let limit = 3': 'limit' }),
  ],
  members: [
    bound('let|var|case', { '  private(set) var size: Int { 1 }': 'size', '  case one': 'one' }),
    {
      pattern: String.raw`^\s*(?:\w+\s+)*(?<fn>subscript|deinit)\b`,
      examples: { '  subscript(i: Int) -> Int { 1 }': 'subscript()', '  deinit {': 'deinit()' },
    },
  ],
  tests: {
    // XCTest.
    globs: ['**/*{Test,Tests}.swift'],
    titles: {
      // By the documentation of Quick.
      calls: calls(`[fx]?(?:${CALLS})|itBehavesLike`, '', ['fit', 'itBehavesLike']),
      // Swift Testing.
      tag: { pattern: /@(?:Test|Suite)\s*\(\s*$/u, fits: ['@Test(', '@Suite( '], misses: ['@Test("a", '] },
    },
    reported: { endings: ['.swift'] },
    skeleton: swiftSkeleton,
  },
} satisfies Language;
