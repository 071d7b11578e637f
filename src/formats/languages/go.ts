import { doubleQuoted, rawBackticks, slashes, stars } from '../carriers/code/commonRules.ts';
import { character } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { NAME, QUOTED, typed, worded } from './shared/declares.ts';
import { goSkeleton } from './skeletons/go.ts';

/** Go. */
export const go = {
  name: 'Go',
  files: ['.go'],
  editorIds: { go: '.go' },
  syntax: { rules: [slashes, stars, doubleQuoted, rawBackticks, character] },
  comments: ['// …', '/* … */'],
  declarations: [
    { pattern: String.raw`^\s*(?:\w+\.)?Run\(\s*${QUOTED}`, examples: { 't.Run("rejects", func(t *testing.T) {': 'rejects' } },
    worded('func|fn', { 'func (s *Stock) Reserve(o Order) error {': 'Reserve()' }),
    typed('type|struct|interface|enum', { 'type Stock struct {': 'type Stock' }),
    // In the first column: anywhere else it is a local variable.
    { pattern: String.raw`^(?:const|var)\s+(?<other>${NAME})`, examples: { 'const Limit = 3': 'Limit' } },
  ],
  members: [
    { pattern: String.raw`^\s*(?<fn>${NAME})\(`, examples: { '\tSize() int': 'Size()' } },
    {
      pattern: String.raw`^\s*(?<other>${NAME})(?:\s*,\s*${NAME})*\s+[\p{L}_*[(<]`,
      examples: { '\tSize int': 'Size', '\tnames []string': 'names' },
    },
  ],
  tests: {
    // go test fixes them.
    globs: ['**/*_test.go'],
    titles: {
      // By the documentation of Go testing and Ginkgo.
      calls: {
        call: {
          pattern: /(?<![\w.])(?:\w+\.(?:Run|It|Describe|Context)|[FXP]?(?:Describe|Context|When|It|Specify|DescribeTable|Entry))\s*$/u,
          fits: ['t.Run', 'ginkgo.It', 'FDescribeTable', 'It '],
          misses: ['a.b.Run', 'Run', 'AIt'],
        },
        curried: /$^/u,
        needsBody: true,
      },
      tag: {
        pattern: /(?:\b(?:name|desc|description|title|scenario)\s*:\s*|\bLabel\([^()]*)$/u,
        fits: ['{name: ', 'Label("fast", '],
        misses: ['filename: ', 'Label("a"), f('],
      },
    },
    reported: { endings: ['.go'] },
    skeleton: goSkeleton,
  },
} satisfies Language;
