import {realpathSync, statSync} from 'node:fs'
import {basename, delimiter, join} from 'node:path'
import {type Finding, ok, warning} from '#advice/doctor/finding'
import {readRegular} from '#files/regular-file'

/** Which `osc` a shell would start, next to the one that runs. `running` is its start-up file. */
export function pathFinding(env: Readonly<Record<string, string | undefined>>, running: string | undefined): Finding {
  const folders = new Set((env.PATH ?? '').split(delimiter).filter(Boolean))
  const found = [...folders].map((folder) => join(folder, 'osc')).filter(isProgram)
  const [first, ...others] = found
  if (first === undefined) {
    return warning('path', 'osc is not on PATH', 'npm install --global @osc-cli/all')
  }
  const more = others.length === 0 ? '' : `, before ${others.join(', ')}`
  const own = running === undefined ? undefined : real(running)
  if (own === undefined || real(first) === own || isShim(first, own))
    return ok('path', `${first} is first on PATH${more}`)
  return warning('path', `${first} is first on PATH, but this is ${own}`, `type -a osc`)
}

const isProgram = (file: string): boolean => {
  const stats = statSync(file, {throwIfNoEntry: false})
  return stats?.isFile() === true && (process.platform === 'win32' || (stats.mode & 0o111) !== 0)
}

/** A short script that starts it, as some package managers put one on PATH. */
const isShim = (file: string, own: string): boolean =>
  statSync(file).size < 4096 && readRegular(file).includes(basename(own))

function real(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}
