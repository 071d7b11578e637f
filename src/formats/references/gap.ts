/**
 * A blank within a line, as a piece of an expression. All that is white space but line ends would say it too, but with the case ignored such a class takes
 * milliseconds to compile each time that it is in an expression.
 */
export const GAP = String.raw`[ \t\u{a0}\u{3000}]`;
