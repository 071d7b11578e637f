from src.kettle import boil


# @verifies REQ-001
def test_boils():
    assert boil() == 100
