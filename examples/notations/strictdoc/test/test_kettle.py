from src.kettle import boil


# @relation(KETTLE-1, scope=function)
def test_boils():
    assert boil() == 100
