// Which specs run in which suite. Mocha's configurations read it.
import {execFileSync} from 'node:child_process'
import {globSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

const root = dirname(dirname(import.meta.dirname))
const filesOf = (...patterns: string[]): string[] => globSync(patterns, {cwd: root}).sort()

/** Specs that start programs take most of the time: whatever imports this, directly or through our own files. */
const STARTS_PROCESSES = /'node:child_process'/
const IMPORT = /from '(\.{1,2}\/[^']+\.ts|@osc-cli\/core\/test\/[^']+)'/g

const known = new Map<string, boolean>()

function startsProcesses(file: string): boolean {
  const before = known.get(file)
  if (before !== undefined) return before
  // A file that is being looked at adds nothing to itself.
  known.set(file, false)
  const text = readFileSync(join(root, file), 'utf8')
  const starts =
    STARTS_PROCESSES.test(text) ||
    [...text.matchAll(IMPORT)].some(([, path = '']) => startsProcesses(fileOf(path, file)))
  known.set(file, starts)
  return starts
}

const fileOf = (path: string, importer: string): string =>
  path.startsWith('.') ? join(dirname(importer), path) : `${path.replace('@osc-cli/core/', '')}.ts`

const all = (): string[] =>
  filesOf('test/unit/**/*.test.ts', 'test/contract/**/*.test.ts', 'plugins/*/test/unit/**/*.test.ts')

/** Everything that runs in mocha's own process. */
export const unitSpecs = (): string[] => all().filter((file) => !startsProcesses(file))

/** Signals, pipes, terminals, shells, and pages as the program prints them. */
export const processSpecs = (): string[] => all().filter(startsProcesses)

/**
 * Integration specs of what has changed since the last release, and a tenth of the others, a different one for each commit.
 * Before the first release everything has changed: then a twelfth of all specs, which is what a run has time for,
 * and another twelfth than the sandbox gets.
 */
export function liveSpecs(): string[] {
  const changed = changedFiles()
  const commits = commitCount()
  if (changed === undefined) return partOf(integrationSpecs(), PARTS, commits + 1)
  const folders = ['test/integration', ...filesOf('plugins/*/test/integration')]
  return folders.flatMap((folder) => {
    const files = filesOf(`${folder}/**/*.test.ts`)
    return isChanged(folder, changed) ? files : partOf(files, 10, commits)
  })
}

/** Number of runs after which all integration specs have run. */
const PARTS = 12

const integrationSpecs = (): string[] =>
  filesOf('test/integration/**/*.test.ts', 'plugins/*/test/integration/**/*.test.ts')

/**
 * A twelfth of the integration specs, a different one for each commit, for the embedded cloud. Unit tests cover its answers to
 * every command.
 */
export const sandboxSpecs = (): string[] => partOf(integrationSpecs(), PARTS, commitCount())

/** One of `parts` parts of the files; after as many turns all files have run. */
export const partOf = (files: readonly string[], parts: number, turn: number): string[] =>
  files.filter((_, at) => at % parts === turn % parts)

/** Whether a plugin has changed, or for the core's specs the core. */
export function isChanged(folder: string, changed: readonly string[]): boolean {
  const parts = folder.startsWith('plugins/') ? [`${dirname(dirname(folder))}/`] : ['src/', 'bin/', `${folder}/`]
  return changed.some((file) => parts.some((part) => file.startsWith(part)))
}

function changedFiles(): string[] | undefined {
  const tags = git('tag', '--merged', 'HEAD', '--sort=-creatordate')
  const [last] = tags.split('\n')
  return last ? git('diff', '--name-only', last, 'HEAD').split('\n') : undefined
}

const commitCount = (): number => Number(git('rev-list', '--count', 'HEAD'))

const git = (...argv: string[]): string => execFileSync('git', argv, {cwd: root, encoding: 'utf8'}).trim()
