// A worker thread starts as plain JavaScript: on Node 20 the loader of the main thread does not reach it, so it registers its own.
import './register.mjs'
import { workerData } from 'node:worker_threads'

await import(workerData.script)
