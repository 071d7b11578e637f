def boil():
    # lobster-trace: tea.boil
    return 100


def whistle():
    # lobster-trace: tea.whistle
    return "peep"


def main():
    # lobster-exclude: only for people who try it out
    print(boil(), whistle())
