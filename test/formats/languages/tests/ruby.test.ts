import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Ruby', () => {
  const cases: readonly DeclaredTest[] = [
    ["# @verifies IP-1\nit 'x' do\n  f\nend", 'x'],
    ["# @verifies IP-1\nit('x') { f }", 'x'],
    ["# @verifies IP-1\nspecify 'x' do\n  f\nend", 'x'],
    ["# @verifies IP-1\nxit 'x' do\n  f\nend", 'x: skipped'],
    ["# @verifies IP-1\nit 'x'", 'x: todo'],
    ["# @verifies IP-1\nit 'x', :skip do\n  f\nend", 'x: skipped'],
    ["# @verifies IP-1\nit 'x', skip: 'later' do\n  f\nend", 'x: skipped'],
    ["# @verifies IP-1\nit 'x', :slow do\n  f\nend", 'x'],
    ["# @verifies IP-1\npending 'x' do\n  f\nend", 'x: skipped'],
    ["# @verifies IP-1\nskip 'x' do\n  f\nend", 'x: skipped'],
    ["# @verifies IP-1\nit 'x' do\n  pending 'later'\n  f\nend", 'x: skipped'],
    ["# @verifies IP-1\nit 'x' do\n  skip\nend", 'x: skipped'],
    ["# @verifies IP-1\nit 'x' do\n  raise NotImplementedError\nend", 'x: todo'],
    ['# @verifies IP-1\nit { is_expected.to be_nil }', 'nothing'],
    ["# @verifies IP-1\nfit 'x' do\n  f\nend", 'x'],
    ["# @verifies IP-1\nexample 'x' do\n  f\nend", 'x'],
    ["# @verifies IP-1\nscenario 'x' do\n  f\nend", 'x'],
    ["# @verifies IP-1\ntest 'x' do\n  f\nend", 'x'],
    ['# @verifies IP-1\ndef test_x\n  f\nend', 'test_x()'],
    ["# @verifies IP-1\ndef test_x\n  skip 'later'\nend", 'test_x(): skipped'],
    ['# @verifies IP-1\n[1].each do |n|\n  it "x #{n}" do\n    f\n  end\nend', 'x #{n}'],
    ['# @verifies IP-1\n[1].each { |n| it("x #{n}") { f } }', 'x #{n}'],
    ["# @verifies IP-1\nshared_examples 'x' do\nend", 'x'],
    ["# @verifies IP-1\nit 'x', if: a do\n  f\nend", 'x'],
    ["# @verifies IP-1\ndescribe 'x' do\nend", 'group x'],
    ["# @verifies IP-1\ncontext 'x' do\nend", 'group x'],
    ["# @verifies IP-1\nit 'x' do |a|\n  f\nend", 'x'],
    ["# @verifies IP-1\nMinitest.it 'x' do\n f\nend", 'x'],
    ["# @verifies IP-1\nshould 'x' do\n  f\nend", 'x'],
    ["RSpec.describe Stock do\n  # @verifies IP-1\n  it('adds') { f }\nend", 'adds in Stock'],
    ["RSpec.describe Stock, '#add' do\n  # @verifies IP-1\n  it('adds') { f }\nend", 'adds'],
    ["describe 'a' do\n  xdescribe 'b' do\n    # @verifies IP-1\n    it 'adds' do\n      f\n    end\n  end\nend", 'adds in a > b: skipped'],
    ['class StockTest < Minitest::Test\n  # @verifies IP-1\n  def test_x\n    f\n  end\nend', 'test_x() in class StockTest'],
    ["class StockTest\n  # @verifies IP-1\n  test 'x' do\n    f\n  end\nend", 'x in class StockTest'],
  ];
  tryDeclaredTests('a_spec.rb', cases);
});
