import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {NotFoundError, OscError} from '#errors'

// Set by `npm run` around us, or for global installs: what is done here is local to one folder. OS_*: install scripts and registries have
// nothing to do with clouds.
const OF_OTHERS =
  /^OS_|^npm_(lifecycle|package|command|execpath|node_execpath|config_(local_|global_)?prefix$|config_global$|config_location$)/

// What a user's .npmrc may say for folders of their own, and would make an install here do something else.
const HERE = [
  '--no-global',
  '--location=project',
  '--save',
  '--no-save-dev',
  '--package-lock',
  '--no-package-lock-only',
  '--no-dry-run',
  '--workspaces=false',
  '--install-strategy=hoisted',
]

export interface NpmRun {
  cwd: string
  coreRoot: string
  env: Readonly<Record<string, string | undefined>>
  signal: AbortSignal
}

/** Runs npm and returns its stdout; an OscError with the last of what it said when it fails, the signal's reason when stopped. */
export async function npm(args: readonly string[], {cwd, coreRoot, env, signal}: NpmRun): Promise<string> {
  signal.throwIfAborted()
  const registry = env.OSC_NPM_REGISTRY ? [`--registry=${env.OSC_NPM_REGISTRY}`] : []
  const here = args[0] === 'install' || args[0] === 'uninstall' ? HERE : []
  const words = [npmProgram(coreRoot), ...args, ...registry, ...here, '--loglevel=error', '--no-fund', '--no-audit']
  const child = spawn(process.execPath, words, {
    cwd,
    // Node first on the path: what npm starts begins with `env node`.
    env: {
      ...Object.fromEntries(Object.entries(env).filter(([name]) => !OF_OTHERS.test(name))),
      PATH: `${dirname(process.execPath)}:${env.PATH ?? ''}`,
      npm_config_update_notifier: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = () => child.kill('SIGTERM')
  signal.addEventListener('abort', stop)
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    signal.throwIfAborted()
    if (status !== 0) throw npmFailed(args, Buffer.concat(err).toString())
    return Buffer.concat(out).toString()
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** The npm that came with the core (a dependency of @oclif/plugin-plugins). */
function npmProgram(coreRoot: string): string {
  const find = createRequire(join(coreRoot, 'package.json'))
  for (const folder of find.resolve.paths('npm') ?? []) {
    const program = join(folder, 'npm/bin/npm-cli.js')
    if (existsSync(program)) return program
  }
  throw new OscError(`npm was not found beside ${coreRoot}.`, {hint: 'Reinstall osc: npm install -g @osc-cli/core'})
}

function npmFailed(args: readonly string[], stderr: string): OscError {
  const [, missing] = /^npm (?:error|ERR!) code (E404|ETARGET)$/m.exec(stderr) ?? []
  if (missing !== undefined) {
    const what =
      missing === 'E404'
        ? 'The registry does not have the package'
        : 'The registry does not have this version of the package'
    return new NotFoundError(`${what} '${args[1]}'. Nothing was changed.`, {
      code: 'NpmFailed',
      hint: 'Find plugins: osc plugins search WORDS',
    })
  }
  const errors = stderr
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, ''))
    .filter((line) => !/^\d*\s*$/.test(line) && !line.startsWith('A complete log of this run'))
  return new OscError(`npm ${args.slice(0, 2).join(' ')} failed: ${errors.slice(0, 6).join('\n') || '(no output)'}`, {
    code: 'NpmFailed',
    hint: 'Nothing was changed.',
  })
}
