import { press } from '../src/kettle.ts';

// [utest->dsn~switch~1]
it('closes the circuit', () => {
  if (press() !== 'on') throw new Error('open');
});
