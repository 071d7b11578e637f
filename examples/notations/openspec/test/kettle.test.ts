import { boil } from '../src/kettle.ts';

// @verifies kettle#boil/filled
it('boils what is in it', () => expect(boil(1)).toBe(100));
