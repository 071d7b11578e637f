def boil():
    # lobster-trace: kettle.boil
    return 100


def whistle():
    # lobster-trace: kettle.whistle
    return "peep"


def main():
    # lobster-exclude: only for people who try it out
    print(boil(), whistle())
