import {readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {InterruptedError} from '#errors'
import {runLine} from '#line/run'
import type {Situation} from '#line/situation'
import {createSink} from '#output/sink'
import {cacheDirOf, dataDirOf, linkedAs, programOf, workingFolder} from '#process'
import {systemClock} from '#terminal/clock'

const HOOKS_LINGER_MS = 1000

/**
 * A line of input in, an exit status out. `root` is the package whose `bin` was started: the core, or a set that brings
 * plugins along (`oclif.plugins` of its package.json).
 */
export async function main(argv: readonly string[], root: string): Promise<number> {
  const stop = new AbortController()
  const interrupt = () => stop.abort(new InterruptedError())
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  const stdout = createSink(process.stdout)
  const stderr = createSink(process.stderr, {lossy: true})
  const io = {
    root,
    linkedRoot: linkedAs(process.argv[1], root),
    coreRoot: coreRoot(),
    stdout,
    stderr,
    stdin: () => process.stdin,
    env: process.env,
    cwd: workingFolder(process.env),
    program: programOf(process.argv[1]),
    version: versionOf(coreRoot()),
    cacheDir: cacheDirOf(process.env),
    dataDir: dataDirOf(process.env),
    clock: systemClock,
    signal: stop.signal,
  }
  const situation: Situation = {}
  try {
    return await runLine(argv, io, situation)
  } catch (error) {
    const {report} = await import('#line/report')
    return await report(stop.signal.aborted ? stop.signal.reason : error, argv, situation, io)
  } finally {
    process.removeListener('SIGINT', interrupt)
    process.removeListener('SIGTERM', interrupt)
    // What hooks leave running gets a little time; nothing else keeps a process alive behind its command.
    if (situation.hooked) setTimeout(() => process.exit(), HOOKS_LINGER_MS).unref()
  }
}

/** The folder of the core's package: this file is in `src` or, bundled, in `dist`. */
export const coreRoot = (): string => dirname(dirname(fileURLToPath(import.meta.url)))

export function versionOf(root: string): string {
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {version: string}
  return version
}
