/** Length of a pin in hex digits. */
export const PIN_LENGTH = 6;
/** The hex digits of a pin, without its mark. */
export const PIN_DIGITS = `[0-9a-f]{${PIN_LENGTH}}`;
/** A pin behind a reference: `~3f2a9c`. */
export const PIN = `~${PIN_DIGITS}(?![0-9A-Za-z])`;

const PIN_AT_END = new RegExp(`~${PIN_DIGITS}$`, 'u');

/** A reference with another pin, or its first: `withPin('IP-1/AC2~000000', '3f2a9c')` is `IP-1/AC2~3f2a9c`. */
export function withPin(reference: string, pin: string): string {
  return `${reference.replace(PIN_AT_END, '')}~${pin}`;
}
