import { boil } from '../src/kettle.ts';

// Feature: kettle, Property 1: Nothing boils dry
it('stays cold when it is empty', () => expect(boil(0)).toBe(20));

// Feature: kettle. Validates: Requirements 1.1
it('boils what is in it', () => expect(boil(1)).toBe(100));
