# @implements KE-2
def boil():
    return 100
