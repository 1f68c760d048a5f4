import {cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {makeFolder} from '#files/make-folder'
import type {Sink} from '#output/types'
import {isLocked, lockPlugins} from '#plugins/installing/lock'

const STAGE = '.stage-'
const PREVIOUS = '.previous'
const PARTS = ['package-lock.json', 'packages', 'trust.json', 'package.json']

/**
 * Changes the user's plugins all at once or not at all: `work` is done on a copy of them, which takes their place when it
 * succeeds. Whoever is interrupted leaves the old ones as they were; who comes second waits.
 */
export async function changePlugins<T>(
  {dataDir, signal, stderr}: {dataDir: string; signal: AbortSignal; stderr: Sink},
  work: (stage: string) => Promise<T>,
): Promise<T> {
  makeFolder(dataDir, 0o700)
  const waiting = (pid: number) =>
    stderr.write(`Waiting for another osc (process ${pid}) that is changing the plugins.\n`)
  const release = await lockPlugins(dataDir, {signal, waiting})
  const stage = join(dataDir, `${STAGE}${process.pid}`)
  try {
    bringBack(dataDir)
    for (const name of readdirSync(dataDir)) if (name.startsWith(STAGE)) drop(join(dataDir, name))
    mkdirSync(stage)
    for (const part of ['node_modules', ...PARTS]) copy(join(dataDir, part), join(stage, part))
    const result = await work(stage)
    signal.throwIfAborted()
    swap(stage, dataDir)
    return result
  } finally {
    drop(stage)
    release()
  }
}

/** Nothing is awaited between these: only a kill can come in between, and `bringBack` repairs that. */
function swap(stage: string, dataDir: string): void {
  const [modules, previous] = [join(dataDir, 'node_modules'), join(dataDir, PREVIOUS)]
  if (existsSync(modules)) renameSync(modules, previous)
  if (existsSync(join(stage, 'node_modules'))) renameSync(join(stage, 'node_modules'), modules)
  for (const part of PARTS) {
    if (!existsSync(join(stage, part))) continue
    // A folder is not replaced by a rename; what is in it only ever grows, under names of their own.
    if (part === 'packages') cpSync(join(stage, part), join(dataDir, part), {recursive: true})
    else renameSync(join(stage, part), join(dataDir, part))
  }
  drop(previous)
}

function bringBack(dataDir: string): void {
  const [modules, previous] = [join(dataDir, 'node_modules'), join(dataDir, PREVIOUS)]
  if (!existsSync(previous)) return
  if (existsSync(modules)) drop(previous)
  else renameSync(previous, modules)
}

/**
 * Puts the plugins back when a process was killed while it replaced them; leaves alone one that is still doing so. Where that
 * cannot be, the plugins are reported as missing.
 */
export function recoverPlugins(dataDir: string): void {
  if (!existsSync(join(dataDir, PREVIOUS)) || isLocked(dataDir)) return
  try {
    bringBack(dataDir)
  } catch {
    // Not ours to write.
  }
}

function copy(from: string, to: string): void {
  if (existsSync(from)) cpSync(from, to, {recursive: true, verbatimSymlinks: true})
}

const drop = (path: string) => rmSync(path, {recursive: true, force: true})
