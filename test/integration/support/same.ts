import {AssertionError} from 'node:assert'
import {makePlace, type Place, removePlace} from '../../support/place.ts'
import {type Result, run} from '../../support/run.ts'
import type {Terminal} from '../../support/terminal.ts'
import {noteCalls} from './calls.ts'
import {cloudEnv, cloudName} from './cloud.ts'
import {type Mask, masked} from './masks.ts'
import {openstack} from './openstack.ts'

export const LIST_FORMATS = ['table', 'json', 'yaml', 'csv', 'value'] as const
export const SHOW_FORMATS = ['table', 'json', 'yaml', 'shell', 'value'] as const

/**
 * Enough for one command: the format for people, and the values with their types. same.test.ts compares the other formats
 * once. On a sandbox only its responses are compared, which json shows.
 */
const COMMAND_FORMATS = cloudName() === 'sandbox' ? ['json'] : ['table', 'json']

export interface SameOptions {
  /** Once in each of these with `-f`; `list` and `show` mean table and json, on a sandbox json. Default: once as the line says. */
  formats?: 'list' | 'show' | readonly string[]
  /** What differs from one run to the next. */
  masks?: readonly Mask[]
  /** For commands that change something: runs between the two, which then run one after the other, openstack last. */
  undo?: () => Promise<unknown>
  /** Never two of them at once, because the cloud refuses the second one: Heat locks a stack that it exports. */
  oneAtATime?: boolean
  cloud?: string
  env?: Readonly<Record<string, string | undefined>>
  stdin?: string
  cwd?: string
  terminal?: Terminal
  /** Of openstack's plugins only those of these services. */
  plugins?: readonly string[]
  /** osc's caches; default: a place of its own. */
  place?: Place
  /** Rows come in no order of their own: compare them sorted. */
  unordered?: boolean
}

export interface Pair {
  osc: Result
  openstack: Result
}

/** Both clients print the same bytes for the same line on the same cloud, and both succeed or both fail. */
export async function same(argv: readonly string[], options: SameOptions = {}): Promise<Pair[]> {
  const place = options.place ?? makePlace()
  try {
    const all = lines(argv, options.formats)
    if (options.undo || options.oneAtATime) return await inTurn(all, (line) => compareInTurn(line, options, place))
    // The first osc fills the caches; the others wait for it and share them. openstack keeps nothing to wait for.
    const [first = []] = all
    const filled = runOsc(first, options, place)
    return await Promise.all(
      all.map(async (line) => {
        const theirs = runOpenstack(line, options, place)
        const ours = line === first ? filled : filled.then(() => runOsc(line, options, place))
        const [osc, openstack] = await Promise.all([ours, theirs])
        return compared(line, {osc, openstack}, options)
      }),
    )
  } finally {
    if (!options.place) removePlace(place)
  }
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}

function lines(argv: readonly string[], formats: SameOptions['formats']): string[][] {
  if (formats === undefined) return [[...argv]]
  const names = formats === 'list' || formats === 'show' ? COMMAND_FORMATS : formats
  return names.map((name) => [...argv, '-f', name])
}

async function compareInTurn(line: readonly string[], options: SameOptions, place: Place): Promise<Pair> {
  const osc = await runOsc(line, options, place)
  await options.undo?.()
  return compared(line, {osc, openstack: await runOpenstack(line, options, place)}, options)
}

const runOsc = (line: readonly string[], options: SameOptions, place: Place): Promise<Result> =>
  run(line, {...runOptions(options, place), record: noteCalls})

const runOpenstack = (line: readonly string[], options: SameOptions, place: Place): Promise<Result> =>
  openstack(line, {...runOptions(options, place), plugins: options.plugins})

const runOptions = ({cloud, env, stdin, cwd, terminal}: SameOptions, place: Place) => ({
  // Colors are osc's own.
  env: {...cloudEnv(cloud), NO_COLOR: '1', ...env},
  stdin,
  cwd,
  place,
  terminal: terminal && onlyStdout(terminal),
})

const onlyStdout = (terminal: Terminal): Terminal => ({...terminal, streams: ['stdout']})

function compared(argv: readonly string[], pair: Pair, {masks = [], unordered = false}: SameOptions): Pair {
  const {osc, openstack: theirs} = pair
  const line = argv.join(' ')
  if ((osc.status === 0) !== (theirs.status === 0)) {
    fail(`${line}: one of them failed`, outcome(osc), outcome(theirs))
  }
  if (masks.length === 0 && !unordered && osc.bytes.equals(theirs.bytes)) return pair
  const read = (result: Result) => {
    // Bytes that are not UTF-8 must stay different where they are different.
    const text = masked(result.bytes.toString('latin1'), masks)
    return unordered ? text.split('\n').sort().join('\n') : text
  }
  const [actual, expected] = [read(osc), read(theirs)]
  if (actual !== expected) fail(`${line}: ${firstDifference(actual, expected)}`, show(actual), show(expected))
  return pair
}

const outcome = ({status, signal, stdout, stderr}: Result) =>
  `status ${status ?? signal}\nstdout:\n${stdout}\nstderr:\n${stderr}`

const show = (latin1: string) => Buffer.from(latin1, 'latin1').toString()

function firstDifference(actual: string, expected: string): string {
  const [ours, theirs] = [actual.split('\n'), expected.split('\n')]
  const at = ours.findIndex((text, place) => text !== theirs[place])
  const place = at < 0 ? ours.length : at
  const shownLine = (text: string | undefined) => (text === undefined ? 'nothing' : JSON.stringify(show(text)))
  return `line ${place + 1} is ${shownLine(ours[place])}, openstack has ${shownLine(theirs[place])}`
}

/** mocha shows `actual` against `expected` line by line. */
function fail(message: string, actual: string, expected: string): never {
  throw new AssertionError({message, actual, expected, operator: 'strictEqual'})
}
