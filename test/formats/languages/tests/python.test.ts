import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Python', () => {
  const cases: readonly DeclaredTest[] = [
    ['# @verifies IP-1\ndef test_x():\n    pass', 'test_x()'],
    ['# @verifies IP-1\nasync def test_x():\n    f()', 'test_x()'],
    ['# @verifies IP-1\n@pytest.mark.parametrize("a", [(2, "["), (1, "def x(")])\ndef test_x(a):\n    f()', 'test_x()'],
    [
      '# @verifies IP-1\n@pytest.mark.parametrize(\n    "a",\n    [\n        (1, "def x("),\n    ],\n)\ndef test_x(a):\n    f()',
      'test_x()',
    ],
    ['# @verifies IP-1\n@given(st.integers())\n@settings(max_examples=3)\ndef test_x(n):\n    f()', 'test_x()'],
    ['# @verifies IP-1\n@pytest.mark.skip\ndef test_x():\n    f()', 'test_x(): skipped'],
    ['# @verifies IP-1\n@pytest.mark.skip(reason="slow")\ndef test_x():\n    f()', 'test_x(): skipped'],
    ['# @verifies IP-1\n@pytest.mark.skipif(a, reason="b")\ndef test_x():\n    f()', 'test_x()'],
    ['# @verifies IP-1\n@pytest.mark.xfail\ndef test_x():\n    f()', 'test_x(): todo'],
    ['# @verifies IP-1\n@unittest.skip("slow")\ndef test_x(self):\n    f()', 'test_x(): skipped'],
    ['# @verifies IP-1\n@unittest.expectedFailure\ndef test_x(self):\n    f()', 'test_x(): todo'],
    ['# @verifies IP-1\ndef test_x():\n    raise NotImplementedError("not written yet")', 'test_x(): todo'],
    ['# @verifies IP-1\ndef test_x():\n    """why"""\n    pytest.skip("later")', 'test_x(): skipped'],
    ['# @verifies IP-1\ndef test_x():\n    if a:\n        pytest.skip("later")\n    f()', 'test_x()'],
    ['# @verifies IP-1\ndef test_x():\n    a = f()\n    raise A', 'test_x()'],
    ['# @verifies IP-1\ndef test_x():\n    with pytest.raises(A):\n        raise A()', 'test_x()'],
    ['# @verifies IP-1\ndef test_x(): assert False', 'test_x(): todo'],
    ['# @verifies IP-1\n@scenario("a.feature", "Adds")\ndef test_x():\n    pass', 'test_x()'],
    ['# @verifies IP-1\n@allure.title("a pretty name")\ndef test_x():\n    f()', 'test_x()'],
    ['# @verifies IP-1\n@mock.patch("a(")\ndef test_x(a):\n    f()', 'test_x()'],
    ['class TestA:\n    # @verifies IP-1\n    def test_x(self):\n        f()', 'test_x() in class TestA'],
    ['@pytest.mark.skip\nclass TestA:\n    # @verifies IP-1\n    def test_x(self):\n        f()', 'test_x() in class TestA: skipped'],
    [
      'class TestA(unittest.TestCase):\n    # @verifies IP-1\n    def test_x(self):\n        self.skipTest("later")',
      'test_x() in class TestA: skipped',
    ],
    ['def test_x():\n    """@verifies IP-1"""\n    f()', 'test_x()'],
    ['pytestmark = pytest.mark.skip(reason="a")\n\n# @verifies IP-1\ndef test_x():\n    f()', 'test_x(): skipped'],
    ['@pytest.mark.req("REQ-1/AC1")\n@pytest.mark.parametrize("a", [1])\ndef test_x(a):\n    f()', 'test_x()'],
    ['def test_x(subtests):\n    # @verifies IP-1\n    with subtests.test("a"):\n        f()', 'test_x()'],
  ];
  tryDeclaredTests('test_a.py', cases);
});
