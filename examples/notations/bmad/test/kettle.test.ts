import { boil } from '../src/kettle.ts';

describe('STORY-1.1', () => {
  it('AC1 boils what is in it', () => expect(boil(1)).toBe(100));
});
