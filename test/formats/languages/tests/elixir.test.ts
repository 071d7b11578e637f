import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Elixir', () => {
  const cases: readonly DeclaredTest[] = [
    ['# @verifies IP-1\ntest "x" do\n  f()\nend', 'x'],
    ['# @verifies IP-1\ntest "x", %{a: a} do\n  f()\nend', 'x'],
    ['# @verifies IP-1\n@tag :skip\ntest "x" do\n  f()\nend', 'x: skipped'],
    ['# @verifies IP-1\n@tag skip: "later"\ntest "x" do\n  f()\nend', 'x: skipped'],
    ['# @verifies IP-1\n@tag :slow\ntest "x" do\n  f()\nend', 'x'],
    ['# @verifies IP-1\ntest "x"', 'x: todo'],
    ['# @verifies IP-1\ndescribe "x" do\nend', 'group x'],
    ['# @verifies IP-1\nproperty "x" do\n  f()\nend', 'x'],
    ['# @verifies IP-1\ntest("x") do\n  f()\nend', 'x'],
    ['# @verifies IP-1\ntest "x" do\n  flunk("later")\nend', 'x: todo'],
    [
      'defmodule StockTest do\n  use ExUnit.Case\n  describe "a" do\n    # @verifies IP-1\n    test "x" do\n      f()\n    end\n  end\nend',
      'x in a',
    ],
    ['defmodule StockTest do\n  @moduletag :skip\n  # @verifies IP-1\n  test "x" do\n    f()\n  end\nend', 'x: skipped'],
    ['for n <- 1..2 do\n  # @verifies IP-1\n  test "x #{n}" do\n    f()\n  end\nend', 'x #{n}'],
  ];
  tryDeclaredTests('a_test.exs', cases);
});
