from src.kettle import boil


# @verifies KX-1
def test_boils():
    assert boil() == 100
