# @need-ids: REQ_001
def boil():
    return 100


# @need-ids: REQ_002
def whistle():
    return "peep"
