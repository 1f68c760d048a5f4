import {readFileSync} from 'node:fs'

/** A process that a file names. Its ID alone may belong to another process meanwhile. */
export interface ProcessIdentity {
  pid: number
  /** When it started, in words of the system; compared as text. */
  started: string
}

/** Identifies a running process; undefined when there is none with this ID. */
export function processIdentity(pid: number): ProcessIdentity | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const started = process.platform === 'linux' ? startedOnLinux(pid) : startedElsewhere(pid)
  return started === undefined ? undefined : {pid, started}
}

/** Whether that very process still runs. */
export const isRunning = ({pid, started}: ProcessIdentity): boolean =>
  started !== '' && processIdentity(pid)?.started === started

/** Ticks since a boot, and which boot it was. */
function startedOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program may hold blanks and brackets; the start time is field 22, the name is field 2.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, ticks] = [fields[0], fields[19]]
    if (state === 'Z' || ticks === undefined) return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`
  } catch {
    return undefined
  }
}

function startedElsewhere(pid: number): string | undefined {
  const {execFileSync} = process.getBuiltinModule('node:child_process')
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {encoding: 'utf8', env: {LC_ALL: 'C'}})
    return text.trim() || undefined
  } catch {
    return undefined
  }
}
