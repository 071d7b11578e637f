import assert from 'node:assert/strict';
import { plainOf } from '../../../../src/formats/languages/skeletons/stops.ts';
import { testFileFor } from '../../../../src/editor/actions/scaffold/testFile.ts';
import { canWriteTest, writeTest } from '../../../../src/editor/actions/scaffold/writeTest.ts';
import { applyEdits } from '../../../../src/editor/edits.ts';
import { LAUNCH, workspace } from '../../../support/editor/workspace.ts';

const MORE = 'docs/launch#IP-1.1/AC2';

function opened(files: Record<string, string>) {
  const all: Record<string, string> = { 'docs/launch.md': LAUNCH, ...files };
  const { view, reading } = workspace(all);
  const item = view.item(MORE);
  assert.ok(item);
  return { view, reading, item, textOf: async (file: string): Promise<string | undefined> => all[file] };
}

const TEST = "it('a', () => {});\n";

describe('testFileFor', () => {
  const verifies = (id: string): string => `// @verifies ${id}\ntest("a", () => {});\n`;
  const cases: [what: string, files: Record<string, string>, path: string | undefined][] = [
    ['one that verifies a sibling', { 'test/b.test.ts': verifies('IP-1.1/AC1'), 'test/a.test.ts': verifies('IP-1.2') }, 'test/b.test.ts'],
    [
      'one that verifies something of the document',
      { 'docs/pay.md': '## PAY-1: Pay\n', 'test/a.test.ts': verifies('PAY-1'), 'test/z.test.ts': verifies('IP-1.2') },
      'test/z.test.ts',
    ],
    [
      'one beside the code',
      {
        'docs/pay.md': '## PAY-1: Pay\n',
        'test/a.test.ts': verifies('PAY-1'),
        'src/stock.ts': '// @implements IP-1.1\n',
        'test/stock.test.ts': '',
      },
      'test/stock.test.ts',
    ],
    ['any that verifies something', { 'docs/pay.md': '## PAY-1: Pay\n', 'test/a.test.ts': verifies('PAY-1') }, 'test/a.test.ts'],
    ['none', { 'src/stock.ts': '// @implements IP-1.1\n' }, undefined],
    ['one that names no id', { 'test/a.test.ts': TEST }, 'test/a.test.ts'],
    ['one with a test, not one with helpers', { 'test/a.test.ts': 'export const a = 1;\n', 'test/b.test.ts': TEST }, 'test/b.test.ts'],
    [
      'the nearest to the code',
      { 'a/b/c.test.ts': TEST, 'a/shop/d.test.ts': TEST, 'a/shop/src/stock.ts': '// @implements IP-1.1\n' },
      'a/shop/d.test.ts',
    ],
    [
      'one in the language of the code',
      { 'src/a.test.ts': TEST, 'tests/test_a.py': 'def test_a():\n    pass\n', 'src/stock.py': '# @implements IP-1.1\n' },
      'tests/test_a.py',
    ],
    [
      'not a feature, in which no test can be written',
      { 'features/a.feature': '@IP-1.1/AC1\nFeature: a\n', 'test/a.test.ts': TEST },
      'test/a.test.ts',
    ],
    ['not a feature alone', { 'features/a.feature': '@IP-1.1/AC1\nFeature: a\n' }, undefined],
    [
      'not one in a language whose tests are not known',
      { 'test/a_test.lua': '-- @verifies IP-1.1/AC1\n', 'test/a.test.ts': TEST },
      'test/a.test.ts',
    ],
  ];
  for (const [what, files, path] of cases) {
    it(what, async () => {
      const { view, item, textOf } = opened(files);
      assert.equal(await testFileFor(view, item, textOf), path);
    });
  }
});

describe('writeTest', () => {
  const title = 'IP-1.1/AC2 An order of more is rejected';
  const cases: [what: string, files: Record<string, string>, path: string, start: string][] = [
    [
      'Vitest of package.json, beside the code',
      { 'package.json': '{"devDependencies": {"vitest": "3"}}', 'src/stock.ts': '// @implements IP-1.1\n' },
      'src/stock.test.ts',
      `import { expect, it } from 'vitest';\n\nit.skip('${title}', () => {\n`,
    ],
    [
      'Jest of package.json',
      { 'package.json': '{"devDependencies": {"jest": "29"}}' },
      'test/reserve-stock.test.js',
      `it.skip('${title}', () => {\n`,
    ],
    [
      'Jest of package.json, in TypeScript',
      { 'package.json': '{"devDependencies": {"ts-jest": "29"}}', 'tsconfig.json': '{}' },
      'test/reserve-stock.test.ts',
      `it.skip('${title}', () => {\n`,
    ],
    [
      'node:test of package.json',
      { 'package.json': '{"scripts": {"test": "node --import tsx --test"}}' },
      'test/reserve-stock.test.js',
      "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\n\ntest.skip(",
    ],
    ['Mocha of package.json', { 'package.json': '{"devDependencies": {"mocha": "11"}}' }, 'test/reserve-stock.test.js', 'it.skip('],
    [
      'Vitest of the package that the code is in',
      {
        'package.json': '{"devDependencies": {"jest": "29"}}',
        'packages/a/package.json': '{"devDependencies": {"vitest": "3"}}',
        'packages/a/src/stock.tsx': '// @implements IP-1.1\n',
      },
      'packages/a/src/stock.test.tsx',
      "import { expect, it } from 'vitest';\n",
    ],
    [
      'pytest of pyproject.toml',
      { 'pyproject.toml': '[project]\n' },
      'tests/test_reserve_stock.py',
      'import pytest\n\n\n# @verifies IP-1.1/AC2\n@pytest.mark.skip',
    ],
    [
      'unittest of setup.cfg',
      { 'setup.cfg': '[tool]\ntests = python -m unittest\n' },
      'tests/test_reserve_stock.py',
      'import unittest\n\n\nclass ReserveStockTest(unittest.TestCase):\n    # @verifies IP-1.1/AC2\n    @unittest.skip("not written yet")\n    def test_an_order_of_more_is_rejected(self):\n',
    ],
    [
      'go test of go.mod',
      { 'go.mod': 'module a\n', 'stock/stock.go': 'package stock\n\n// @implements IP-1.1\nfunc Reserve() {}\n' },
      'stock/stock_test.go',
      'package stock\n\nimport "testing"\n\n// @verifies IP-1.1/AC2\nfunc TestAnOrderOfMoreIsRejected(t *testing.T) {\n',
    ],
    ['cargo test of Cargo.toml', { 'Cargo.toml': '[package]\n' }, 'tests/reserve_stock.rs', '// @verifies IP-1.1/AC2\n#[test]\n'],
    [
      'JUnit of pom.xml, in the package of the code',
      { 'pom.xml': '<project/>', 'src/main/java/a/Stock.java': 'package a;\n\n// @implements IP-1.1\nclass Stock {}\n' },
      'src/test/java/a/StockTest.java',
      'package a;\n\nimport org.junit.jupiter.api.Test;\n\nclass StockTest {\n    // @verifies IP-1.1/AC2\n    @Test\n',
    ],
    [
      'xUnit.net of a project beside the code',
      {
        'Shop.sln': '',
        'src/Shop/Shop.csproj': '<Project/>',
        'src/Shop/Stock.cs': '// @implements IP-1.1\nclass Stock {}\n',
        'tests/Shop.Tests/Shop.Tests.csproj': '<PackageReference Include="xunit" />',
      },
      'tests/Shop.Tests/StockTests.cs',
      'using Xunit;\n\nnamespace Shop.Tests;\n\npublic class StockTests\n{\n    // @verifies IP-1.1/AC2\n    [Fact(Skip = "not written yet")]\n    public void AnOrderOfMoreIsRejected()\n    {\n',
    ],
    [
      'MSTest',
      { 'T.csproj': '<PackageReference Include="MSTest.TestFramework" />' },
      'ReserveStockTests.cs',
      'using Microsoft.VisualStudio.TestTools.UnitTesting;\n\n[TestClass]\npublic class ReserveStockTests\n{\n    // @verifies IP-1.1/AC2\n    [TestMethod]\n    [Ignore',
    ],
    [
      'PHPUnit of composer.json',
      { 'composer.json': '{"require-dev": {"phpunit/phpunit": "^11"}}' },
      'tests/ReserveStockTest.php',
      '<?php\n\ndeclare(strict_types=1);\n\nuse PHPUnit\\Framework\\TestCase;\n\nfinal class ReserveStockTest extends TestCase\n{\n    // @verifies IP-1.1/AC2\n',
    ],
    [
      'Pest of composer.json',
      { 'composer.json': '{"require-dev": {"pestphp/pest": "^3", "phpunit/phpunit": "^11"}}' },
      'tests/ReserveStockTest.php',
      `<?php\n\nit('${title}', function () {\n`,
    ],
    [
      'RSpec of the Gemfile',
      { Gemfile: "gem 'rspec'\n" },
      'spec/reserve_stock_spec.rb',
      `RSpec.describe 'Reserve stock' do\n  it '${title}' do\n    skip 'not written yet'\n`,
    ],
    [
      'Minitest of a gemspec',
      { 'shop.gemspec': "s.add_development_dependency 'minitest'\n", 'lib/stock.rb': '# @implements IP-1.1\n' },
      'test/stock_test.rb',
      "require 'minitest/autorun'\n\nclass StockTest < Minitest::Test\n  # @verifies IP-1.1/AC2\n  def test_an_order",
    ],
    [
      'Rails',
      { Gemfile: 'gem "rails"\n' },
      'test/reserve_stock_test.rb',
      `require 'test_helper'\n\nclass ReserveStockTest < ActiveSupport::TestCase\n  test '${title}' do\n`,
    ],
    [
      'Dart',
      { 'pubspec.yaml': 'name: shop\ndev_dependencies:\n  test: ^1.25.0\n' },
      'test/reserve_stock_test.dart',
      `import 'package:test/test.dart';\n\nvoid main() {\n  test('${title}', () {\n`,
    ],
    [
      'Swift Testing, in the folder of the target',
      {
        'Package.swift': '// swift-tools-version: 6.0\nlet package = Package(targets: [\n  .testTarget(name: "ShopTests"),\n])\n',
        'Sources/Shop/Stock.swift': '// @implements IP-1.1\n',
      },
      'Tests/ShopTests/StockTests.swift',
      'import Testing\n\nstruct StockTests {\n    // @verifies IP-1.1/AC2\n    @Test(.disabled',
    ],
    [
      'XCTest of an older package',
      { 'Package.swift': '// swift-tools-version:5.9\n.testTarget(\n  name: "ShopTests"\n)\n' },
      'Tests/ShopTests/ReserveStockTests.swift',
      'import XCTest\n\nfinal class ReserveStockTests: XCTestCase {\n    // @verifies IP-1.1/AC2\n    func test',
    ],
    [
      'JUnit of Gradle, in Kotlin',
      { 'build.gradle.kts': 'plugins {}\n', 'src/main/kotlin/a/Stock.kt': 'package a\n\n// @implements IP-1.1\nclass Stock\n' },
      'src/test/kotlin/a/StockTest.kt',
      'package a\n\nimport org.junit.jupiter.api.Test\n\nclass StockTest {\n',
    ],
  ];
  for (const [what, files, path, start] of cases) {
    it(`makes a file for ${what}`, async () => {
      const { view, reading, item, textOf } = opened(files);
      const made = await writeTest(view, reading, item, textOf);
      assert.ok(!('refusal' in made) && !('choices' in made), JSON.stringify(made));
      assert.deepEqual([made.path, made.isNew], [path, true]);
      const text = applyEdits('', made.edits);
      assert.ok(text.startsWith(start), text);
      assert.equal(
        plainOf(made.snippet)
          .replace(/\$\{2:([^}]*)\}|\$\d|\$\{1:([^}]*)\}/gu, '$1$2')
          .replace(/\\([\\$}])/gu, '$1'),
        text,
      );
    });
  }

  it('asks for the framework where nothing tells it, and takes the one that was chosen', async () => {
    for (const files of [
      { 'src/stock.ts': '// @implements IP-1.1\n' },
      { 'package.json': '{}' },
      { 'package.json': '{"devDependencies": {"vitest": "3"}}', 'pyproject.toml': '' },
    ]) {
      const { view, reading, item, textOf } = opened(files);
      const asked = await writeTest(view, reading, item, textOf);
      assert.ok('choices' in asked && asked.choices.includes('Vitest') && asked.choices.includes('pytest'));
      const made = await writeTest(view, reading, item, textOf, { framework: 'Vitest' });
      assert.ok('edits' in made && made.isNew);
    }
  });

  it('never takes a file that there is for a new one', async () => {
    const { view, reading, item, textOf } = opened({
      'package.json': '{"devDependencies": {"mocha": "11"}}',
      'test/reserve-stock.test.js': '',
    });
    const made = await writeTest(view, reading, item, textOf);
    assert.ok('edits' in made);
    assert.equal(made.path, 'test/reserve-stock2.test.js');
  });
});

describe('canWriteTest', () => {
  const cases: [files: Record<string, string>, can: boolean][] = [
    [{}, false],
    [{ 'src/a.ts': '' }, true],
    [{ 'src/a.c': '' }, false],
    [{ 'test/a.test.ts': '' }, true],
    [{ 'features/a.feature': '' }, false],
    [{ 'go.mod': '' }, true],
    [{ 'web/package.json': '' }, true],
    [{ 'src/a.lua': '' }, false],
  ];
  for (const [files, can] of cases) {
    it(`${can ? 'yes' : 'no'} with ${Object.keys(files).join() || 'documents alone'}`, () =>
      assert.equal(canWriteTest(opened(files).view), can));
  }
});
