from src.kettle import boil


# @need-ids: REQ_001
def test_boils():
    assert boil() == 100
