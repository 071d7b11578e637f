import { boil } from '../src/kettle.ts';

it('FR-1 FR-5/AC1 boils what is in it', () => expect(boil(1)).toBe(100));
it('FR-2 stays cold when it is empty', () => expect(boil(0)).toBe(20));
