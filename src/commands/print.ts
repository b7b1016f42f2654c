import { once } from 'node:events'

/** Writes to standard output and waits while its reader is behind. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

export const printLine = (text: string): Promise<void> => print(`${text}\n`)
