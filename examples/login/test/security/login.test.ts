import assert from 'node:assert/strict';
import { it } from 'node:test';

import { hashOf, login } from '../../src/login.ts';

// @verifies REQ-1/AC1
it('takes no password for another that begins alike', () => {
  const account = { name: 'Ada', salt: 'pepper', hash: hashOf('right', 'pepper'), failures: 0 };
  for (const password of ['', 'r', 'right ', 'RIGHT']) assert.equal(login(account, password), 'refused');
});
