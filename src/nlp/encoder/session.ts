import type { InferenceSession, Tensor } from 'onnxruntime-common'

type Runtime = { readonly InferenceSession: typeof InferenceSession; readonly Tensor: typeof Tensor }

/** A loaded model: runs on one thread, natively or, where the native runtime does not load, in WebAssembly. */
export interface Session {
  readonly runtime: 'native' | 'wasm'
  run(inputs: Readonly<Record<string, Input>>, outputs: readonly string[]): Promise<Record<string, Output>>
  close(): Promise<void>
}
export interface Input {
  readonly data: Int32Array | Float32Array
  readonly dims: readonly number[]
}
export type Output = Float32Array | Int32Array

let told = false

/** Loads an ONNX model. `say` is told once when the slower runtime has to do. */
export async function openSession(
  bytes: Uint8Array,
  say: (message: string) => void = (message) => process.stderr.write(`${message}\n`),
): Promise<Session> {
  if (process.env.WIREGRAPH_RUNTIME !== 'wasm') {
    try {
      return await open('native', await import('onnxruntime-node'), bytes)
    } catch (cause) {
      if (!told)
        say(
          `The native onnxruntime does not load here (${firstLine(cause)}); reading goes on in WebAssembly, about four times slower.`,
        )
      told = true
    }
  }
  const web = await import('onnxruntime-web')
  web.env.wasm.numThreads = 1
  web.env.logLevel = 'error'
  return open('wasm', web as unknown as Runtime, bytes)
}

async function open(
  runtime: Session['runtime'],
  { InferenceSession, Tensor }: Runtime,
  bytes: Uint8Array,
): Promise<Session> {
  const session = await InferenceSession.create(bytes, {
    executionProviders: [runtime === 'native' ? 'cpu' : 'wasm'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'disabled', // train/lean.py says all; joined with the sums before them, layer norms take eight times as long (onnxruntime 1.30)
    logSeverityLevel: 3,
    // in WebAssembly weights in another order are no faster to multiply with, and take 60 MB
    ...(runtime === 'wasm' ? { extra: { session: { disable_prepacking: '1' } } } : {}),
  })
  return {
    runtime,
    run: async (inputs, outputs) => {
      const feeds = Object.entries(inputs).map(([name, { data, dims }]) => [
        name,
        new Tensor(data instanceof Int32Array ? 'int32' : 'float32', data, dims),
      ])
      const results = await session.run(Object.fromEntries(feeds), [...outputs])
      return Object.fromEntries(outputs.map((name) => [name, results[name]!.data as Output]))
    },
    close: () => session.release(),
  }
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!
