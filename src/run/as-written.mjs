// A hook behind tsx that takes back what its compiler does for the sake of others and V8 pays for. All it puts in has the length of what it replaces, so that
// source maps stay right.

// The name of each function is written into it whenever the function is made, inner ones thousands of times a sentence and 2 µs each; nobody reads those names.
const NAMING = 'var __name=(target,value)=>__defProp(target,"name",{value,configurable:true});'
const UNNAMED = 'var __name=target=>target;'
// A pattern with \p{…} becomes `new RegExp`: inside a function that costs five times what the test does.
const MADE_PATTERN = /new RegExp\(("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`),"([a-z]*)"\)/g

export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context)
  if (!url.endsWith('.ts') || !loaded.source) return loaded
  const source = String(loaded.source).replace(NAMING, UNNAMED.padEnd(NAMING.length))
  return { ...loaded, source: source.replace(MADE_PATTERN, asLiteral) }
}

/** `new RegExp("^\\p{Lu}","u")` as `/^\p{Lu}/u`; as it is where that is longer. */
function asLiteral(made, quoted, flags) {
  const pattern = quoted.slice(1, -1).replace(/\\(.)/g, (pair, letter) => (/[\\"'`$]/.test(letter) ? letter : pair))
  const literal = `/${pattern.replace(/\\.|\//g, (part) => (part === '/' ? '\\/' : part))}/${flags}`
  return literal.length > made.length || /\n/.test(literal) ? made : literal.padEnd(made.length)
}
