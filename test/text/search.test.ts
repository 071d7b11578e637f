import assert from 'node:assert/strict';
import { lastWhere } from '../../src/text/search.ts';

describe('lastWhere', () => {
  it('finds the last of any number of places', () => {
    for (let length = 0; length < 20; length += 1)
      for (let last = -1; last < length; last += 1)
        assert.equal(
          lastWhere(length, (at) => at <= last),
          last,
          `${last} of ${length}`,
        );
  });

  it('looks at few of them', () => {
    let looks = 0;
    lastWhere(1_000_000, (at) => {
      looks += 1;
      return at < 3;
    });
    assert.ok(looks <= 20, `${looks} looks`);
  });
});
