import { doubled, hash } from '../carriers/code/commonRules.ts';
import { blockComment, quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { NAME, QUOTED } from './shared/declares.ts';

/** What Pester calls groups and tests with, in any letter case. */
const CALLS = 'Describe|Context|It';

/** PowerShell. */
export const powershell = {
  name: 'PowerShell',
  files: ['.ps1', '.psm1', '.psd1'],
  editorIds: { powershell: '.ps1' },
  syntax: {
    rules: [
      blockComment('<#', '#>'),
      hash,
      quoted('@"', '\n"@', { escape: 'none', multiline: true }),
      quoted("@'", "\n'@", { escape: 'none', multiline: true }),
      quoted('"', '"', { escape: 'backtick', multiline: true }),
      doubled("'", true),
    ],
  },
  comments: ['# …'],
  declarations: [
    { pattern: String.raw`^\s*(?:function|filter)\s+(?<fn>[\w:-]+)`, flags: 'i', examples: { 'function Get-Stock {': 'Get-Stock()' } },
    {
      pattern: String.raw`^\s*(?:${CALLS})\s+${QUOTED}`,
      flags: 'i',
      examples: { "It 'rejects an empty order' {": 'rejects an empty order' },
    },
    { pattern: String.raw`^\s*(?<type>class|enum)\s+(?<name>${NAME})`, flags: 'i', examples: { 'class Stock {': 'class Stock' } },
  ],
  tests: {
    // Pester fixes `.Tests.ps1`.
    globs: ['**/*.{Tests,Test}.ps1'],
    titles: {
      title: {
        pattern: new RegExp(String.raw`\b(?:${CALLS})\s+(?:-Name\s+)?$`, 'iu'),
        fits: ['Describe ', 'it -Name '],
        misses: ['Submit ', "It 'a' "],
      },
      tag: { pattern: /-Tags?\s+[^\n]*$/iu, fits: ["It 'a' -Tag ", "-tags 'fast', "], misses: ['-Target '] },
    },
  },
} satisfies Language;
