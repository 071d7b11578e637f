import assert from 'node:assert/strict';
import { isDay } from '../../src/text/day.ts';

describe('isDay', () => {
  for (const day of ['2027-03-31', '2024-02-29', '2000-02-29', '1582-10-10', '0099-01-01', '0000-02-29', '9999-12-31']) {
    it(`${day} is a day`, () => assert.equal(isDay(day), true));
  }
  for (const text of [
    '2027-02-29',
    '1900-02-29',
    '2027-04-31',
    '2027-00-10',
    '2027-13-01',
    '2027-01-00',
    '27-01-01',
    '2027-1-1',
    '+002027-01-01',
    '2027-01-01T00:00:00Z',
    '2027-01-01\n',
    ' 2027-01-01',
    '',
  ]) {
    it(`${JSON.stringify(text)} is not a day`, () => assert.equal(isDay(text), false));
  }
});
