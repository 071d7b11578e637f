import assert from 'node:assert/strict';
import { isSourceFile } from '../../../src/formats/evidence/sourceFile.ts';

describe('isSourceFile', () => {
  const cases: readonly (readonly [name: string, expected: boolean])[] = [
    ['test/orders.test.ts', true],
    ['test\\orders.PY', true],
    ['orders.spec.js', true],
    ['orders_test.go', true],
    ['test_orders.py', true],
    ['test_orders.rb', false],
    ['orders.ts', false],
    ['com.shop.orders.java', false],
    ['a/b.txt', false],
    ['orders/takes <b>.ts', false],
    ['com.shop.Orders', false],
    [`a/${'x'.repeat(1000)}.ts`, false],
  ];
  for (const [name, expected] of cases) it(name.slice(0, 40), () => assert.equal(isSourceFile(name), expected));
});
