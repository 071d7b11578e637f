from src.kettle import boil


def test_boils():
    # lobster-trace: tea.boil
    assert boil() == 100
