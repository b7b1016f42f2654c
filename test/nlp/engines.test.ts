import { createEngine } from '../../src/nlp/create-engine.ts'
import { engineContract } from '../contract/engine.contract.ts'

engineContract('the encoder', () => createEngine({ engine: 'encoder' }))
engineContract('the fast engine', () => createEngine({ engine: 'fast' }))
