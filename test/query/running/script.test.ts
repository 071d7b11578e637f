import assert from 'node:assert/strict';
import { optionsOf, scriptOf, watches } from '../../../src/query/running/project/script.ts';

describe('A script of package.json', () => {
  const cases: readonly [scripts: Readonly<Record<string, unknown>>, program: RegExp, found: string | undefined][] = [
    [{ test: 'mocha test' }, /^mocha$/u, 'test: mocha test []'],
    [{ lint: 'mocha x', test: 'mocha y' }, /^mocha$/u, 'test: mocha y []'],
    [{ 'test:unit': 'npx mocha y', build: 'mocha' }, /^mocha$/u, 'test:unit: npx mocha y []'],
    [
      { test: 'node --import tsx ./node_modules/.bin/mocha' },
      /^mocha$/u,
      'test: node --import tsx ./node_modules/.bin/mocha [--import tsx]',
    ],
    [{ test: 'tsc -p . && A="b c" mocha' }, /^mocha$/u, 'test: A="b c" mocha [] A=b c'],
    [{ test: 'A=$(rm) mocha' }, /^mocha$/u, 'test: A=$(rm) mocha []'],
    [{ test: 3 }, /^mocha$/u, undefined],
    [{ test: 'mochawesome' }, /^mocha$/u, undefined],
  ];
  for (const [scripts, program, found] of cases)
    it(`says how ${JSON.stringify(scripts)} starts it`, () => {
      const script = scriptOf(scripts, program);
      const told = script && [
        `${script.name}: ${script.text} [${script.nodeOptions.join(' ')}]`,
        ...Object.entries(script.environment).map(([name, value]) => `${name}=${value}`),
      ];
      assert.equal(told?.join(' '), found);
    });

  it('hands on options that hold for every run, and nothing that only a shell understands', () => {
    const kept = { '-c': true, '--globals': false } as const;
    assert.deepEqual(optionsOf(['run', '-c', 'a.ts', '--globals', '--watch'], kept), ['-c', 'a.ts', '--globals']);
    assert.deepEqual(optionsOf(['-c=a.ts', '-c', '$(x)', '-c'], kept), ['-c=a.ts']);
  });

  it('that waits for changes is told from one that ends', () => {
    const words = [
      'vitest watch',
      'jest --watchAll',
      'nodemon x',
      'node --watch --test',
      'vitest --watch=false',
      'npm test -w a',
      'mocha --ui tdd',
    ];
    assert.deepEqual(words.filter(watches), words.slice(0, 4));
  });
});
