import {spawn} from 'node:child_process'
import {dirname} from 'node:path'
import {collect} from '../support/collect.ts'
import {repository} from '../support/program.ts'

type Extra = Readonly<Record<string, string>>

// Set by `npm run` for the scripts of this repository; another npm below it would take them for its own settings.
const OF_NPM_RUN = /^npm_(lifecycle|package|command|execpath|node_execpath|config_(local_|global_)?prefix$)/

/** The user's environment, with npm's settings and what the network needs; without OpenStack's and osc's, and CI, which osc obeys. */
export function npmEnv(extra: Extra = {}): Record<string, string> {
  const kept = Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
    value === undefined || /^(OS_.*|OSC_.*|CI)$/.test(name) || OF_NPM_RUN.test(name) ? [] : [[name, value]],
  )
  // Node 24 first: what is installed starts with `env node`.
  const path = `${dirname(process.execPath)}:${process.env.PATH ?? ''}`
  return {...Object.fromEntries(kept), PATH: path, npm_config_update_notifier: 'false', ...extra}
}

export async function npm(
  args: readonly string[],
  {cwd = repository, env = {}}: {cwd?: string; env?: Extra} = {},
): Promise<string> {
  const child = spawn('npm', [...args], {cwd, env: npmEnv(env), stdio: ['ignore', 'pipe', 'pipe']})
  const {status, stdout, stderr} = await collect(child, 240_000, `npm ${args.join(' ')}`)
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with status ${status}.\n${stdout}\n${stderr}`)
  return stdout.toString()
}
