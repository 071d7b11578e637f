from src.kettle import boil


def test_boils():
    # lobster-trace: kettle.boil
    assert boil() == 100
