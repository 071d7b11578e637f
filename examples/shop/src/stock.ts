/** A number of units that a basket has taken out of the free stock. */
export interface Reservation {
  readonly id: number;
  readonly article: string;
  readonly units: number;
  readonly madeAt: number;
}

/** How long a reservation lasts, in milliseconds. */
export const RESERVATION_LASTS = 30 * 60 * 1000;

/** The free and the reserved units of a warehouse. */
export class Stock {
  readonly #free = new Map<string, number>();
  readonly #reservations = new Map<number, Reservation>();
  #nextId = 1;

  constructor(units: Readonly<Record<string, number>>) {
    for (const [article, count] of Object.entries(units)) this.#free.set(article, count);
  }

  free(article: string): number {
    return this.#free.get(article) ?? 0;
  }

  reserved(article: string): number {
    let units = 0;
    for (const reservation of this.#reservations.values()) {
      if (reservation.article === article) units += reservation.units;
    }
    return units;
  }

  /**
   * Takes units out of the free stock, all of them or none.
   *
   * @implements reservation#IP-1.1.1/AC1, AC2
   */
  reserve(article: string, units: number, now: number): Reservation | undefined {
    const free = this.free(article);
    if (units > free) return undefined;
    this.#free.set(article, free - units);
    const reservation = { id: this.#nextId++, article, units, madeAt: now };
    this.#reservations.set(reservation.id, reservation);
    return reservation;
  }

  // @implements reservation#IP-1.1.1/AC3
  release(id: number): boolean {
    const reservation = this.#reservations.get(id);
    if (!reservation) return false;
    this.#reservations.delete(id);
    this.#free.set(reservation.article, this.free(reservation.article) + reservation.units);
    return true;
  }

  /** @implements IP-1.1.2/AC1 */
  expire(now: number): number {
    let ended = 0;
    for (const reservation of this.#reservations.values()) {
      if (now - reservation.madeAt >= RESERVATION_LASTS && this.release(reservation.id)) ended++;
    }
    return ended;
  }

  /**
   * Sets the free units after a count on the shelf.
   *
   * @implements IP-1.1.3/AC2
   */
  correct(article: string, counted: number): 'applied' | 'reported' {
    const reserved = this.reserved(article);
    if (counted < reserved) return 'reported';
    this.#free.set(article, counted - reserved);
    return 'applied';
  }
}
