"""What a basket costs. Prices are whole cents."""

from decimal import ROUND_HALF_UP, Decimal


def total(lines, discount=Decimal("0")):
    """Sum of all lines less the discount, in cents.

    @implements AC-US1-01, AC-US1-02
    """
    exact = sum((price * count for price, count in lines), Decimal("0")) - discount
    return int(max(exact, Decimal("0")).quantize(Decimal("1"), rounding=ROUND_HALF_UP))


# @implements stories#requirement-voucher-codes
def apply_voucher(amount, voucher, used):
    """The amount after a voucher; a voucher counts once."""
    if voucher.code in used:
        return amount
    used.add(voucher.code)
    return max(amount - voucher.value, 0)
