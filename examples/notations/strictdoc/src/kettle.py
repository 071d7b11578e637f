"""A kettle."""


def boil():
    """
    Boil the water.

    @relation(KETTLE-1, scope=function)
    """
    return 100


# @relation(KETTLE-2, scope=function)
def whistle():
    return "peep"
