import { type Command, InvalidArgumentError } from 'commander'
import { examples } from './examples.ts'
import type { ServeOptions } from './run-server.ts'
import { onStore } from './with-store.ts'

/** `wiregraph serve`: the graph in a browser. */
export function register(program: Command): void {
  onStore(program.command('serve'))
    .description('show the graph in your browser: search, pictures, contradictions, and every claim in its article')
    .option('--port <number>', 'where on this machine (0: any that is free)', toPort, 8137)
    .addHelpText('after', examples('serve', 'serve --store bolt://127.0.0.1:7687 --port 9000'))
    .action(async (options: ServeOptions) => {
      const { runServer } = await import('./run-server.ts')
      await runServer(options)
    })
}

function toPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return port
}
