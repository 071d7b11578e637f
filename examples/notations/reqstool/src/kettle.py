from reqstool_python_decorators.decorators.decorators import Requirements


@Requirements("KETTLE_001")
def boil():
    return 100


@Requirements("KETTLE_002")
def whistle():
    return "peep"
