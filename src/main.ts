import {readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {runLine} from '#line/run'
import type {RunState} from '#line/run-state'
import {createSink} from '#output/sink'
import {cacheDirOf, dataDirOf, linkedAs, programOf, workingFolder} from '#process'
import {listenForStop} from '#stop-signals'
import {systemClock} from '#terminal/clock'

const HOOKS_LINGER_MS = 1000

/**
 * Runs a command line and ends the process with its exit code. `root` is the package whose `bin` was started: the core, or a
 * set that brings plugins along (`oclif.plugins` of its package.json).
 */
export async function main(argv: readonly string[], root: string): Promise<void> {
  const {aborted, exitCode} = listenForStop()
  const io = {
    root,
    linkedRoot: linkedAs(process.argv[1], root),
    coreRoot: coreRoot(),
    stdout: createSink(process.stdout),
    stderr: createSink(process.stderr, {lossy: true}),
    stdin: () => process.stdin,
    env: process.env,
    cwd: workingFolder(process.env),
    program: programOf(process.argv[1]),
    version: versionOf(coreRoot()),
    cacheDir: cacheDirOf(process.env),
    dataDir: dataDirOf(process.env),
    clock: systemClock,
    signal: aborted,
  }
  const state: RunState = {}
  const status = await runLine(argv, io, state).catch(async (error: unknown) => {
    const {report} = await import('#line/report')
    return await report(aborted.aborted ? aborted.reason : error, argv, state, io)
  })
  process.exitCode = status === EXIT_INTERRUPTED ? (exitCode() ?? status) : status
  await Promise.all([process.stdout, process.stderr].map(flushed))
  // Connections, timers and bodies that a command left open do not keep the process; what hooks left gets a little time.
  if (state.hooked) setTimeout(() => process.exit(), HOOKS_LINGER_MS).unref()
  else process.exit()
}

const EXIT_INTERRUPTED = 130

/** Resolves when everything that was written has been taken, or nobody will take it any more. */
const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    if (stream.destroyed || stream.writableLength === 0) resolve()
    else stream.write('', () => resolve())
  })

/** The folder of the core's package: this file is in `src` or, bundled, in `dist`. */
export const coreRoot = (): string => dirname(dirname(fileURLToPath(import.meta.url)))

export function versionOf(root: string): string {
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {version: string}
  return version
}
