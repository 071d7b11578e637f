import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boil } from '../src/kettle.js';

//= docs/kettle.md#boiling
//# A kettle that is switched on MUST bring its water
//# to 100 °C.
test('boils', () => assert.equal(boil({ temperature: 20 }).temperature, 100));

//= docs/kettle.md#boiling
//# It SHOULD whistle
test('peeps', () => assert.equal(boil({}).sound, 'peep'));
