import assert from 'node:assert/strict';
import * as l10n from '@vscode/l10n';
import type { Message } from '../../src/model/message.ts';
import { allOf, anyOf, inEnglish, say } from '../../src/model/message.ts';
import { localised } from '../../src/text/words/localised.ts';

const BUNDLE = {
  'No document defines {0}; did you mean {1}?': '{1} oder was? {0} gibt es nicht',
  '{0} or {1}': '{0} oder {1}',
  nothing: 'nichts',
};

describe('a message', () => {
  afterEach(() => l10n.config({ contents: {} }));

  const cases: readonly (readonly [message: Message, english: string, german: string])[] = [
    [say('nothing'), 'nothing', 'nichts'],
    [say('{0} of {1}', 1, 2), '1 of 2', '1 of 2'],
    [
      say('No document defines {0}; did you mean {1}?', 'REQ-9', anyOf(['REQ-1', 'REQ-2', 'REQ-3'])),
      'No document defines REQ-9; did you mean REQ-1 or REQ-2 or REQ-3?',
      'REQ-1 oder REQ-2 oder REQ-3 oder was? REQ-9 gibt es nicht',
    ],
    // A value is text of the repository: neither a template nor something to be translated.
    [say('"{0}" {1}', '{1} nothing', say('nothing')), '"{1} nothing" nothing', '"{1} nothing" nichts'],
    [say('{0}', 'nothing'), 'nothing', 'nothing'],
    [say('write {a,b} for {0} and {0}', 'x'), 'write {a,b} for x and x', 'write {a,b} for x and x'],
    [say('{0}', allOf([say('nothing'), 'x'])), 'nothing and x', 'nichts and x'],
  ];
  for (const [message, english, german] of cases) {
    it(`is shown in English, and as the bundle has it: ${english}`, () => {
      assert.equal(inEnglish(message), english);
      assert.equal(localised(message), english);
      l10n.config({ contents: BUNDLE });
      assert.equal(localised(message), german);
      assert.equal(inEnglish(message), english);
    });
  }
});
