import type {ProcessRuntime} from '#line/make-runtime'

/** Says, in the environment of a line, that the line is one of the shell's. */
export const INSIDE = 'OSC_SHELL'

/** What the lines of the shell are run with: what the shell itself has, but for what changes from line to line. */
export function lineRuntime(
  runtime: ProcessRuntime,
  changed: Partial<Pick<ProcessRuntime, 'stdin' | 'signal' | 'reportedWarnings'>> = {},
): ProcessRuntime {
  const {root, linkedRoot, coreRoot, stdin, stdout, stderr, cwd, program, version, cacheDir, dataDir, clock, signal} =
    runtime
  const env = {...runtime.env, [INSIDE]: '1'}
  const places = {root, linkedRoot, coreRoot, cwd, cacheDir, dataDir}
  return {...places, stdin, stdout, stderr, env, program, version, clock, signal, ...changed}
}
