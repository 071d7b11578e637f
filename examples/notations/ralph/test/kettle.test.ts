import { boil } from '../src/kettle.ts';

it('US-001/AC1 boils what is in it', () => expect(boil(1)).toBe(100));
it('US-001/AC2 stays cold when it is empty', () => expect(boil(0)).toBe(20));
