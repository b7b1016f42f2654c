// esbuild, by which tsx runs the sources, makes `new RegExp` of every pattern with \p{…}: inside a function that costs five times what the test does.
// So such patterns have names, and stand outside of functions.

/** Begins with a capital letter. */
export const UPPER = /^\p{Lu}/u
/** Begins with a capital letter and a small one. */
export const CAPITALISED = /^\p{Lu}\p{Ll}/u
/** Begins with a small letter. */
export const LOWER = /^\p{Ll}/u
