import { Command } from 'commander'
import { register as analyze } from './commands/analyze.ts'
import { register as build } from './commands/build.ts'
import { register as claims } from './commands/claims.ts'
import { register as conflicts } from './commands/conflicts.ts'
import { register as dump } from './commands/dump.ts'
import { register as entity } from './commands/entity.ts'
import { register as evidence } from './commands/evidence.ts'
import { register as explain } from './commands/explain.ts'
import { register as exportGraph } from './commands/export.ts'
import { register as extract } from './commands/extract.ts'
import { register as judge } from './commands/judge.ts'
import { register as load } from './commands/load.ts'
import { register as openie } from './commands/openie.ts'
import { register as query } from './commands/query.ts'
import { register as remove } from './commands/remove.ts'
import { register as serve } from './commands/serve.ts'
import { register as verify } from './commands/verify.ts'
import { programVersion } from './home.ts'
import { printable } from './view/terminal.ts'

/** Each command's module is loaded when it is called, so that start-up stays short. */
const COMMANDS = [
  build,
  extract,
  load,
  entity,
  claims,
  evidence,
  conflicts,
  serve,
  judge,
  query,
  explain,
  analyze,
  openie,
  verify,
  dump,
  remove,
  exportGraph,
]

const program = new Command('wiregraph')
  .description(
    'Reads news articles into a knowledge graph in which every claim leads back to its sentence, its speaker and its publisher.',
  )
  .version(programVersion())
  .showHelpAfterError('Try `wiregraph --help`, or `wiregraph COMMAND --help`.')
  .addHelpText(
    'after',
    `
Exit codes: 0 all done; 1 failed or called wrongly; 3 some inputs were skipped, the rest was done; 4 nothing could be read; 130 stopped by Ctrl-C.`,
  )
for (const register of COMMANDS) register(program)

/** What a person can mend (also a full disk, a missing right) is told in a sentence; anything else is a defect and shows where it happened. */
const EXPECTED = new Set(['InputError', 'StoreError', 'WorkerStartError'])

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0) // `wiregraph dump | head`
  process.stderr.write(`wiregraph: cannot write the output: ${error.message}\n`)
  process.exit(1)
})
try {
  await program.parseAsync()
} catch (error) {
  const { name, message, stack, syscall } = error as NodeJS.ErrnoException
  const isExpected = EXPECTED.has(name) || syscall !== undefined
  process.stderr.write(`wiregraph: ${printable(isExpected ? message : (stack ?? message))}\n`)
  process.exitCode = 1
}
