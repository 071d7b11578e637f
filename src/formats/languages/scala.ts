import { nestingCLike, triple } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';
import { calls } from './shared/calls.ts';
import { titled, typed, worded } from './shared/declares.ts';
import { JVM_TAG } from './shared/jvm.ts';
import { JVM_FOLDERS, JVM_TESTS } from './shared/testGlobs.ts';
import { bound } from './shared/members.ts';

const CALLS = 'describe|it|test|ignore|feature|scenario|property';

/** Scala. */
export const scala = {
  name: 'Scala',
  files: ['.scala', '.sc', '.sbt'],
  editorIds: { scala: '.scala' },
  syntax: nestingCLike(triple()),
  comments: ['// …', '/* … */'],
  declarations: [
    {
      // FlatSpec, WordSpec and FreeSpec of ScalaTest.
      pattern: String.raw`^\s*(?:(?:it|they|ignore|behavior of|"[^"]*")\s+(?:should|must|can)\s+)?"(?<title>[^"]+)"\s+(?:in|ignore|is|taggedAs|-)(?=\W)`,
      examples: {
        'it should "reject an empty order" in {': 'reject an empty order',
        '"A stock" should "add" in {': 'add',
        '"adds" ignore {': 'adds',
      },
    },
    {
      pattern: String.raw`^\s*"(?<title>[^"]+)"\s+(?<group>should|must|can|when|which|that)\s*\{`,
      examples: { '"A stock" should {': 'A stock', '"full" which {': 'full' },
    },
    { pattern: String.raw`^\s*"(?<title>[^"]+)"\s+(?:>>|!)\s`, examples: { '"adds" >> {': 'adds', '"takes" ! e1': 'takes' } },
    titled(CALLS, { 'test("rejects an empty order") {': 'rejects an empty order' }),
    worded('def', { 'override def reserve(order: Order): Unit =': 'reserve()' }),
    typed('class|object|trait|enum|type', { 'case class Stock(a: Int)': 'class Stock' }),
  ],
  members: [bound('val|var|given', { '  private lazy val size = 1': 'size' })],
  tests: {
    globs: [JVM_FOLDERS, JVM_TESTS],
    titles: {
      // By the documentation of ScalaTest.
      calls: calls(`${CALLS}|Feature|Scenario|suite`, '', ['test', 'Scenario']),
      title: {
        pattern: /\b(?:should|must|can|taggedAs)\s+$/u,
        fits: ['it should ', '"a" taggedAs '],
        misses: ['scan '],
      },
      // By the documentation of ScalaTest, specs2 and utest.
      behind: {
        pattern: /^\s+(?:(?:in|ignore|is|taggedAs|should|must|can|when|which|that)\b(?!\s*")|(?:>>|!|-)(?=\s))/u,
        fits: [' in {', ' should {', ' - {', ' >> {', ' ! e1', ' ignore {'],
        misses: [' should "add"', ' -> 1', ' + "a"', ' into {'],
      },
      subject: {
        pattern: /^(?:""\s+(?:should|must|can)\s+"|behavior\s+of\s+"")/u,
        fits: ['"" should "add" in {', 'behavior of ""'],
        misses: ['"" should {', 'it should "" in {'],
      },
      tag: JVM_TAG,
    },
    reported: { endings: ['.scala'] },
  },
} satisfies Language;
