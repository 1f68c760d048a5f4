import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {repository} from '../test/support/program.ts'

/** What one run of a command cost. */
export interface Cost {
  status: number
  /** By the clock. */
  seconds: number
  /** User and system time together. */
  cpu: number
  /** KiB of memory at the highest. */
  rss: number
  stderr: string
}

export interface Measure {
  /** Fails when the command does not end with `status`, which is 0 unless said otherwise. */
  run: (argv: readonly string[], env: Readonly<Record<string, string>>, status?: number) => Promise<Cost>
  stop: () => void
}

/** Node cannot ask the kernel what a child used; Python can. */
export function startMeasure(): Measure {
  const child = spawn('/usr/bin/python3', ['-E', '-s', join(repository, 'bench/measure.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  return {
    async run(argv, env, status = 0) {
      child.stdin.write(`${JSON.stringify({argv, env})}\n`)
      const {value} = await lines.next()
      if (typeof value !== 'string') throw new Error('bench/measure.py ended.')
      const cost = JSON.parse(value) as Cost
      if (cost.status !== status) throw new Error(`${argv.join(' ')} ended with status ${cost.status}:\n${cost.stderr}`)
      return cost
    },
    stop: () => child.stdin.end(),
  }
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = Number.NaN, high = Number.NaN] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]]
  return (low + high) / 2
}
