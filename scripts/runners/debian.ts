import type { Runner } from './runner.ts';

/** What a macro of a header says, such as the version of its library. */
const macro = (header: string, name: string): readonly string[] => [
  'sh',
  '-c',
  `echo ${name} | g++ -E -P -include ${header} - | tail -1 | tr -d '" ' | tr _ .`,
];
const GTEST = 'g++ -std=c++17 test/stock_test.cc -lgtest -lgtest_main -pthread -o tests';

/**
 * Runners that Debian has, which are run where they are installed: `apt-get install libgtest-dev catch2 doctest-dev libboost-test-dev check libcmocka-dev libcppunit-dev
 * bats python3-behave python3-xmlrunner ruby-rspec ruby-rspec-junit-formatter ruby-minitest-reporters phpunit lua-busted lua-unit golang gotestsum erlang-eunit
 * erlang-dev nim libounit-ocaml-dev libghc-tasty-hunit-dev libghc-tasty-ant-xml-dev maven`. Maven brings Surefire and JUnit itself.
 */
export const DEBIAN_RUNNERS: readonly Runner[] = [
  {
    name: 'gtest',
    version: ['pkg-config', '--modversion', 'gtest'],
    runs: [{ command: ['sh', '-c', `${GTEST} && ./tests --gtest_output=xml:junit.xml`], file: 'junit.xml' }],
  },
  {
    name: 'catch2',
    version: ['pkg-config', '--modversion', 'catch2'],
    runs: [
      {
        command: ['sh', '-c', 'g++ -std=c++17 test/stock_test.cpp -o stock_test && ./stock_test -r junit'],
        file: 'junit.xml',
        printed: true,
      },
    ],
  },
  {
    name: 'doctest',
    version: macro('doctest/doctest.h', 'DOCTEST_VERSION_STR'),
    runs: [
      {
        command: ['sh', '-c', 'g++ -std=c++17 test/stock_test.cpp -o stock_test && ./stock_test -r=junit'],
        file: 'junit.xml',
        printed: true,
      },
    ],
  },
  {
    name: 'boost',
    version: macro('boost/version.hpp', 'BOOST_LIB_VERSION'),
    runs: (
      [
        ['JUNIT', 'success', 'junit.xml'],
        ['XML', 'all', 'boost-results.xml'],
      ] as const
    ).map(([format, level, file]) => ({
      command: [
        'sh',
        '-c',
        `g++ -std=c++17 test/stock_test.cpp -o stock_test && ./stock_test --logger=${format},${level},${file} --report_level=no`,
      ],
      file,
    })),
  },
  {
    name: 'check',
    version: ['pkg-config', '--modversion', 'check'],
    runs: ['check-results.xml', 'results.tap'].map((file) => ({
      command: ['sh', '-c', 'gcc test/check_stock.c -lcheck -lsubunit -lrt -lm -pthread -o tests && ./tests'],
      file,
    })),
  },
  {
    name: 'cmocka',
    version: ['pkg-config', '--modversion', 'cmocka'],
    runs: (['XML', 'TAP'] as const).map((format) => ({
      command: ['sh', '-c', 'gcc test/test_stock.c -lcmocka -o tests && ./tests'],
      file: format === 'XML' ? 'junit.xml' : 'results.tap',
      printed: true,
      environment: { CMOCKA_MESSAGE_OUTPUT: format },
    })),
  },
  {
    name: 'cppunit',
    version: ['pkg-config', '--modversion', 'cppunit'],
    runs: [{ command: ['sh', '-c', 'g++ test/StockTest.cpp -lcppunit -o tests && ./tests'], file: 'cppunit-results.xml' }],
  },
  {
    name: 'ctest',
    version: ['ctest', '--version'],
    runs: [{ command: ['sh', '-c', 'cmake -B build && ctest --test-dir build --output-junit ../junit.xml'], file: 'junit.xml' }],
  },
  {
    name: 'bats',
    version: ['bats', '--version'],
    runs: [
      { command: ['bats', '--formatter', 'junit', 'test'], file: 'junit.xml', printed: true },
      { command: ['bats', '--formatter', 'tap', 'test'], file: 'results.tap', printed: true },
    ],
  },
  {
    name: 'behave',
    version: ['behave', '--version'],
    runs: [{ command: ['sh', '-c', 'behave --junit; cat reports/*.xml'], file: 'junit.xml', printed: true }],
  },
  {
    name: 'xmlrunner',
    version: ['python3', '-c', 'import xmlrunner; print(xmlrunner.version.__version__)'],
    runs: [{ command: ['sh', '-c', 'python3 -m xmlrunner discover --output-file junit.xml'], file: 'junit.xml' }],
  },
  {
    name: 'rspec',
    version: ['rspec', '--version'],
    runs: [
      {
        command: ['rspec', '--require', 'rspec_junit_formatter', '--format', 'RspecJunitFormatter', '--out', 'junit.xml'],
        file: 'junit.xml',
      },
    ],
  },
  {
    name: 'phpunit',
    version: ['phpunit', '--version'],
    runs: [{ command: ['phpunit', '--log-junit', 'junit.xml', 'tests'], file: 'junit.xml' }],
  },
  {
    name: 'busted',
    version: ['busted', '--version'],
    runs: (['junit', 'TAP'] as const).map((format) => ({
      command: ['busted', '--output', format, 'spec'],
      file: format === 'TAP' ? 'results.tap' : 'junit.xml',
      printed: true,
    })),
  },
  {
    name: 'go',
    version: ['go', 'version'],
    runs: [
      { command: ['go', 'test', '-json', './...'], file: 'go-test.json', printed: true },
      { command: ['gotestsum', '--junitfile', 'junit.xml', './...'], file: 'junit.xml' },
    ],
  },
  {
    name: 'surefire',
    version: ['sed', '-n', '/maven-surefire/{n;p}', 'pom.xml'],
    runs: [
      {
        // The properties of the machine say nothing of tests.
        command: ['sh', '-c', "mvn --batch-mode test >&2; grep --no-filename --invert-match '<property ' target/surefire-reports/*.xml"],
        file: 'junit.xml',
        printed: true,
      },
    ],
  },
  {
    name: 'minitest',
    version: ['ruby', '-e', 'require "minitest"; print Minitest::VERSION'],
    runs: [{ command: ['sh', '-c', 'ruby test/stock_test.rb --seed 1 >&2; cat reports/*.xml'], file: 'junit.xml', printed: true }],
  },
  {
    name: 'eunit',
    version: ['erl', '-noshell', '-eval', 'application:load(eunit), {ok, V} = application:get_key(eunit, vsn), io:put_chars(V), halt().'],
    runs: [
      {
        command: [
          'sh',
          '-c',
          'erlc test/*.erl && erl -noshell -eval \'eunit:test([stock_tests, other_tests], [{report, {eunit_surefire, [{dir, "."}]}}]), halt().\' >&2; cat TEST-*.xml',
        ],
        file: 'junit.xml',
        printed: true,
      },
    ],
  },
  {
    name: 'luaunit',
    version: ['lua5.3', '-e', 'print(require("luaunit").VERSION)'],
    runs: [
      { command: ['lua5.3', 'test/test_stock.lua', '-o', 'junit', '-n', 'junit.xml'], file: 'junit.xml' },
      { command: ['lua5.3', 'test/test_stock.lua', '-o', 'tap'], file: 'results.tap', printed: true },
    ],
  },
  {
    name: 'nim',
    version: ['nim', '--version'],
    runs: [{ command: ['nim', 'compile', '--hints:off', '--run', 'tests/tstock.nim'], file: 'junit.xml' }],
  },
  {
    name: 'ounit',
    version: ['ocamlfind', 'query', '-format', '%v', 'ounit2'],
    runs: [
      {
        // What it was called with says nothing of tests.
        command: [
          'sh',
          '-c',
          "ocamlfind ocamlopt -package ounit2 -linkpkg test/test_stock.ml -o tests && ./tests -runner sequential -no-output-file -output-junit-file all.xml >&2; grep --invert-match '<property \\|Configuration\\|^Raised\\|^Called\\| E: Raised\\| E: Called' all.xml",
        ],
        file: 'junit.xml',
        printed: true,
      },
    ],
  },
  {
    name: 'tasty',
    version: ['ghc-pkg', 'field', 'tasty', 'version', '--simple-output'],
    runs: [{ command: ['sh', '-c', 'ghc test/StockTest.hs -o tests >&2 && ./tests --xml=junit.xml'], file: 'junit.xml' }],
  },
];
