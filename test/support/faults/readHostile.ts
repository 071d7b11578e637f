import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { HOSTILE_CODE, HOSTILE_MARKDOWN } from './hostileTexts.ts';

/*
 * Reads every hostile text in the size given, as files of many kinds, and says before each what it does. It runs as a process
 * of its own: a reader that never comes back can only be cut off from outside.
 */

const [size] = process.argv.slice(2).map(Number);
const extractor = createExtractor({
  ...DEFAULT_CONFIGURATION,
  documents: [{ glob: '**/*.md', steps: true, targets: true }],
  ids: ['HLR_[0-9]+'],
  annotations: [{ pattern: String.raw`Impl: (?<ref>\S+)`, kind: 'implements' }],
});
const MARKDOWN = ['docs/a.md', 'a.mdx', 'test/a.test.ts'];
const CODE = [
  'docs/a.md',
  'src/a.ts',
  'test/a.test.tsx',
  'test/test_a.py',
  'src/a_test.go',
  'src/test/A.java',
  'src/a.rs',
  'src/ATest.cs',
  'a_spec.rb',
  'tests/a.php',
  'tests/a.html',
  'src/a.css',
  't/a.sql',
  'test/a.sh',
  't/a.pl',
  'test/a.lua',
  'test/a.hs',
  'test/a.ml',
  'test/a.exs',
  'test/a.swift',
  'test/a.cpp',
  'test/a.vue',
  'a.feature',
  'a.robot',
  'test/a.clj',
  'test/a.vb',
  'Dockerfile',
  'src/a.yaml',
  'src/a.tex',
  'test/a.scala',
  'test/a.jl',
];

for (const [texts, paths] of [
  [HOSTILE_MARKDOWN, MARKDOWN],
  [HOSTILE_CODE, CODE],
] as const) {
  for (const { name, make } of texts) {
    const text = make(size ?? 0);
    for (const path of paths) {
      process.stdout.write(`${name}, ${path}\n`);
      const { problems } = extractor.extract(path, text);
      const fault = problems.find(({ code }) => code === 'skipped-file');
      if (fault) throw new Error(inEnglish(fault.message));
    }
  }
}
process.stdout.write('all read\n');
