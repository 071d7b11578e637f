Feature: Kettle
  As a visitor, I want hot water, so that I can make tea

  Scenario: Filled
    Given a filled kettle
    When I press the switch
    Then the water boils

  Scenario: Empty
    Given an empty kettle
    When I press the switch
    Then it stays cold

  Rule: The kettle switches itself off

    Scenario: Boiling
      Given a kettle that is on
      When the water boils
      Then it is off
