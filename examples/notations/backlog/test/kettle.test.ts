import { boil } from '../src/kettle.ts';

it('TASK-1/AC1 boils what is in it', () => expect(boil(1)).toBe(100));
it('TASK-1/AC2 stays cold when it is empty', () => expect(boil(0)).toBe(20));
