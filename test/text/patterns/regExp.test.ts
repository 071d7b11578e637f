import assert from 'node:assert/strict';
import { escapeRegExp, literalPattern } from '../../../src/text/patterns/regExp.ts';

describe('escapeRegExp', () => {
  it('makes every ASCII character stand for itself, alone and in a class', () => {
    for (let code = 32; code < 127; code += 1) {
      const character = String.fromCodePoint(code);
      assert.match(character, new RegExp(`^${escapeRegExp(character)}$`), character);
      assert.match(character, new RegExp(`^[${escapeRegExp(character)}]$`), character);
      assert.match(character, new RegExp(`^${escapeRegExp(character)}$`, 'u'), character);
    }
  });

  it('leaves letters of any script as they are', () => {
    assert.equal(escapeRegExp('a+b (é)'), String.raw`a\+b \(é\)`);
  });
});

describe('literalPattern', () => {
  it('makes every ASCII character stand for itself outside of brackets', () => {
    for (let code = 32; code < 127; code += 1) {
      const character = String.fromCodePoint(code);
      for (const flags of ['', 'u']) assert.match(character, new RegExp(`^${literalPattern(character)}$`, flags), character);
    }
  });

  it('keeps slashes and hyphens for people to read', () => {
    assert.equal(literalPattern('docs/a-b.md (é)'), String.raw`docs/a-b\.md \(é\)`);
  });
});
