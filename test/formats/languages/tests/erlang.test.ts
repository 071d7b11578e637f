import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Erlang', () => {
  const cases: readonly DeclaredTest[] = [
    ['%% @verifies IP-1\nadds_test() -> ?assert(true).', 'function adds_test()'],
    ['%% @verifies IP-1\nadds_test_() ->\n  [?_assert(true)].', 'function adds_test_()'],
    ['%% @verifies IP-1\nadds_test_() ->\n  {"a title", fun() -> ok end}.', 'function adds_test_()'],
    ['%% @verifies IP-1\nadds(Config) ->\n  ok.', 'function adds()'],
  ];
  tryDeclaredTests('a_tests.erl', cases);
});
