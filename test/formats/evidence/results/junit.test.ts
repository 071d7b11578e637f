import assert from 'node:assert/strict';
import { evidenceOf, problemsOf, resultsOf, WRITTEN } from '../../../support/formats/evidenceBrief.ts';

/** Tool, what it writes, what is read. */
const DIALECTS: readonly (readonly [tool: string, text: string, results: readonly string[]])[] = [
  [
    'Surefire',
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd" version="3.0" name="shop.OrderTest" time="0.1" tests="5" errors="1" skipped="1" failures="1">
  <properties><property name="java.version" value="21"/></properties>
  <testcase name="accepts" classname="shop.OrderTest" time="0.01"/>
  <testcase name="rejects(int)[1]" classname="shop.OrderTest" time="0.01"><failure message="expected: &lt;1&gt; but was: &lt;2&gt;" type="org.opentest4j.AssertionFailedError"><![CDATA[org.opentest4j.AssertionFailedError: a < b]]></failure></testcase>
  <testcase name="breaks" classname="shop.OrderTest" time="0.01"><error type="java.lang.IllegalStateException"/></testcase>
  <testcase name="later" classname="shop.OrderTest" time="0"><skipped message="not yet"/></testcase>
  <testcase name="flaky" classname="shop.OrderTest$Inner" time="0"><flakyFailure message="once" type="x"><stackTrace>at x</stackTrace></flakyFailure></testcase>
  <testcase name="fails again" classname="shop.OrderTest" time="0"><failure type="x"/><rerunFailure type="x"/></testcase>
</testsuite>`,
    [
      'passed shop.OrderTest > accepts',
      'failed shop.OrderTest > rejects(int)[1]',
      'failed shop.OrderTest > breaks',
      'skipped shop.OrderTest > later',
      'passed shop.OrderTest > shop.OrderTest$Inner > flaky',
      'failed shop.OrderTest > fails again',
    ],
  ],
  [
    'OUnit, which tells what is left out in its log only',
    `<testsuites><testsuite id='0' package='stock' name='stock' tests='4'>
<testcase name='stock:0:adds' classname='stock:0:adds'></testcase><testcase name='stock:1:later: a' classname='stock:1:later: a'></testcase>
<testcase name='stock:2:later' classname='stock:2:later'></testcase><testcase name='stock:3:fails' classname='stock:3:fails'><failure type='OUnit.Failure'/></testcase>
<system-out>2026-11-29T23:04:09+00:00 vm#00 W: Skip test stock:1:later: a: no: reason.
2026-11-29T23:04:09+00:00 vm#00 I: stock:0:adds: Skip test stock:0:adds: it is said.
2026-11-29T23:04:09+00:00 vm#00 W: Skip test stock:3:fails: never.</system-out></testsuite>
<testsuite name='more'><testcase name='stock:1:later: a' classname='stock:1:later: a'></testcase><system-out/></testsuite></testsuites>`,
    ['passed stock:0:adds', 'skipped stock:1:later: a', 'passed stock:2:later', 'failed stock:3:fails', 'passed stock:1:later: a'],
  ],
  [
    'tasty, which joins the groups once more',
    '<testsuites><testsuite name="shop"><testsuite name="stock"><testcase name="adds" classname="shop.stock"/></testsuite></testsuite></testsuites>',
    ['passed shop > stock > adds'],
  ],
  [
    'pytest',
    `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" errors="0" failures="1" skipped="1" tests="3" time="0.030" timestamp="2026-11-20T10:01:53.565315+00:00" hostname="vm"><testcase classname="tests.test_orders.TestOrders" name="test_rejects[1]" time="0.001" /><testcase classname="tests.test_orders.TestOrders" name="test_rejects[2]" time="0.001"><failure message="assert 2 == 1">x = 2
&gt;   assert x == 1</failure></testcase><testcase classname="tests.test_orders" name="test_later" time="0.000"><skipped type="pytest.skip" message="later">tests/test_orders.py:5: later</skipped></testcase></testsuite></testsuites>`,
    [
      'passed tests.test_orders.TestOrders > test_rejects[1]',
      'failed tests.test_orders.TestOrders > test_rejects[2]',
      'skipped tests.test_orders > test_later',
    ],
  ],
  [
    'pytest, family xunit1',
    '<testsuites><testsuite name="pytest"><testcase classname="tests.test_orders.TestOrders" name="test_rejects[1]" file="tests/test_orders.py" line="2" time="0.005" /></testsuite></testsuites>',
    ['passed tests/test_orders.py | tests.test_orders.TestOrders > test_rejects[1]'],
  ],
  [
    'jest-junit',
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="jest tests" tests="2" failures="1" errors="0" time="1.2">
  <testsuite name="Orders" errors="0" failures="1" skipped="0" timestamp="2026-11-20T10:00:00" time="0.5" tests="2">
    <testcase classname="Orders rejects" name="Orders rejects" time="0.003"><failure>Error: expect(received)</failure></testcase>
    <testcase classname="Orders accepts" name="Orders accepts" time="0.001" file="/ci/build/test/orders.test.ts"></testcase>
  </testsuite>
</testsuites>`,
    ['failed Orders rejects', 'passed /ci/build/test/orders.test.ts | Orders accepts'],
  ],
  [
    'mocha-junit-reporter',
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Mocha Tests" time="0.006" tests="1" failures="1">
  <testsuite name="Root Suite" timestamp="2026-11-20T10:00:00" tests="0" file="/repo/test/orders.test.js" time="0" failures="0"></testsuite>
  <testsuite name="Orders" timestamp="2026-11-20T10:00:00" tests="1" file="/repo/test/orders.test.js" time="0.006" failures="1">
    <testcase name="Orders rejects" time="0.000" classname="rejects"><failure message="no" type="Error"><![CDATA[Error: no]]></failure></testcase>
  </testsuite>
</testsuites>`,
    ['failed /repo/test/orders.test.js | Orders rejects'],
  ],
  [
    'mocha --reporter xunit',
    `<testsuite name="Mocha Tests" tests="2" failures="0" errors="1" skipped="1" timestamp="Fri, 20 Nov 2026 10:01:56 GMT" time="0.002">
<testcase classname="" name="top" file="/repo/m.test.cjs" time="0.001"/>
<testcase classname="Orders empty" name="rejects &#x3E; it" file="/repo/m.test.cjs" time="0"><failure>a\u001b[31mb</failure></testcase>
<testcase classname="Orders empty" name="later" file="/repo/m.test.cjs" time="0"><skipped/></testcase>
</testsuite>`,
    [
      'passed /repo/m.test.cjs | top',
      'failed /repo/m.test.cjs | Orders empty > rejects > it',
      'skipped /repo/m.test.cjs | Orders empty > later',
    ],
  ],
  [
    'Vitest',
    `<?xml version="1.0" encoding="UTF-8" ?>
<testsuites name="vitest tests" tests="2" failures="1" errors="0" time="0.2">
    <testsuite name="test/orders.test.ts" timestamp="2026-11-20T10:00:00.123Z" hostname="vm" tests="2" failures="1" errors="0" skipped="0" time="0.01">
        <testcase classname="test/orders.test.ts" name="Orders &gt; empty &gt; rejects" time="0.005"><failure message="no" type="AssertionError">no</failure></testcase>
        <testcase classname="test/orders.test.ts" name="top" time="0.005"></testcase>
    </testsuite>
</testsuites>`,
    ['failed test/orders.test.ts | Orders > empty > rejects', 'passed test/orders.test.ts | top'],
  ],
  [
    'node --test',
    `<?xml version="1.0" encoding="utf-8"?>
<testsuites>
	<testsuite name="Orders" time="0.01" disabled="0" errors="0" tests="2" failures="1" skipped="1" hostname="vm">
		<testsuite name="empty" time="0.001" disabled="0" errors="0" tests="2" failures="0" skipped="2" hostname="vm">
			<testcase name="later" time="0.0001" classname="test"><skipped type="todo" message="true"/></testcase>
		</testsuite>
		<testcase name="fails" time="0.009989" classname="test" failure="1 == 2"><failure type="testCodeFailure" message="1 == 2">at async file:///repo/a.test.mjs</failure></testcase>
	</testsuite>
	<testcase name="top" time="0.000148" classname="test" file="/repo/a.test.mjs"/>
</testsuites>`,
    ['skipped Orders > empty > later', 'failed Orders > fails', 'passed /repo/a.test.mjs | top'],
  ],
  [
    'gotestsum',
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="3" failures="1" errors="0" time="0.1">
	<testsuite tests="3" failures="1" time="0.002" name="example.com/shop/stock" timestamp="2026-11-20T10:00:00Z">
		<properties><property name="go.version" value="go1.23 linux/amd64"></property></properties>
		<testcase classname="example.com/shop/stock" name="TestReserve" time="0.000"></testcase>
		<testcase classname="example.com/shop/stock" name="TestReserve/rejects_an_empty_order" time="0.000"><failure message="Failed" type="">stock_test.go:9: no</failure></testcase>
		<testcase classname="example.com/shop/stock" name="TestLater" time="0.000"><skipped message="stock_test.go:12: later"></skipped></testcase>
	</testsuite>
</testsuites>`,
    [
      'passed example.com/shop/stock > TestReserve',
      'failed example.com/shop/stock > TestReserve/rejects_an_empty_order',
      'skipped example.com/shop/stock > TestLater',
    ],
  ],
  [
    'cargo-nextest',
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="nextest-run" tests="2" failures="1" errors="0" uuid="00000000-0000-0000-0000-000000000000" timestamp="2026-11-20T10:00:00.664+00:00" time="0.023">
    <testsuite name="shop::orders" tests="2" disabled="0" errors="0" failures="1">
        <testcase name="rejects" classname="shop::orders" timestamp="2026-11-20T10:00:00.665+00:00" time="0.004"><failure type="test failure">thread &apos;rejects&apos; panicked</failure><rerunFailure type="test failure">again<system-out>running 1 test</system-out></rerunFailure></testcase>
        <testcase name="stock::tests::accepts" classname="shop::orders" time="0.004"><flakyFailure type="test failure">once</flakyFailure></testcase>
    </testsuite>
</testsuites>`,
    ['failed shop::orders > rejects', 'passed shop::orders > stock::tests::accepts'],
  ],
  [
    'CTest',
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="(empty)"
	tests="4" failures="1" disabled="1" skipped="1" hostname="" time="0" timestamp="2026-11-20T10:01:57"
	>
	<testcase name="stock_rejects" classname="stock_rejects" time="0.013" status="run"><system-out></system-out></testcase>
	<testcase name="stock_fails" classname="stock_fails" time="0.014" status="fail"><failure message=""/><system-out></system-out></testcase>
	<testcase name="stock_off" classname="stock_off" time="0" status="disabled"><system-out>Disabled</system-out></testcase>
	<testcase name="stock_missing" classname="stock_missing" time="0" status="notrun"><skipped message="SKIP_RETURN_CODE=77"/></testcase>
</testsuite>`,
    ['passed stock_rejects', 'failed stock_fails', 'skipped stock_off', 'skipped stock_missing'],
  ],
  [
    'GoogleTest',
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="4" failures="1" disabled="1" errors="0" time="0." timestamp="2026-11-20T10:00:00.123" name="AllTests">
  <testsuite name="StockTest" tests="3" failures="1" disabled="1" skipped="1" errors="0" time="0." timestamp="2026-11-20T10:00:00.123">
    <testcase name="Rejects" file="../test/stock_test.cc" line="5" status="run" result="completed" time="0." timestamp="2026-11-20T10:00:00.123" classname="StockTest"><failure message="a" type=""><![CDATA[a]]></failure></testcase>
    <testcase name="DISABLED_Later" file="../test/stock_test.cc" line="9" status="notrun" result="suppressed" time="0." classname="StockTest" />
    <testcase name="Skips" status="run" result="skipped" time="0." classname="StockTest"><skipped message="m"/></testcase>
  </testsuite>
  <testsuite name="Sizes/StockTest" tests="1"><testcase name="Accepts/0" value_param="1" status="run" result="completed" classname="Sizes/StockTest" /></testsuite>
</testsuites>`,
    [
      'failed ../test/stock_test.cc | StockTest > Rejects',
      'skipped ../test/stock_test.cc | StockTest > DISABLED_Later',
      'skipped StockTest > Skips',
      'passed Sizes/StockTest > Accepts[1]',
    ],
  ],
  [
    'PHPUnit',
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="/repo/phpunit.xml" tests="2" assertions="2" errors="0" failures="0" skipped="1" time="0.1">
    <testsuite name="unit" tests="2">
      <testsuite name="Shop\\OrderTest" file="/repo/tests/OrderTest.php" tests="2">
        <testcase name="testLater" file="/repo/tests/OrderTest.php" line="9" class="Shop\\OrderTest" classname="Shop.OrderTest" assertions="0" time="0.001"><skipped/></testcase>
        <testsuite name="Shop\\OrderTest::testRejects" tests="1">
          <testcase name="testRejects with data set #0" file="/repo/tests/OrderTest.php" line="12" class="Shop\\OrderTest" classname="Shop.OrderTest" assertions="1" time="0.001"/>
        </testsuite>
      </testsuite>
    </testsuite>
  </testsuite>
</testsuites>`,
    [
      'skipped /repo/tests/OrderTest.php | /repo/phpunit.xml > unit > Shop\\OrderTest > Shop.OrderTest > testLater',
      'passed /repo/tests/OrderTest.php | /repo/phpunit.xml > unit > Shop\\OrderTest > Shop\\OrderTest::testRejects > Shop.OrderTest > testRejects with data set #0',
    ],
  ],
  [
    'the JUnit logger of .NET',
    `<?xml version="1.0" encoding="utf-8"?>
<testsuites>
  <testsuite name="Shop.Tests.dll" tests="2" skipped="0" failures="1" errors="0" time="0.2" timestamp="2026-11-20T10:00:00" hostname="VM" id="0" package="Shop.Tests.dll">
    <properties />
    <testcase classname="Shop.Tests.OrderTests" name="Rejects(count: 1)" time="0.004"><failure type="failure" message="Assert.Equal() Failure">at Shop</failure></testcase>
    <testcase classname="Shop.Tests.OrderTests" name="Accepts" time="0.0001" />
    <system-out>Test Framework Informational Messages:</system-out>
  </testsuite>
</testsuites>`,
    ['failed Shop.Tests.dll > Shop.Tests.OrderTests > Rejects(count: 1)', 'passed Shop.Tests.dll > Shop.Tests.OrderTests > Accepts'],
  ],
];

// @verifies RT-3.1/AC2~0befe1
describe('JUnit XML', () => {
  for (const [tool, text, results] of DIALECTS) {
    it(`of ${tool} gives its results`, () => {
      assert.deepEqual(problemsOf(text), []);
      assert.deepEqual(resultsOf(text), results);
    });
  }

  it('says when the run began, else the file was written', () => {
    const at = (attribute: string): number =>
      evidenceOf(`<testsuites><testsuite name="a"${attribute}><testcase name="b"/></testsuite></testsuites>`).time;
    assert.equal(at(' timestamp="2026-11-20T10:00:00Z"'), Date.UTC(2026, 10, 20, 10));
    assert.equal(at(''), WRITTEN);
  });

  it('without any test says nothing, and nothing is wrong with it', () => {
    assert.deepEqual(resultsOf('<testsuites/>'), []);
    assert.deepEqual(problemsOf('<testsuites/>'), []);
  });

  it('may begin with a comment and a byte order mark', () => {
    assert.deepEqual(resultsOf('\uFEFF<?xml version="1.0"?>\n<!-- <html> -->\n<testsuite name="a"><testcase name="b"/></testsuite>'), [
      'passed a > b',
    ]);
  });
});
