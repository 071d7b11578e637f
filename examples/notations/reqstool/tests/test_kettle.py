from reqstool_python_decorators.decorators.decorators import SVCs

from src.kettle import boil


@SVCs("SVC_001")
def test_boils():
    assert boil() == 100
