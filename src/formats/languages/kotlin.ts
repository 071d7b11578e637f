import { nestingStars, slashes, triple } from '../carriers/code/commonRules.ts';
import { character, quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { calls } from './shared/calls.ts';
import { titled, typed, worded } from './shared/declares.ts';
import { JVM_TAG } from './shared/jvm.ts';
import { junitSkeleton } from './skeletons/junit.ts';
import { JVM_FOLDERS, JVM_TESTS } from './shared/testGlobs.ts';
import { bound, boundInFile } from './shared/members.ts';

const CALLS = 'describe|context|it|test|should|given|expect';

/** What makes a title that of a group in WordSpec and FreeSpec of Kotest. */
const GROUPS = String.raw`should|Should|When|when|\x60when\x60|-`;

/** Kotlin. */
export const kotlin = {
  name: 'Kotlin',
  files: ['.kt', '.kts', '.ktm'],
  editorIds: { kotlin: '.kt' },
  syntax: {
    rules: [slashes, nestingStars, triple('${'), quoted('"', '"', { substitution: '${' }), quoted('`', '`', { escape: 'none' }), character],
  },
  comments: ['// …', '/* … */'],
  declarations: [
    titled(CALLS, { 'describe("Stock") {': 'Stock' }),
    {
      pattern: String.raw`^\s*(?:\w+\s+)*fun\s+\x60(?<title>[^\x60]+)\x60`,
      examples: { 'override fun `rejects an empty order`() {': 'rejects an empty order' },
    },
    {
      // StringSpec, WordSpec and FreeSpec of Kotest.
      pattern: String.raw`^\s*"(?<title>[^"\n]+)"(?:\.config\(.*\))?\s*(?:(?<group>${GROUPS})\s*)?\{`,
      examples: { '  "rejects an empty order" {': 'rejects an empty order', '  "stock" should {': 'stock', '  "stock" - {': 'stock' },
    },
    worded('fun', { 'suspend fun <T> Stock.reserve(order: Order) {': 'reserve()' }),
    typed('class|interface|object|typealias', { 'data class Stock(val a: Int)': 'class Stock' }),
    boundInFile('val|var', { 'const val LIMIT = 3': 'LIMIT' }),
  ],
  members: [
    bound('val|var', { '  private val size: Int by lazy { 1 }': 'size' }),
    {
      pattern: String.raw`^\s*(?:\w+\s+)*(?<fn>init|constructor)\b`,
      examples: { '  private constructor(a: Int) : this()': 'constructor()', '  init {': 'init()' },
    },
    { pattern: String.raw`^\s*(?<other>[A-Z]\w*)\s*(?:\(.*\)\s*)?(?:[,;{]|$)`, examples: { '  ONE("one"),': 'ONE' } },
  ],
  /** Kotest calls it a bang. */
  offTitle: { pattern: /^!/u, fits: ['!adds one'], misses: ['adds one!'] },
  tests: {
    globs: [JVM_FOLDERS, JVM_TESTS],
    titles: {
      // By the documentation of Kotest.
      calls: calls(`[fx]?(?:${CALLS}|when|then|feature|scenario)`, '', ['describe', 'xshould', 'then']),
      title: { pattern: /\bfun\s+(?:\w+\.)?$/u, fits: ['fun ', 'fun Stock.'], misses: ['refun '] },
      // By the documentation of Kotest.
      behind: {
        pattern: new RegExp(String.raw`^(?:\.config\([^()\n]*\))?\s*(?:(?:${GROUPS})\s*)?\{`, 'u'),
        fits: [' {', ' should {', ' - {', '.config(enabled = true) {'],
        misses: [' -> {', ', {', ' + {'],
      },
      tag: JVM_TAG,
    },
    reported: { endings: ['.kt', '.kts'] },
    skeleton: junitSkeleton({ ending: '.kt', headOf: () => 'fun', folder: 'kotlin', semicolon: '' }),
  },
} satisfies Language;
