import { boil } from '../src/kettle.ts';

// @verifies kettle#kettle/filled
it('boils what is in it', () => expect(boil(1)).toBe(100));

// @verifies kettle#kettle/empty
it('stays cold when it is empty', () => expect(boil(0)).toBe(20));
