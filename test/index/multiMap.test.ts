import assert from 'node:assert/strict';
import { MultiMap } from '../../src/index/multiMap.ts';

describe('MultiMap', () => {
  it('holds none, one and several values of a key, each once', () => {
    const map = new MultiMap<string, string>();
    assert.deepEqual([...map.get('a')], []);
    map.add('a', 'x');
    map.add('a', 'x');
    assert.deepEqual([...map.get('a')], ['x']);
    map.add('a', 'y');
    map.add('a', 'x');
    assert.deepEqual([...map.get('a')].sort(), ['x', 'y']);
  });

  it('forgets a key with its last value', () => {
    const map = new MultiMap<string, string>();
    for (const value of ['x', 'y']) map.add('a', value);
    map.add('b', 'x');
    map.delete('a', 'z');
    map.delete('b', 'z');
    map.delete('c', 'x');
    map.delete('a', 'x');
    assert.deepEqual([[...map.get('a')], map.has('a'), map.has('b')], [['y'], true, true]);
    map.delete('a', 'y');
    map.delete('b', 'x');
    assert.deepEqual([map.has('a'), map.has('b')], [false, false]);
  });
});
