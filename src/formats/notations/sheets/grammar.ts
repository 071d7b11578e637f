/** The name of the notation. */
export const SHEETS = 'sheets';
