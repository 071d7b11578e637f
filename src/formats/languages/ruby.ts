import { rubySyntax } from '../carriers/code/lexical/ruby.ts';
import type { Language } from './language.ts';
import { NAME, QUOTED, typed, worded } from './shared/declares.ts';
import { RUBY_TESTS } from './shared/testGlobs.ts';
import { rubySkeleton } from './skeletons/ruby.ts';

const CALLS = 'describe|context|it|specify|feature|scenario|test';

/** Ruby with its build files. */
export const ruby = {
  name: 'Ruby',
  files: [
    '.rb',
    '.rake',
    '.gemspec',
    '.ru',
    '.podspec',
    '.jbuilder',
    '.rbi',
    'gemfile',
    'rakefile',
    'podfile',
    'vagrantfile',
    'vagrantfile.*',
    'fastfile',
    'guardfile',
    'brewfile',
  ],
  editorIds: { ruby: '.rb' },
  syntax: rubySyntax,
  comments: ['# …'],
  declarations: [
    {
      pattern: String.raw`^\s*(?:[^'"#]*(?:\{|\bdo)\s*(?:\|[^|]*\|)?\s*)?(?:${NAME}\.)?(?:[fx]?(?:${CALLS}|example|example_group)|its|should|shared_examples(?:_for)?|shared_context|(?:pending|skip)(?=.*(?:\bdo\b|\{)))\s*\(?\s*${QUOTED}`,
      examples: {
        'it "rejects an empty order" do': 'rejects an empty order',
        "RSpec.describe 'Stock' do": 'Stock',
        "  xit('rejects') { f }": 'rejects',
        "pending 'rejects' do": 'rejects',
        "[1, 2].each { |n| it('rejects') { f } }": 'rejects',
      },
    },
    {
      // The class is what results show, unless a method follows it.
      pattern: String.raw`^\s*(?:RSpec\.)?[fx]?(?:describe|context)\s*\(?\s*(?<title>[A-Z][\w:]*)\s*\)?\s*(?:,\s*(?:type:|:)[^'"]*)?(?:do\b|\{)`,
      examples: { 'RSpec.describe Shop::Stock do': 'Shop::Stock', 'describe Stock, type: :model do': 'Stock' },
    },
    {
      // RSpec makes the title of what the test says: `is expected to be full`.
      pattern: String.raw`^\s*[fxp]?(?:it|specify|example)\s*(?:,[^{]*)?\{\s*(?<title>\S.*?)\s*\}\s*$`,
      examples: { '  it { is_expected.to be_full }': 'is_expected.to be_full', 'xit { is_expected.to eq 1 }': 'is_expected.to eq 1' },
    },
    {
      pattern: String.raw`^\s*(?<title>[fxp]?(?:(?:it|specify|example)\s*(?:do|\{)|its\s*\(.*(?:\bdo\b|\{).*))\s*$`,
      examples: { '  it do': 'it do', 'its(:size) { is_expected.to eq 1 }': 'its(:size) { is_expected.to eq 1 }' },
    },
    worded('def|define_method', { 'def self.reserve!(order)': 'reserve!()' }),
    typed('class|module', { 'class Shop::Stock < Base': 'class Shop::Stock' }),
    { pattern: String.raw`^\s*(?<other>\p{Lu}[\p{Lu}\p{N}_]*)\s*=(?![=~>])`, examples: { '  LIMIT = 3': 'LIMIT' } },
  ],
  members: [
    {
      pattern: String.raw`^\s*(?:attr_\w+|field|has_many|has_one|belongs_to|validates?|scope|enum)\s+:(?<other>${NAME})`,
      examples: { '  attr_reader :size': 'size' },
    },
  ],
  unwritten: {
    pattern: /^(?:it|specify|example|scenario|test)\s*\(?\s*(?:""|'')\s*\)?$/u,
    fits: ["it ''", 'specify("")'],
    misses: ["it '' do", "it('') { f }"],
  },
  tests: {
    // RSpec, Minitest, Cucumber.
    globs: [RUBY_TESTS, '**/features/**/*.rb'],
    titles: {
      title: {
        pattern: new RegExp(String.raw`(?:^|[\s.(])[fx]?(?:${CALLS}|should|example)\s*\(?\s*(?:[A-Z][\w:]*\s*,\s*)?$`, 'u'),
        fits: ['  it ', 'RSpec.describe(Shop::Stock, ', 'xexample '],
        misses: ['submit ', 'it { f '],
      },
      tag: {
        pattern: /\b(?:reqs?|requirements?|verifies|covers):\s*(?:\[[^\]]*)?$/u,
        fits: ['it "a", req: ', 'verifies: ["IP-1", '],
        misses: ['it "a", type: '],
      },
    },
    reported: { endings: ['.rb'] },
    skeleton: rubySkeleton,
  },
} satisfies Language;
