import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Gherkin', () => {
  const cases: readonly DeclaredTest[] = [
    ['Feature: Stock\nRule: part\n# @verifies IP-1\nScenario: adds\nGiven x\n', 'adds in Stock > part'],
    ['Feature: Stock\n  Rule: part\n    # @verifies IP-1\n    Scenario Outline: adds <n>\n      Given x\n', 'adds <n> in Stock > part'],
    ['Feature: Stock\n  # @verifies IP-1\n  @fast\n  Scenario: adds\n    Given x\n', 'adds in Stock'],
    ['Feature: Stock\n\n# @verifies IP-1\nExample: adds\n  Given x\n', 'adds in Stock'],
    ['Feature: Stock\nScenario: a\nGiven x\nRule: r\nScenario: b\n# @verifies IP-1\nGiven y\n', 'b in Stock > r'],
    ['@REQ-1/AC1\nFeature: Stock\nScenario: adds\n  Given x\n', 'Stock'],
    ['Feature: Stock\nRule: r\n@REQ-1/AC1\nScenario: adds\n  Given x\n', 'adds in Stock > r'],
    ['Feature: Stock\n  @REQ-1/AC1 @skip\n  Scenario: adds\n  Given x\n', 'adds in Stock: skipped'],
    ['@ignore\nFeature: Stock\n  # @verifies IP-1\n  Scenario: adds\n    Given x\n', 'adds in Stock: skipped'],
    ['# language: de\nFunktionalität: Lager\n  # @verifies IP-1\n  Szenario: zählt\n    Angenommen x\n', 'zählt in Lager'],
    ['# language: fr\nFonctionnalité: Stock\n  Règle: r\n  # @verifies IP-1\n  Scénario: compte\n    Soit x\n', 'compte in Stock > r'],
    [
      'Feature: Stock\n  Background:\n    Given x\n  # @verifies IP-1\n  Scenario Template: adds <n>\n    Given y\n    Examples: some\n      | n |\n',
      'adds <n> in Stock',
    ],
    ['Feature: REQ-1\nScenario: AC1 adds\nGiven x', 'AC1 adds in REQ-1'],
  ];
  tryDeclaredTests('a.feature', cases);
});
