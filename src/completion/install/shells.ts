import {basename, join} from 'node:path'
import {bashCompletion} from '#completion/scripts/bash'
import {fishCompletion} from '#completion/scripts/fish'
import {powershellCompletion} from '#completion/scripts/powershell'
import {zshCompletion} from '#completion/scripts/zsh'
import {UsageError} from '#errors'
import {folderIn, homeOf} from '#process'

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Shell = (typeof SHELLS)[number]

type Env = Readonly<Record<string, string | undefined>>

/** What completion in a shell is made of. */
export interface Installation {
  /** The file with the script, and its text. */
  file: string
  script: string
  /** The file that the shell reads at its start, and the line that it needs; fish finds its scripts by itself. */
  profile?: {file: string; line: string}
}

export function installation(shell: Shell, program: string, {env, dataDir}: {env: Env; dataDir: string}): Installation {
  const home = homeOf(env)
  const config = folderIn(env, 'XDG_CONFIG_HOME') ?? join(home, '.config')
  const file = (ending: string) => join(dataDir, 'completions', `${program}.${ending}`)
  switch (shell) {
    case 'bash':
      return sourced(file('bash'), bashCompletion(program), join(home, '.bashrc'))
    case 'zsh':
      return sourced(file('zsh'), zshCompletion(program), join(env.ZDOTDIR || home, '.zshrc'))
    case 'fish':
      return {file: join(config, 'fish', 'completions', `${program}.fish`), script: fishCompletion(program)}
    case 'powershell': {
      const script = file('ps1')
      const line = `if (Test-Path '${script.replaceAll("'", "''")}') { . '${script.replaceAll("'", "''")}' }`
      const profile = join(config, 'powershell', 'Microsoft.PowerShell_profile.ps1')
      return {file: script, script: powershellCompletion(program), profile: {file: profile, line}}
    }
  }
}

function sourced(file: string, script: string, profile: string): Installation {
  const quoted = `'${file.replaceAll("'", "'\\''")}'`
  return {file, script, profile: {file: profile, line: `[ -r ${quoted} ] && . ${quoted}`}}
}

/** The shell that is named, or the login shell. */
export function shellOf(requested: string | undefined, env: Env): Shell {
  const name = requested ?? basename(env.SHELL ?? '')
  const shell = SHELLS.find((known) => known === name || (known === 'powershell' && name === 'pwsh'))
  if (shell) return shell
  const found = env.SHELL ? `SHELL is ${env.SHELL}` : 'SHELL is not set'
  throw new UsageError(`Completion is not available for this shell: ${found}.`, {
    hint: `Select a shell: --shell ${SHELLS.join('|')}.`,
  })
}
