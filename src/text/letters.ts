/** Begins with a capital letter. */
export const UPPER = /^\p{Lu}/u
/** Begins with a capital letter and a small one. */
export const CAPITALISED = /^\p{Lu}\p{Ll}/u
/** Begins with a small letter. */
export const LOWER = /^\p{Ll}/u
