//= docs/kettle.md#boiling
//# A kettle that is switched on MUST bring its water to 100 °C.
export function boil(water) {
  //= docs/kettle.md#boiling
  //# It SHOULD whistle when the water boils.
  return { ...water, temperature: 100, sound: 'peep' };
}

//= docs/kettle.md#boiling
//= type=exception
//= reason=This kettle has no thermos.
//# A kettle MAY keep the water warm.

//= docs/kettle.md#lid
//= type=todo
//= tracking-issue=12
//# The kettle MUST NOT boil while its lid is open.
