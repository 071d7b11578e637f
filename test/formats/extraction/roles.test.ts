import assert from 'node:assert/strict';
import { globFault } from '../../../src/text/patterns/glob.ts';
import { createRoles } from '../../../src/formats/extraction/roles.ts';
import { DEFAULT_CONFIGURATION, DEFAULT_TESTS } from '../../../src/formats/configuration/defaults.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import { AGENT_FILES } from '../../../src/model/usualFiles/agentFiles.ts';
import { DEFAULT_DOCUMENTS, DEFAULT_EXCLUDE, NO_DOCUMENTS } from '../../../src/model/usualFiles/defaultGlobs.ts';
import type { FileRole } from '../../../src/model/facts.ts';
import { inEnglish } from '../../../src/model/message.ts';

function roles(changes: Partial<Configuration> = {}, isCode: (path: string) => boolean = () => true): ReturnType<typeof createRoles> {
  return createRoles({ ...DEFAULT_CONFIGURATION, ...changes }, isCode);
}

const cases: Readonly<Record<Exclude<FileRole, 'configuration'>, readonly string[]>> = {
  document: [
    'README.md',
    'docs/launch.md',
    'docs/a.b/launch.markdown',
    '.kiro/specs/x/requirements.md',
    '_bmad-output/planning-artifacts/prd.md',
    '.specify/specs/001-a/spec.md',
    'docs/agents/a.md',
    'docs/template-engine.md',
    'docs/Contemplate.md',
    'test/docs/a.md',
    'docs/historical.md',
  ],
  prose: [
    '.github/PULL_REQUEST_TEMPLATE.md',
    'packages/x/.github/a.md',
    'CHANGELOG.md',
    'packages/x/CHANGELOG-old.md',
    'docs/templates/story.md',
    'docs/story-template.md',
    'docs/TEMPLATE.md',
    'docs/page.mdx',
    'docs/UPPER.MD',
  ],
  test: [
    // Folders.
    'test/cart.ts',
    'packages/a/tests/x.c',
    'src/__tests__/cart.js',
    'spec/cart.rb',
    'e2e/order.ts',
    'cypress/integration/a.js',
    // JavaScript and TypeScript.
    'src/cart.test.ts',
    'src/cart.spec.tsx',
    'src/cart.test.mjs',
    'src/cart.e2e.cts',
    'src/cart.cy.js',
    // Python, Go, Rust.
    'pkg/test_cart.py',
    'pkg/cart_test.py',
    'pkg/conftest.py',
    'pkg/cart_test.go',
    'crates/a/tests/a.rs',
    'benches/a.rs',
    'src/cart/tests.rs',
    'src/cart_test.rs',
    // JVM.
    'src/test/java/Cart.java',
    'app/src/androidTest/A.kt',
    'a/CartTest.java',
    'a/CartTests.kt',
    'a/CartIT.java',
    'a/CartSpec.groovy',
    'a/CartSuite.scala',
    // .NET.
    'src/CartTests.cs',
    'Shop.Tests/Cart.cs',
    'Shop.UnitTests/Cart.fs',
    // Ruby, PHP, C, C++, Swift, Dart, Elixir, Erlang.
    'lib/cart_spec.rb',
    'lib/cart_test.rb',
    'src/CartTest.php',
    'src/cart_test.cc',
    'src/cart_unittest.cc',
    'src/test_cart.c',
    'Sources/CartTests.swift',
    'lib/cart_test.dart',
    'lib/cart_test.exs',
    'src/cart_SUITE.erl',
    // Gherkin, Robot, shell.
    'features/order.feature',
    'suites/order.robot',
    'bin/order.bats',
    // R, Julia, Lua, Perl, SQL, Haskell, PowerShell.
    'inst/testthat/a.R',
    'src/test_a.jl',
    'lua/a_spec.lua',
    'lib/a.t',
    't/a.sql',
    'src/CartSpec.hs',
    'ps/Cart.Tests.ps1',
  ],
  code: [
    'src/cart.ts',
    'src/contest.ts',
    'src/latest.py',
    'pkg/testing.go',
    'src/main/java/Attest.java',
    'src/attestation/a.ts',
    'src/inspect/a.c',
    'src/Contests.cs',
    'lib/spec.rb',
    'src/protest.rs',
    'src/commands/test.rs',
    'src/unit.ts',
    'src/testData.ts',
    'bin/a.sql',
    'src/CREDIT.java',
  ],
  other: [
    'node_modules/a/README.md',
    'packages/a/node_modules/b/index.js',
    'package-lock.json',
    'web/yarn.lock',
    'Cargo.lock',
    'dist/app.min.js',
    'dist/app.js.map',
    'docs/logo.png',
    'test/data.bin',
    'a.docx',
    'x/.git/config',
    'lib/__pycache__/a.py',
    // For coding agents.
    'AGENTS.md',
    'packages/a/CLAUDE.md',
    'CONTRIBUTING.md',
    '.claude/skills/a/SKILL.md',
    '.claude/hooks/a.py',
    '.github/prompts/a.prompt.md',
    '.github/copilot-instructions.md',
    '.kiro/steering/product.md',
    '.specify/memory/constitution.md',
    '_bmad/core/tasks/a.md',
    '.bmad-core/templates/a.md',
  ],
};

// @verifies RT-2.2/AC3~da50d9
describe('roles by default', () => {
  for (const [role, paths] of Object.entries(cases)) {
    for (const path of paths) it(`${path} is ${role}`, () => assert.equal(roles().of(path), role));
  }

  it('knows reqtrace.yaml at the root only', () => {
    assert.equal(roles().of('reqtrace.yaml'), 'configuration');
    assert.notEqual(roles().of('packages/a/reqtrace.yaml'), 'configuration');
  });

  it('never reads files whose comments it does not know', () => {
    const { of, explain } = roles({}, (path) => path.endsWith('.ts'));
    assert.equal(of('data/a.json'), 'other');
    assert.equal(of('test/data/a.json'), 'other');
    assert.equal(of('test/a.ts'), 'test');
    assert.match(inEnglish(explain('data/a.json').why), /comments of this type of file are not known/);
  });
});

describe('the default globs', () => {
  it('obey the rules for globs', () => {
    for (const glob of [...DEFAULT_TESTS, ...DEFAULT_EXCLUDE, ...DEFAULT_DOCUMENTS, ...NO_DOCUMENTS, ...AGENT_FILES])
      assert.equal(globFault(glob), undefined, glob);
  });
});

describe('roles by configuration', () => {
  const rule = (glob: string, steps = false): Configuration['documents'][number] => ({ glob, steps, targets: false });

  it('takes only the documents that it names, templates too', () => {
    const { of } = roles({ documents: [rule('docs/**/*.md'), rule('.github/*.txt')] });
    assert.deepEqual(['docs/a.md', 'docs/templates/a.md', '.github/a.txt', 'README.md'].map(of), [
      'document',
      'document',
      'document',
      'prose',
    ]);
  });

  it('gives a document the last rule that matches', () => {
    const { explain } = roles({ documents: [rule('**/*.md'), rule('ops/*.md', true)] });
    assert.equal(explain('ops/a.md').rule?.steps, true);
    assert.equal(explain('docs/a.md').rule?.steps, false);
  });

  it('takes files for agents where it names them itself', () => {
    assert.deepEqual(['.claude/a.md', 'AGENTS.md'].map(roles({ documents: [rule('.claude/*.md')] }).of), ['document', 'other']);
  });

  it('excludes before all else', () => {
    const { of } = roles({ exclude: [...DEFAULT_CONFIGURATION.exclude, 'third_party/**'] });
    assert.deepEqual(['third_party/a.md', 'third_party/a.test.ts', 'x/third_party/a.md'].map(of), ['other', 'other', 'document']);
  });

  it('says which glob decided, and whose it is', () => {
    const { explain } = roles({
      exclude: [...DEFAULT_CONFIGURATION.exclude, 'old/**'],
      tests: [...DEFAULT_CONFIGURATION.tests, 'checks/**'],
    });
    const expected: Record<string, string> = {
      'reqtrace.yaml': 'The configuration: reqtrace.yaml at the root of the workspace folder',
      'old/a.ts': 'Never read: matches "old/**" of exclude in reqtrace.yaml',
      'a.png': `Never read: matches "${DEFAULT_CONFIGURATION.exclude.find((glob) => glob.includes('png'))}" of the default globs of exclude`,
      'a.md': 'Document: matches "**/*.md" of the default globs of documents',
      '.github/a.md': 'Markdown, but not a document: the default globs of "documents" leave out "**/.github/**"',
      'CLAUDE.md': 'Says nothing: matches "**/{AGENTS,AGENT,CLAUDE,GEMINI,QWEN,CONTRIBUTING}.md", files for coding agents',
      'a.mdx': 'Markdown, but not a document: no glob of "documents" matches',
      'checks/a.ts': 'Test: matches "checks/**" of tests in reqtrace.yaml',
      'a_test.go': 'Test: matches "**/*_test.go" of the default globs of tests',
      'a.go': 'Code: no glob of "tests" matches',
    };
    for (const [path, why] of Object.entries(expected)) assert.equal(inEnglish(explain(path).why), why);
  });
});
