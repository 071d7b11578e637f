import { cLike, triple } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';
import { calls } from './shared/calls.ts';
import { NAME, QUOTED, titled, typed, typedFunction } from './shared/declares.ts';
import { JVM_TAG } from './shared/jvm.ts';
import { junitSkeleton } from './skeletons/junit.ts';
import { JVM_FOLDERS, JVM_TESTS } from './shared/testGlobs.ts';
import { typedMembers } from './shared/members.ts';

const CALLS = 'describe|context|it|test';

/** Java, and what Groovy and Apex have from it. */
export const java = {
  name: 'Java',
  files: ['.java', '.jsh'],
  editorIds: { java: '.java' },
  syntax: cLike(triple()),
  comments: ['// …', '/* … */'],
  declarations: [
    titled(`${CALLS}|should`, { 'describe("Stock", () -> {': 'Stock' }),
    {
      pattern: String.raw`^\s*(?:def|void)\s+${QUOTED}`,
      examples: { 'void "rejects"() {': 'rejects', 'def "rejects an empty order"() {': 'rejects an empty order' },
    },
    typed('class|interface|enum|record|@interface', {
      'public final class Stock {': 'class Stock',
      'public @interface Slow {': '@interface Slow',
    }),
    { pattern: String.raw`^\s*(?:def|void)\s+(?<fn>${NAME})\s*\(`, examples: { 'def reserve(order) {': 'reserve()' } },
    typedFunction({ 'public static <T> List<T> reserve(Order o) throws X {': 'reserve()', 'public Stock(int a) {': 'Stock()' }),
  ],
  members: typedMembers,
  tests: {
    globs: [JVM_FOLDERS, JVM_TESTS],
    titles: {
      calls: calls(`${CALLS}|dynamicTest|dynamicContainer`, 'DynamicTest|DynamicContainer', ['it', 'DynamicTest.dynamicTest']),
      title: { pattern: /\b(?:def|void)\s+$/u, fits: ['def ', 'void '], misses: ['undef '] },
      tag: JVM_TAG,
    },
    reported: { endings: ['.java'] },
    skeleton: junitSkeleton({
      ending: '.java',
      headOf: (text) => (/@Test\s+public\s+void/u.test(text) ? 'public void' : 'void'),
      folder: 'java',
      semicolon: ';',
    }),
  },
} satisfies Language;
