/** What node --test says of tests that the patterns or the `only` of a run leave out, in its JUnit XML and its TAP: `test name does not match pattern`. */
export const NODE_LEFT_OUT = /^(?:test name does not match pattern|'only' option not set)/u;
