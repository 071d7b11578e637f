/** Names of all notations, in the order in which they are asked. */
export const NOTATION_NAMES: readonly string[] = ['house'];
