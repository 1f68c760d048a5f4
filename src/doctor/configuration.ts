import {statSync} from 'node:fs'
import type {CloudConfig} from '#cloud/config/types'
import {type Finding, ok, warning} from '#doctor/finding'
import {shellWord} from '#remedies/fill'

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
  const [says = line, fix] = line.split(' To change that: ')
  return warning(fix === undefined ? 'configuration' : 'files', says, fix)
}

/** The folders where osc keeps tokens and failures: nobody else may read them. */
export function folderFindings(folders: readonly string[]): Finding[] {
  if (process.platform === 'win32') return []
  const findings = folders.flatMap((folder) => {
    const mode = statSync(folder, {throwIfNoEntry: false})?.mode
    if (mode === undefined || (mode & 0o022) === 0) return []
    const shown = `0${(mode & 0o777).toString(8)}`
    return [
      warning('files', `${folder} can be changed by other users (mode ${shown})`, `chmod go-w ${shellWord(folder)}`),
    ]
  })
  return findings.length > 0 ? findings : [ok('files', `the folders of osc are yours: ${folders.join(', ')}`)]
}
