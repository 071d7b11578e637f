/** What a carrier tells about a parcel; `at` in milliseconds since 1970. */
export interface TrackingEvent {
  readonly id: string;
  readonly at: number;
  readonly text: string;
}

// @implements IP-1.3.1/AC2~000000, IP-1.3.1/AC3
export function addEvent(known: readonly TrackingEvent[], event: TrackingEvent): readonly TrackingEvent[] {
  if (known.some(({ id }) => id === event.id)) return known;
  return [...known, event].toSorted((a, b) => a.at - b.at);
}
