Feature: Parcel labels

  @dispatch#IP-1.1.1/AC1
  Scenario: The address is printed as it was written
    Given an order for "12 Bridge Lane"
    When the label is printed
    Then it shows "12 Bridge Lane"

  # @verifies dispatch#IP-1.1.1/AC2
  Scenario: An address without a postcode
    Given an order without a postcode
    When the label is asked for
    Then there is none
