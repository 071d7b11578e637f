/** A text of at most so many characters, the last of them a sign where something is left out: `cutShort('Orders at rest', 8)` is `Orders…`. */
export function cutShort(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
