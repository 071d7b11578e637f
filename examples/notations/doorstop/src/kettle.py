# @implements REQ-001
def boil():
    return 100


# @implements REQ-002
def whistle():
    return "peep"
