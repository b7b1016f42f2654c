#!/usr/bin/env node
// The installed command: the TypeScript sources are run as they are, by tsx.
import { register } from 'tsx/esm/api'

register()
await import('../src/cli.ts')
