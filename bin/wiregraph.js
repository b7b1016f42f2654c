#!/usr/bin/env node
// The installed command: the TypeScript sources are run as they are, by tsx.
import '../src/run/register.mjs'

await import('../src/cli.ts')
