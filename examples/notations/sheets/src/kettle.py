# @implements KX-1
def boil():
    return 100
