import { boil } from '../src/kettle.ts';

it('HEAT-01 boils what is in it', () => expect(boil(1)).toBe(100));
it('HEAT-02 stays cold when it is empty', () => expect(boil(0)).toBe(20));
