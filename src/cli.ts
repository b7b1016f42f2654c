import { Command } from 'commander'
import { register as extract } from './commands/extract.ts'
import { programVersion } from './kit.ts'

/** Each command's module is loaded when it is called, so that start-up stays short. */
const program = new Command('wiregraph')
  .description('Reads news articles into a knowledge graph with provenance.')
  .version(programVersion())
extract(program)
await program.parseAsync()
