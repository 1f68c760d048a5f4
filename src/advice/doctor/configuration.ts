import {statSync} from 'node:fs'
import {type Finding, ok, warning} from '#advice/doctor/finding'
import {isUnreadable} from '#cloud/config/read-file'
import type {CloudConfig} from '#cloud/config/types'
import {shellWord} from '#text/shell-word'

/** What the files say, and who else may read them. */
export function configurationFindings(config: CloudConfig): Finding[] {
  const place = Object.values(config.sources)
    .find(({kind}) => kind === 'file')
    ?.name.replace(/:\d+$/, '')
  const what = config.name === undefined ? 'the OS_* variables and options' : `cloud ${config.name}`
  const says = `${what}${place === undefined ? '' : `, from ${place}`}, authentication type ${config.authType}`
  return [ok('configuration', says), ...config.warnings.map(warned)]
}

function warned(line: string): Finding {
  if (isUnreadable(line)) return warning('files', line, 'Make the file readable, or remove it.')
  const [says = line, fix] = line.split(' Fix: ')
  return fix === undefined ? warning('configuration', says, edit(says)) : warning('files', says, fix)
}

/** What is wrong in a file begins with its place: `clouds.yaml:3: ...`. */
export function edit(says: string): string | undefined {
  const [, file, line] = /^(\S+?):(\d+)(?::\d+)?: /.exec(says) ?? []
  return file === undefined ? undefined : `Edit ${file}, line ${line}.`
}

/** The folders where osc keeps tokens and failures: only the user may change them. */
export function folderFindings(folders: readonly string[]): Finding[] {
  if (process.platform === 'win32') return []
  const findings = folders.flatMap((folder) => {
    const mode = statSync(folder, {throwIfNoEntry: false})?.mode
    if (mode === undefined || (mode & 0o022) === 0) return []
    const shown = `0${(mode & 0o777).toString(8)}`
    return [warning('files', `${folder} is writable by other users (mode ${shown})`, `chmod go-w ${shellWord(folder)}`)]
  })
  return findings.length > 0
    ? findings
    : [ok('files', `the folders of osc are writable only by you: ${folders.join(', ')}`)]
}
