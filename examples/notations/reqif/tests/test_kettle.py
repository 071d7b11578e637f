from src.kettle import boil


# @verifies KE-2
def test_boils():
    assert boil() == 100
