import unittest
from decimal import Decimal

from pricing.basket import total


class BasketTotal(unittest.TestCase):
    def test_AC_US1_01_rounds_once(self):
        self.assertEqual(total([(Decimal("0.5"), 1), (Decimal("0.5"), 1)]), 1)

    # @verifies stories#US-001/AC-US1-01
    def test_sums_lines(self):
        self.assertEqual(total([(Decimal("100"), 2), (Decimal("50"), 1)]), 250)


if __name__ == "__main__":
    unittest.main()
