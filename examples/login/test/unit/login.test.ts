import assert from 'node:assert/strict';
import { it } from 'node:test';

import { greeting, hashOf, login } from '../../src/login.ts';

const ada = () => ({ name: 'Ada', salt: 'pepper', hash: hashOf('right', 'pepper'), failures: 0 });

it('REQ-1/AC1 refuses a wrong password', () => {
  assert.equal(login(ada(), 'wrong'), 'refused');
  assert.equal(login(ada(), 'right'), 'welcome');
});

it('REQ-1/AC2 locks the account after five wrong passwords', () => {
  const account = ada();
  for (let attempt = 0; attempt < 5; attempt++) login(account, 'wrong');
  assert.equal(login(account, 'right'), 'locked');
});

it('REQ-2/AC1 greets by name', () => {
  assert.equal(greeting(ada()), 'Good to see you, Ada');
});
