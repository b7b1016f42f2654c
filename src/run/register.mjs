// What every thread starts with, as plain JavaScript: TypeScript is run as it is, by tsx, and V8 is told to make less machine code.
import { register } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { register as registerTsx } from 'tsx/esm/api'

// Of the first 50,000 words half the time went into optimising functions, some of them several times: twice as much is run before one is, and less is copied into it.
// A flag that it does not know V8 tells the user of, so only Node 20 is told, whose flags these are.
if (process.versions.node.startsWith('20.'))
  setFlagsFromString('--interrupt-budget=270000 --max-inlined-bytecode-size-cumulative=300')
registerTsx()
register('./as-written.mjs', import.meta.url)
