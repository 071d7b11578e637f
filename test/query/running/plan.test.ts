import assert from 'node:assert/strict';
import type { TestCommand } from '../../../src/model/configuration.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { planRuns } from '../../../src/query/running/plan.ts';
import type { KnownProject } from '../../../src/query/running/project/knownProject.ts';
import type { RunPlan } from '../../../src/query/running/testRun.ts';
import { wantedItems } from '../../../src/query/running/wantedTest.ts';
import { indexOfTexts } from '../../support/notations/openspec.ts';

const DOCUMENT = '# Stock\n\n## REQ-1: Stock\n\n**Acceptance Criteria**:\n\n- AC1 adds\n- AC2 fails\n';
const JS = (imports: string, test = 'it', group = 'describe'): string =>
  `${imports}\n${group}('Stock', () => {\n  ${test}('REQ-1/AC1 says "a" [b] | c/d, (e)* \\\\d it\\'s über', () => { f(); });\n});\n`;
const QUOTED = String.raw`Stock REQ-1/AC1 says "a" \[b\] \| c/d, \(e\)\* \\d it's über`;
const INSTALLED = (name: string, bin: string, version = '1.0.0'): Record<string, string> => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({
    name,
    version,
    bin: { [name.replace('@playwright/test', 'playwright').replace('@cucumber/cucumber', 'cucumber-js')]: bin },
  }),
});
const PACKAGE = (json: object): Record<string, string> => ({ 'package.json': JSON.stringify(json) });
const PYTHON = 'class TestStock:\n    # @verifies REQ-1/AC1\n    def test_adds(self):\n        f()\n';
const JAVA = 'package shop;\nclass StockTest {\n  // @verifies REQ-1/AC1\n  @Test\n  void adds() { f(); }\n}\n';

function planOf(files: Readonly<Record<string, string>>, more: Partial<KnownProject> = {}, commands: readonly TestCommand[] = []): RunPlan {
  const all = { 'docs/stock.md': DOCUMENT, ...files };
  const index = indexOfTexts(Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith('node_modules/'))));
  const folders = new Set(Object.keys(all).flatMap((path) => path.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'))));
  const project: KnownProject = {
    root: '/w',
    windows: false,
    nodeMajor: 24,
    text: (path) => new Map(Object.entries(all)).get(path),
    has: (path) => folders.has(path),
    resultFile: (ending) => `/out/r${ending}`,
    ...more,
  };
  const tests = wantedItems(index, [...index.requirements()]).flatMap((item) => item.tests);
  return planRuns(tests, project, commands);
}

/** What is planned for a folder, a line for each run, `FOLDER$ ARGUMENT ¦ ARGUMENT`, and for each refusal. */
function planned(...asked: Parameters<typeof planOf>): readonly string[] {
  const { runs, refusals } = planOf(...asked);
  return [
    ...runs.map(({ folder, argv, prepare }) => `${folder}$ ${[...(prepare ? [prepare.join(' ')] : []), argv.join(' ¦ ')].join(' && ')}`),
    ...refusals.map(({ reason }) => inEnglish(reason)),
  ];
}

describe('A plan of test runs', () => {
  const cases: readonly [what: string, files: Readonly<Record<string, string>>, runs: readonly string[], more?: Partial<KnownProject>][] = [
    [
      'node --test',
      { 'test/[a]/s+t.test.mjs': JS("import { it } from 'node:test';") },
      [
        `$ node ¦ --test ¦ --test-name-pattern=^(?:${QUOTED})$ ¦ --test-reporter=spec ¦ --test-reporter-destination=stdout ¦ --test-reporter=junit ¦ --test-reporter-destination=/out/r.xml ¦ test/[[]a]/s+t.test.mjs`,
      ],
    ],
    [
      'node --test of Node 20, by own names',
      { 'test/[a]/s.test.mjs': JS("import { it } from 'node:test';") },
      [
        `$ node ¦ --test ¦ --test-name-pattern=^(?:${QUOTED.replace('Stock ', '')})$ ¦ --test-reporter=spec ¦ --test-reporter-destination=stdout ¦ --test-reporter=junit ¦ --test-reporter-destination=/out/r.xml ¦ test/[a]/s.test.mjs`,
      ],
      { nodeMajor: 20 },
    ],
    [
      'a group on Node 20, as its whole file',
      { 'test/s.test.mjs': "import { it } from 'node:test';\ndescribe('REQ-1/AC1', () => {\n  it('adds', () => { f(); });\n});\n" },
      [
        '$ node ¦ --test ¦ --test-reporter=spec ¦ --test-reporter-destination=stdout ¦ --test-reporter=junit ¦ --test-reporter-destination=/out/r.xml ¦ test/s.test.mjs',
      ],
      { nodeMajor: 20 },
    ],
    [
      'what loads the tests, by the script',
      {
        ...PACKAGE({ scripts: { test: 'cross-env A=1 tsx --test test/*.ts' } }),
        'test/s.test.ts': "it('REQ-1/AC1 adds', () => { f(); });\n",
      },
      [
        '$ node ¦ --import ¦ tsx ¦ --test ¦ --test-name-pattern=^(?:REQ-1/AC1 adds)$ ¦ --test-reporter=spec ¦ --test-reporter-destination=stdout ¦ --test-reporter=junit ¦ --test-reporter-destination=/out/r.xml ¦ test/s.test.ts',
      ],
    ],
    [
      'Vitest in the package of a workspace, installed above it',
      {
        ...INSTALLED('vitest', './vitest.mjs'),
        'packages/a/package.json': JSON.stringify({
          scripts: { test: 'vitest --config ./v.ts --watch' },
          devDependencies: { vitest: '4' },
        }),
        'packages/a/test/s.test.ts':
          "describe('Stock', () => {\n  it.each([[1]])('REQ-1/AC1 adds %i of $name and ${n}', () => { f(); });\n});\n",
      },
      [
        'packages/a$ node ¦ ../../node_modules/vitest/vitest.mjs ¦ run ¦ /w/packages/a/test/s.test.ts ¦ -t ¦ ^(?:Stock(?: > | )REQ-1/AC1 adds .* of .* and .*)$ ¦ --reporter=default ¦ --reporter=json ¦ --outputFile.json=/out/r.json ¦ --coverage.enabled=false ¦ --config ¦ ./v.ts',
      ],
    ],
    [
      'Vitest that is not there',
      { 'test/s.test.ts': JS("import { it } from 'vitest';") },
      ['Vitest is not installed: there is no node_modules/vitest in "." or above'],
    ],
    [
      'Jest without its watching',
      { ...INSTALLED('jest', './bin/jest.js'), ...PACKAGE({ scripts: { test: 'jest --watch' } }), 'test/s.test.js': JS('') },
      [
        `$ node ¦ ./node_modules/jest/bin/jest.js ¦ --runTestsByPath ¦ test/s.test.js ¦ -t ¦ ^(?:${QUOTED})$ ¦ --json ¦ --outputFile=/out/r.json ¦ --watchAll=false ¦ --coverage=false`,
      ],
    ],
    [
      'Mocha with two tests of one name',
      {
        ...INSTALLED('mocha', './bin/mocha.js'),
        ...PACKAGE({ devDependencies: { mocha: '12' }, scripts: { test: 'tsc --noEmit && mocha -r ./up.js test' } }),
        'test/a.test.js':
          "describe('A', () => {\n  it('REQ-1/AC1 adds', () => { f(); });\n});\ndescribe('B', () => {\n  it('REQ-1/AC1 adds', () => { f(); });\n});\n",
      },
      [
        '$ node ¦ ./node_modules/mocha/bin/mocha.js ¦ -r ¦ ./up.js ¦ --no-dryRun ¦ --grep ¦ ^(?:A REQ-1/AC1 adds|B REQ-1/AC1 adds)$ ¦ --reporter ¦ json ¦ --reporter-option ¦ output=/out/r.json ¦ test/a.test.js',
      ],
    ],
    [
      'Playwright',
      {
        ...INSTALLED('@playwright/test', 'cli.js'),
        'e2e/s.spec.ts': JS("import { test } from '@playwright/test';", 'test', 'test.describe'),
      },
      [
        `$ node ¦ ./node_modules/@playwright/test/cli.js ¦ test ¦ ^/w/e2e/s\\.spec\\.ts$ ¦ -g ¦ ^.* (?:${QUOTED})(?: @.*)?$ ¦ --reporter=list,json`,
      ],
    ],
    [
      'Cucumber, by lines',
      {
        ...INSTALLED('@cucumber/cucumber', './bin/cucumber.js'),
        ...PACKAGE({ devDependencies: { '@cucumber/cucumber': '12' } }),
        'features/s.feature':
          'Feature: Stock\n  @REQ-1/AC1\n  Scenario: adds\n    Given stock\n  @REQ-1/AC2\n  Scenario: fails\n    Given stock\n',
      },
      [
        '$ node ¦ ./node_modules/@cucumber/cucumber/bin/cucumber.js ¦ features/s.feature:3:6 ¦ --format ¦ progress ¦ --format ¦ message:/out/r.ndjson',
      ],
    ],
    [
      'bun test',
      { 'test/s.test.ts': JS("import { it } from 'bun:test';") },
      [`$ bun ¦ test ¦ ./test/s.test.ts ¦ -t ¦ ^(?:${QUOTED})$ ¦ --reporter=junit ¦ --reporter-outfile=/out/r.xml`],
    ],
    [
      'deno test',
      { 'deno.json': '{}', 'test/s.test.ts': "Deno.test('REQ-1/AC1 adds', () => { f(); });\n" },
      ['$ deno ¦ test ¦ -A ¦ --filter ¦ /^(?:REQ-1/AC1 adds)$/ ¦ --junit-path=/out/r.xml ¦ test/s.test.ts'],
    ],
    [
      'a runner that nothing here starts',
      { ...PACKAGE({ devDependencies: { ava: '6' } }), 'test/s.test.js': JS('') },
      ['ReqTrace does not start ava by itself. Name the command under "tests: run:" in reqtrace.yaml'],
    ],
    [
      'two runners that could be meant',
      { ...PACKAGE({ devDependencies: { jest: '30', mocha: '12' } }), 'test/s.test.js': JS('') },
      ['Several test runners could run test/s.test.js: Jest and Mocha. Name the command under "tests: run:" in reqtrace.yaml'],
    ],
    [
      'a script that builds before',
      { ...PACKAGE({ scripts: { pretest: 'npm run build', test: 'mocha' } }), 'test/s.test.js': JS('') },
      ['The script "test" builds before it tests: npm run build. Name a command that does both under "tests: run:" in reqtrace.yaml'],
    ],
    [
      'a script that waits for changes',
      { ...PACKAGE({ scripts: { test: 'nodemon --exec ./run.sh' } }), 'test/s.test.js': JS('') },
      [
        'The script "test" does not end, since it waits for files to change: nodemon --exec ./run.sh. Name a command that ends under "tests: run:" in reqtrace.yaml',
      ],
    ],
    [
      'nothing that tells a runner',
      { 'test/s.test.js': JS('') },
      ['No test runner was found for test/s.test.js. Name the command under "tests: run:" in reqtrace.yaml'],
    ],
    ['pytest', { 'tests/test_s.py': PYTHON }, ['$ pytest ¦ tests/test_s.py::TestStock::test_adds ¦ --junitxml=/out/r.xml']],
    [
      'pytest of the environment, without a threshold of coverage',
      {
        'api/pyproject.toml': '[tool.pytest.ini_options]\naddopts = "--cov=src --cov-fail-under=90"\n',
        '.venv/bin/pytest': '',
        'api/tests/test_s.py': PYTHON,
      },
      ['api$ ../.venv/bin/pytest ¦ tests/test_s.py::TestStock::test_adds ¦ --junitxml=/out/r.xml ¦ --no-cov'],
    ],
    [
      'unittest',
      { 'tests/test_s.py': `import unittest\n${PYTHON.replace('TestStock', 'TestStock(unittest.TestCase)')}` },
      ['$ python3 ¦ -m ¦ unittest ¦ -v ¦ tests.test_s.TestStock.test_adds'],
    ],
    [
      'go test, a package at a time',
      {
        'go.mod': 'module a\n',
        'x/x_test.go': 'package x\n\nfunc TestA(t *testing.T) {\n\tt.Run("REQ-1/AC1 says a|b", func(t *testing.T) { f() })\n}\n',
        'y/y_test.go': 'package y\n\n// @verifies REQ-1/AC1\nfunc TestA(t *testing.T) { f() }\n',
      },
      [
        '$ go ¦ test ¦ -json ¦ -count=1 ¦ -run ¦ ^TestA$/^REQ-1$/^AC1_says_a\\|b$ ¦ ./x',
        '$ go ¦ test ¦ -json ¦ -count=1 ¦ -run ¦ ^TestA$ ¦ ./y',
      ],
    ],
    [
      'cargo test, a target at a time',
      {
        'Cargo.toml': '[package]\nname = "s"\n',
        'src/lib.rs': '',
        'src/deep/mod.rs': 'mod tests {\n    // @verifies REQ-1/AC1\n    #[test]\n    fn adds() { f() }\n}\n',
        'tests/whole.rs': '// @verifies REQ-1/AC2\n#[test]\nfn fails() { f() }\n',
      },
      ['$ cargo ¦ test ¦ --lib ¦ -- ¦ --exact ¦ deep::tests::adds', '$ cargo ¦ test ¦ --test ¦ whole ¦ -- ¦ --exact ¦ fails'],
    ],
    [
      'Maven in a module of a build',
      { 'pom.xml': '', 'a/pom.xml': '', 'a/src/test/java/shop/StockTest.java': JAVA },
      ['$ mvn ¦ --batch-mode ¦ -pl ¦ a ¦ -am ¦ -Dtest=shop.StockTest#adds ¦ -Dsurefire.failIfNoSpecifiedTests=false ¦ test'],
    ],
    [
      'Gradle by its wrapper',
      { 'settings.gradle': '', gradlew: '', 'a/build.gradle': '', 'a/src/test/java/shop/StockTest.java': JAVA },
      ['$ ./gradlew ¦ --no-build-cache ¦ :a:cleanTest ¦ :a:test ¦ --tests ¦ shop.StockTest.adds'],
    ],
    [
      'a script of Windows',
      { 'pom.xml': '', 'src/test/java/shop/StockTest.java': JAVA },
      ['mvn is a script on Windows that only a shell can start, and ReqTrace does not hand names of tests to one'],
      { windows: true },
    ],
    [
      'RSpec, by lines',
      { 'spec/s_spec.rb': "describe 'Stock' do\n  it 'REQ-1/AC1 adds' do\n    f\n  end\nend\n" },
      ['$ rspec ¦ --require ¦ /out/r.rb ¦ spec/s_spec.rb:2 ¦ --format ¦ progress ¦ --format ¦ json ¦ --out ¦ /out/r.json'],
    ],
    [
      'RSpec of a project that has no example run, though each passes',
      { '.rspec': '--color\n--dry-run\n', 'spec/s_spec.rb': "describe 'Stock' do\n  it 'REQ-1/AC1 adds' do\n    f\n  end\nend\n" },
      ['.rspec has RSpec run no test and call each of them passed, with --dry-run'],
    ],
    [
      'minitest',
      {
        'test/s_test.rb':
          "require 'minitest/autorun'\nclass StockTest < Minitest::Test\n  # @verifies REQ-1/AC1\n  def test_adds\n    f\n  end\nend\n",
      },
      ['$ ruby ¦ -Ilib ¦ -Itest ¦ test/s_test.rb ¦ --verbose ¦ --name ¦ /^(?:(?:.*::)?StockTest#test_adds)$/'],
    ],
    [
      'PHPUnit of the project',
      {
        'composer.json': '{}',
        'vendor/bin/phpunit': '',
        'tests/StockTest.php':
          '<?php\nclass StockTest extends TestCase {\n    // @verifies REQ-1/AC1\n    public function testAdds(): void { f(); }\n}\n',
      },
      [
        String.raw`$ php ¦ vendor/bin/phpunit ¦ --filter ¦ ~^(?:(?:.*\\)?StockTest::testAdds(?: with data set .*)?)$~ ¦ --log-junit ¦ /out/r.xml ¦ tests/StockTest.php`,
      ],
    ],
    [
      'CTest, built before',
      { 'CMakeLists.txt': '', 'build/CTestTestfile.cmake': '', 'test/s.cc': '// @verifies REQ-1/AC1\nTEST(Stock, Adds) { f(); }\n' },
      [
        String.raw`$ cmake --build build && ctest ¦ --test-dir ¦ build ¦ -R ¦ ^Stock\.Adds$|^.*/Stock\.Adds/.*$|^Stock/[^.]*\.Adds$|^.*/Stock/[^.]*\.Adds$ ¦ --output-junit ¦ /out/r.xml ¦ --no-tests=error ¦ --output-on-failure`,
      ],
    ],
    [
      'CTest without a build',
      { 'CMakeLists.txt': '', 'test/s.cc': '// @verifies REQ-1/AC1\nTEST(Stock, Adds) { f(); }\n' },
      ['No build of CMake with tests was found in ".". Configure it first, as with cmake -B build'],
    ],
    [
      'Bats',
      { 'test/s.bats': '@test "REQ-1/AC1 says (a) | b" {\n  f\n}\n' },
      [String.raw`$ bats ¦ --filter ¦ ^(REQ-1/AC1 says \(a\) \| b)$ ¦ --report-formatter ¦ junit ¦ --output ¦ /out/ ¦ test/s.bats`],
    ],
    [
      'Bats from npm',
      { 'node_modules/bats/bin/bats': '', 'sh/package.json': '{}', 'sh/test/s.bats': '@test "REQ-1/AC1 adds" {\n  f\n}\n' },
      ['sh$ ../node_modules/bats/bin/bats ¦ --filter ¦ ^(REQ-1/AC1 adds)$ ¦ --report-formatter ¦ junit ¦ --output ¦ /out/ ¦ test/s.bats'],
    ],
    [
      'dotnet test',
      { 'a/a.csproj': '', 'a/StockTests.cs': 'class StockTests {\n  // @verifies REQ-1/AC1\n  [Fact]\n  public void Adds() { f(); }\n}\n' },
      ['a$ dotnet ¦ test ¦ --filter ¦ FullyQualifiedName~.StockTests.Adds ¦ --results-directory ¦ /out ¦ --logger ¦ trx;LogFileName=r.trx'],
    ],
  ];
  for (const [what, files, runs, more] of cases) it(`has ${what}`, () => assert.deepEqual(planned(files, more), runs));

  it('takes the first command of reqtrace.yaml that fits a file, and puts titles into single arguments', () => {
    const one: TestCommand = { files: ['test/**'], command: ['run', '--file={file}:{line}', '{title}', '{results}'], folder: '' };
    const other: TestCommand = { files: ['**'], command: ['other', '{files}', '{pattern}'], folder: 'test', results: 'r.xml' };
    const files = { 'test/s.test.js': "describe('{line} $(x)', () => {\n  it('REQ-1/AC1 adds; rm', () => { f(); });\n});\n" };
    assert.deepEqual(planned(files, {}, [one, other]), ['$ run ¦ --file=test/s.test.js:2 ¦ {line} $(x) REQ-1/AC1 adds; rm ¦ /out/r.xml']);
    assert.deepEqual(planned(files, {}, [other, one]), [String.raw`test$ other ¦ s.test.js ¦ ^(?:\{line\} \$\(x\) REQ-1/AC1 adds; rm)$`]);
    assert.deepEqual(planned(files, {}, [{ ...one, command: ['jest', '--watch', '{results}'] }]), [
      'The command of reqtrace.yaml does not end, since it waits for files to change: jest --watch {results}',
    ]);
  });
});

describe('A file that runs as a whole', () => {
  const ON_FILE = '# @verifies REQ-1/AC1\n';
  const cases: readonly (readonly [runner: string, files: Readonly<Record<string, string>>])[] = [
    ['pytest', { 'tests/test_s.py': `${ON_FILE}\nimport pytest\n\ndef test_adds(): f()\n` }],
    ['pytest, on what is not a test there', { 'tests/test_s.py': `${ON_FILE}test_adds = lambda: f()\n\ndef test_other(): f()\n` }],
    ['unittest', { 'tests/test_s.py': `${ON_FILE}\nimport unittest\n\nclass A(unittest.TestCase):\n  def test_a(self): f()\n` }],
    ['Bats', { 'test/s.bats': `${ON_FILE}\nload helper\n\n@test "adds" {\n  f\n}\n` }],
    ['node --test', { 'test/s.test.mjs': "// @verifies REQ-1/AC1\n\nimport { it } from 'node:test';\nit('adds', () => { f(); });\n" }],
    [
      'Vitest',
      {
        ...INSTALLED('vitest', './vitest.mjs', '4.0.0'),
        ...PACKAGE({ devDependencies: { vitest: '4' } }),
        'test/s.test.js': "// @verifies REQ-1/AC1\n\nimport { it } from 'vitest';\nit('adds', () => { f(); });\n",
      },
    ],
    ['go test', { 'go.mod': 'module s\n', 's_test.go': '// @verifies REQ-1/AC1\n\npackage s\n\nfunc TestAdds(t *testing.T) { f() }\n' }],
    [
      'cargo test',
      { 'Cargo.toml': '[package]\nname = "s"\n', 'tests/s.rs': '// @verifies REQ-1/AC1\n\nuse s::f;\n\n#[test]\nfn adds() { f() }\n' },
    ],
    ['RSpec', { '.rspec': '', 'spec/s_spec.rb': `${ON_FILE}\nrequire 'spec_helper'\n\nRSpec.describe 'S' do\n  it('adds') { f }\nend\n` }],
    [
      'minitest',
      { 'test/s_test.rb': `${ON_FILE}\nrequire 'minitest/autorun'\n\nclass STest < Minitest::Test\n  def test_adds\n    f\n  end\nend\n` },
    ],
  ];
  for (const [runner, files] of cases)
    it(`says so: ${runner}`, () => {
      const { runs } = planOf(files);
      const told = runs.map(({ also }) => (also ? inEnglish(also) : 'nothing'));
      assert.deepEqual(told, ['every test there runs, since the annotation is not on a single test']);
    });
});
