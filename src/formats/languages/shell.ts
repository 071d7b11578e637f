import { shellSyntax } from '../carriers/code/lexical/shell.ts';
import type { Language } from './language.ts';
import { QUOTED } from './shared/declares.ts';
import { WHOLE_FILE_TESTS } from './shared/testGlobs.ts';

/** POSIX shells and their kin. */
export const shell = {
  name: 'Shell',
  files: [
    '.sh',
    '.bash',
    '.zsh',
    '.ksh',
    '.fish',
    '.bats',
    '.itest',
    '.command',
    '.envrc',
    '.bashrc',
    '.zshrc',
    '.profile',
    'configure.ac',
  ],
  editorIds: { shellscript: '.sh' },
  syntax: shellSyntax,
  comments: ['# …'],
  declarations: [
    { pattern: String.raw`^\s*@test\s+${QUOTED}`, examples: { '@test "rejects an empty order" {': 'rejects an empty order' } },
    { pattern: String.raw`^\s*@test\s+(?<title>[^\s"'{]+)\s*\{`, examples: { '@test rejects {': 'rejects' } },
    {
      pattern: String.raw`^\s*[xf]?(?:Describe|Context|ExampleGroup|It|Specify|Example|Todo)\s+${QUOTED}`,
      examples: { "It 'rejects an empty order'": 'rejects an empty order', "xDescribe 'Stock'": 'Stock' },
    },
    {
      pattern: String.raw`^\s*(?:function\s+|proc\s+)(?<fn>[\p{L}_][\p{L}\p{N}_:.-]*)`,
      examples: { 'function reserve-stock {': 'reserve-stock()', 'proc reserve {order} {': 'reserve()' },
    },
    { pattern: String.raw`^\s*(?<fn>[\p{L}_][\p{L}\p{N}_:.-]*)\s*\(\)`, examples: { 'reserve() {': 'reserve()' } },
  ],
  tests: {
    // bats; ShellSpec and shUnit2.
    globs: [WHOLE_FILE_TESTS, '**/*_{spec,test}.sh'],
    titles: {
      // By the documentation of bats and ShellSpec.
      title: {
        pattern: /(?:@test|^\s*[xf]?(?:Describe|Context|It|Specify|Example))\s+$/mu,
        fits: ['@test ', '  It '],
        misses: ['test ', 'Its '],
      },
    },
    reported: { endings: ['.sh', '.bats'] },
  },
} satisfies Language;
