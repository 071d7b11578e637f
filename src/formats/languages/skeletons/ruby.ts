import type { NewTestFile, TestDraft, TestFramework, TestSkeleton } from '../language.ts';
import { free, pascal, snake } from './names.ts';
import { body, off } from './stops.ts';

const NOT_YET = off("skip 'not written yet'");

/** RSpec, Minitest with methods and with blocks, and the tests of Rails. */
export const rubySkeleton: TestSkeleton = {
  endings: ['.rb'],
  indent: '  ',
  frameworkOf: (text, indent) => (hasMethods(text) ? methods(indent) : blocks(text, indent)),
  files: [
    {
      name: 'RSpec',
      signs: { '.rspec': /^/u, ...inGems(/\brspec/u) },
      pathOf: ({ project, name }) => `${project}spec/${snake(name)}_spec.rb`,
      textOf: ({ name }) => `RSpec.describe ${quoted(name, "'")} do\nend\n`,
    },
    inClass('Rails', /\brails\b/u, 'test_helper', 'ActiveSupport::TestCase'),
    inClass('Minitest', /\bminitest\b/u, 'minitest/autorun', 'Minitest::Test'),
  ],
};

/** A class of tests. */
const METHODS = /^\s*class\s+[\w:]+\s*<\s*[\w:]*Test(?:Case)?\b/mu;
/** Tests that are blocks with a title. */
const BLOCKS = /^\s*(?:it|specify|example|test|scenario)\s*\(?\s*['"]/mu;

/** Those of Rails, which have blocks with titles as well. */
const RAILS = /^\s*class\s+[\w:]+\s*<\s*(?:Action|Active|Application|Rails)/mu;

function hasMethods(text: string): boolean {
  return METHODS.test(text) && !BLOCKS.test(text) && (!RAILS.test(text) || /^\s*def\s+test_/mu.test(text));
}

function methods(indent: string): TestFramework {
  return {
    name: 'Minitest',
    place: 'inside',
    indent,
    write: ({ annotation, words, lines }, names) => [
      `# ${annotation}`,
      `def ${free(`test_${snake(words)}`, names)}`,
      indent + NOT_YET,
      ...lines.map((line) => `${indent}# ${line}`),
      indent + body(),
      'end',
    ],
  };
}

function blocks(text: string, indent: string): TestFramework {
  const isRails = METHODS.test(text);
  const call = /^\s*(it|specify|example|test|scenario)\s*\(?\s*['"]/mu.exec(text)?.[1] ?? (isRails ? 'test' : 'it');
  const quote = /\b(?:it|specify|example|test|describe|context)\s*\(?\s*(['"])/u.exec(text)?.[1] ?? "'";
  return {
    name: isRails ? 'Rails' : 'RSpec',
    place: 'block',
    indent,
    write: ({ reference, annotation, words, lines, titled }: TestDraft) => [
      ...(titled ? [] : [`# ${annotation}`]),
      `${call} ${quoted(titled ? `${reference} ${words}` : words, quote)} do`,
      indent + NOT_YET,
      ...lines.map((line) => `${indent}# ${line}`),
      indent + body(),
      'end',
    ],
  };
}

function inClass(name: string, sign: RegExp, helper: string, base: string): NewTestFile {
  return {
    name,
    signs: inGems(sign),
    pathOf: ({ project, name: about }) => `${project}test/${snake(about)}_test.rb`,
    textOf: ({ name: about }) => `require '${helper}'\n\nclass ${pascal(about)}Test < ${base}\nend\n`,
  };
}

function inGems(sign: RegExp): NewTestFile['signs'] {
  return { Gemfile: sign, 'gems.rb': sign, '*.gemspec': sign };
}

/** A string of Ruby; between double quotes `#{` would be code. */
function quoted(words: string, quote: string): string {
  const escaped = words.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
  return quote + (quote === '"' ? escaped.replaceAll(/#(?=[{$@])/gu, String.raw`\#`) : escaped) + quote;
}
