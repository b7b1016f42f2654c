import type { Verification } from '../store/verify.ts'
import { oneLine, type Style } from './terminal.ts'

/** One line a promise: how many things it was checked on, and which broke it. */
export function renderVerification({ ok, checks }: Verification, style: Style): string {
  if (checks.every(({ checked }) => checked === 0)) return 'The graph is empty: there is nothing to check.'
  const width = Math.max(...checks.map(({ checked }) => checked.toLocaleString('en').length))
  const lines = checks.map(({ name, checked, broken }) => {
    const mark = broken.length === 0 ? style.good('✓') : style.warn('✗')
    const wrong = broken.length === 0 ? '' : style.warn(`   not so: ${broken.map(oneLine).join(', ')}`)
    return `${mark} ${checked.toLocaleString('en').padStart(width)}  ${name}${wrong}`
  })
  return [...lines, '', ok ? style.good('All of it holds.') : style.warn('The graph is not whole.')].join('\n')
}
