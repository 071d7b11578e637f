import { boil } from '../src/kettle.ts';

it('SCOPE-1 boils what is in it', () => expect(boil(1)).toBe(100));
it('SCOPE-2 stays cold when it is empty', () => expect(boil(0)).toBe(20));
