import {type ChildProcess, spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {cleanEnv, makePlace, removePlace} from '../../support/place.ts'
import {repository} from '../../support/program.ts'
import {type Result, type RunOptions, runProgram} from '../../support/run.ts'
import {cloudEnv} from './cloud.ts'

export const OPENSTACK = '/usr/bin/openstack'

export interface OpenstackOptions extends RunOptions {
  /** Start the real program, two seconds of it, instead of a fork of the one that is loaded already. */
  ownProcess?: boolean | undefined
  /** Of the plugins that are installed only those of these services: `orchestration`. A fork can do that. */
  plugins?: readonly string[] | undefined
}

export const hasOpenstack = (): boolean => existsSync(OPENSTACK)

/**
 * Debian's openstack, on the cloud under test. One Python process has everything loaded and forks for each command, so
 * it costs a tenth of a real start; OSC_TEST_OPENSTACK=process makes every command a real start.
 */
export async function openstack(argv: readonly string[], options: OpenstackOptions = {}): Promise<Result> {
  const place = options.place ?? makePlace()
  const env = {...cloudEnv(), ...options.env}
  const {timeout = 60_000} = options
  try {
    const forked = process.env.OSC_TEST_OPENSTACK !== 'process' || options.plugins
    if (options.ownProcess || options.record || !forked) {
      return await runProgram([OPENSTACK, ...argv], {...options, env, place})
    }
    const result = await driver().run({
      argv,
      env: cleanEnv(place, env),
      cwd: options.cwd ?? place.work,
      stdin: Buffer.from(options.stdin ?? '').toString('base64'),
      terminal: options.terminal ? [options.terminal.width ?? 80, options.terminal.height ?? 24] : null,
      timeout: Math.ceil(timeout / 1000),
      plugins: options.plugins ?? null,
    })
    if (result.signal !== 'SIGALRM') return result
    throw new Error(`openstack ${argv.join(' ')}: not done after ${timeout} ms.\n${result.stdout}\n${result.stderr}`)
  } finally {
    if (!options.place) removePlace(place)
  }
}

interface Request {
  argv: readonly string[]
  env: Readonly<Record<string, string>>
  cwd: string
  stdin: string
  terminal: readonly [number, number] | null
  timeout: number
  plugins: readonly string[] | null
}

interface Answer {
  id: number
  status: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

interface Driver {
  run(request: Request): Promise<Result>
}

let started: Driver | undefined

function driver(): Driver {
  started ??= startDriver()
  return started
}

function startDriver(): Driver {
  const file = join(repository, 'test/integration/support/openstack_driver.py')
  const child = spawn('/usr/bin/python3', ['-E', '-s', file], {
    env: {PATH: '/usr/bin:/bin', LANG: 'C.UTF-8'},
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const waiting = new Map<number, {resolve: (answer: Answer) => void; reject: (error: Error) => void}>()
  const settle = (id: number) => {
    const request = waiting.get(id)
    waiting.delete(id)
    // An idle driver must not keep the test run alive; it ends with its stdin.
    if (waiting.size === 0) hold(child, false)
    return request
  }
  createInterface(child.stdout).on('line', (line) => {
    const answer = JSON.parse(line) as Answer
    settle(answer.id)?.resolve(answer)
  })
  const fail = (error: Error) => {
    started = undefined
    for (const id of [...waiting.keys()]) settle(id)?.reject(error)
  }
  child.once('error', fail)
  child.once('exit', (status, signal) => fail(new Error(`The openstack driver ended (${signal ?? status}).`)))
  child.stdin.on('error', fail)
  let last = 0
  return {
    async run(request) {
      last += 1
      const id = last
      const answered = new Promise<Answer>((resolve, reject) => waiting.set(id, {resolve, reject}))
      hold(child, true)
      child.stdin.write(`${JSON.stringify({id, ...request})}\n`)
      const {status, signal, stdout, stderr} = await answered
      const bytes = Buffer.from(stdout, 'base64')
      return {status, signal, bytes, stdout: bytes.toString(), stderr: Buffer.from(stderr, 'base64').toString()}
    },
  }
}

function hold(child: ChildProcess, on: boolean): void {
  for (const handle of [child, child.stdin, child.stdout] as {ref(): void; unref(): void}[]) {
    if (on) handle.ref()
    else handle.unref()
  }
}
