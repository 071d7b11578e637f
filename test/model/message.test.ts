import assert from 'node:assert/strict';
import type { Message } from '../../src/model/message.ts';
import { allOf, anyOf, sayMany, inEnglish, say } from '../../src/model/message.ts';
import { localised, speak } from '../../src/text/words/localised.ts';

const BUNDLE = {
  '{0} is not defined in any document. Did you mean {1}?': '{1} oder was? {0} gibt es nicht',
  '{0} or {1}': '{0} oder {1}',
  nothing: 'nichts',
  '{0} test of {1}': '{0} Test von {1}',
  '{0} tests of {1}': '{0} Tests von {1}',
};

describe('a message', () => {
  afterEach(() => speak('en', {}));

  const cases: readonly (readonly [message: Message, english: string, german: string])[] = [
    [say('nothing'), 'nothing', 'nichts'],
    [say('{0} of {1}', 1, 2), '1 of 2', '1 of 2'],
    [
      say('{0} is not defined in any document. Did you mean {1}?', 'REQ-9', anyOf(['REQ-1', 'REQ-2', 'REQ-3'])),
      'REQ-9 is not defined in any document. Did you mean REQ-1 or REQ-2 or REQ-3?',
      'REQ-1 oder REQ-2 oder REQ-3 oder was? REQ-9 gibt es nicht',
    ],
    // A value is text of the repository: neither a template nor something to be translated.
    [say('"{0}" {1}', '{1} nothing', say('nothing')), '"{1} nothing" nothing', '"{1} nothing" nichts'],
    [say('{0}', 'nothing'), 'nothing', 'nothing'],
    [say('write {a,b} for {0} and {0}', 'x'), 'write {a,b} for x and x', 'write {a,b} for x and x'],
    [say('{0}', allOf([say('nothing'), 'x'])), 'nothing and x', 'nichts and x'],
    [sayMany('{0} test of {1}', '{0} tests of {1}', 1, say('nothing')), '1 test of nothing', '1 Test von nichts'],
    [sayMany('{0} test of {1}', '{0} tests of {1}', 0, 7), '0 tests of 7', '0 Tests von 7'],
    [sayMany('{0} test of {1}', '{0} tests of {1}', 11, 1), '11 tests of 1', '11 Tests von 1'],
  ];
  for (const [message, english, german] of cases) {
    it(`is shown in English, and as the bundle has it: ${english}`, () => {
      assert.equal(inEnglish(message), english);
      assert.equal(localised(message), english);
      speak('de', BUNDLE);
      assert.equal(localised(message), german);
      assert.equal(inEnglish(message), english);
    });
  }
});

describe('a message about a number of things', () => {
  afterEach(() => speak('en', {}));

  const polish = { '{0} test': '{0} test', '{0} tests': '{0} testu', '{0} tests [few]': '{0} testy', '{0} tests [many]': '{0} testów' };
  const cases: readonly (readonly [language: string, contents: Readonly<Record<string, string>>, said: readonly string[]])[] = [
    ['pl', polish, ['0 testów', '1 test', '2 testy', '5 testów', '22 testy']],
    ['zh-cn', { '{0} test': 'wrong', '{0} tests': '{0} 个测试' }, ['0 个测试', '1 个测试', '2 个测试', '5 个测试', '22 个测试']],
    // What a translation does not have yet is said in the form that it has.
    ['pl', { '{0} test': '{0} test', '{0} tests': '{0} testu' }, ['0 testu', '1 test', '2 testu', '5 testu', '22 testu']],
    ['no language', {}, ['0 tests', '1 test', '2 tests', '5 tests', '22 tests']],
  ];
  for (const [language, contents, said] of cases) {
    it(`takes the form that ${language} asks for: ${said.join(', ')}`, () => {
      speak(language, contents);
      assert.deepEqual(
        [0, 1, 2, 5, 22].map((number) => localised(sayMany('{0} test', '{0} tests', number))),
        said,
      );
    });
  }
});
