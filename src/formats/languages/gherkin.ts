import { lineComment, quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { WHOLE_FILE_TESTS } from './shared/testGlobs.ts';

// The keywords of the languages that features are written in most, by the list of dialects of Cucumber.
const FEATURE =
  'Feature|Business Need|Ability|Funktionalität|Funktion|Fonctionnalité|Característica|Necesidad del negocio|Funcionalidade|Funzionalità|Functionaliteit|Egenskap|Egenskab|Funkcja|Właściwość|Функция|Функционал|機能|功能';
const RULE = 'Rule|Regel|Règle|Regla|Regra|Regola|Zasada|Правило|ルール|规则';
const SCENARIO =
  'Scenario(?: Outline| Template)?|Example|Background|Szenario(?:grundriss)?|Beispiel|Grundlage|Hintergrund|Scénario|Plan du (?:S|s)cénario|Exemple|Contexte|Escenario|Esquema del escenario|Ejemplo|Antecedentes|Cenário|Esquema do Cenário|Exemplo|Contexto|Schema dello scenario|Esempio|Contesto|Abstract Scenario|Voorbeeld|Achtergrond|Scenariusz|Szablon scenariusza|Założenia|Сценарий|Структура сценария|Предыстория|シナリオ|シナリオアウトライン|背景|场景|场景大纲';

const STEP =
  'Given|When|Then|And|But|Gegeben (?:sei|seien)|Angenommen|Wenn|Dann|Und|Aber|Soit|Étant donné|Etant donné|Quand|Lorsque|Alors|Et|Mais|Dado|Dada|Dados|Cuando|Entonces|Y|Pero|Quando|Então|E|Mas|Data|Date|Dato|Allora|Ma|Gegeven|Als|Dan|En|Maar|Zakładając|Mając|Jeżeli|Jeśli|Wtedy|Oraz|I|Ale|Дано|Допустим|Если|Когда|То|Тогда|И|Но|前提|もし|ならば|かつ|しかし|假如|假设|当|那么|而且|并且|同时|但是';

/** Gherkin: features of Cucumber and its like. */
export const gherkin = {
  name: 'Gherkin',
  files: ['.feature'],
  editorIds: { feature: '.feature' },
  syntax: {
    rules: [
      lineComment('#', 'line-start'),
      quoted('"""', '"""', { escape: 'none', multiline: true, where: 'line-start' }),
      quoted('```', '```', { escape: 'none', multiline: true, where: 'line-start' }),
    ],
  },
  comments: ['# …'],
  declarations: [
    {
      pattern: String.raw`^\s*(?:${SCENARIO}|${FEATURE}|${RULE})\s*:\s*(?<title>\S.*?)\s*$`,
      examples: {
        '  Scenario Outline: rejects an empty order': 'rejects an empty order',
        'Feature: Orders': 'Orders',
        '  Szenario: zählt': 'zählt',
      },
    },
  ],
  sections: {
    pattern: new RegExp(String.raw`^[ \t]*(?:(?<outer>${FEATURE})|(?<middle>${RULE})|(?<inner>${SCENARIO}))[ \t]*:`, 'mu'),
    fits: ['Feature: Orders', '  Rule: a', 'Scenario: b'],
    misses: ['Given 3 orders: a', 'Features: a'],
  },
  steps: {
    pattern: new RegExp(String.raw`^\s*(?:\*|${STEP})(?![\p{Script=Latin}\p{Script=Cyrillic}])`, 'u'),
    fits: ['Given 3 orders', '  * a step', 'И заказ', '假如有'],
    misses: ['Giveaway', 'Some words', '| a | b |', 'Examples:'],
  },
  tests: { globs: [WHOLE_FILE_TESTS], titles: { layout: 'gherkin' }, reported: { endings: ['.feature'] } },
} satisfies Language;
