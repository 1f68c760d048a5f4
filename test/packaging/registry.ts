import {spawn} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {repository} from '../support/program.ts'
import {npm} from './npm.ts'
import {publish} from './publish.ts'

/** A real npm registry (Verdaccio) on loopback, which has what is published to it and asks the configured registry for the rest. */
export interface Registry {
  url: string
  /** npm's settings to use it. */
  env: Readonly<Record<string, string>>
  /** Puts a packed package into it, under a tag. */
  publish: (tarball: string, tag?: string) => Promise<void>
  /** Removes a version, so that another can be published in its place. */
  unpublish: (name: string, version: string) => Promise<void>
  /** Paths of what was fetched of our own scope: `/@osc-cli/core/-/core-0.1.0.tgz`. */
  served: () => string[]
  stop: () => Promise<void>
}

export async function startRegistry(): Promise<Registry> {
  const folder = mkdtempSync(join(tmpdir(), 'osc-registry-'))
  const upstream = (await npm(['config', 'get', 'registry'])).trim()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  writeFileSync(join(folder, 'config.yaml'), configOf(folder, upstream))
  const child = spawn(
    process.execPath,
    [
      join(repository, 'node_modules/verdaccio/bin/verdaccio'),
      '--config',
      join(folder, 'config.yaml'),
      '--listen',
      `127.0.0.1:${port}`,
    ],
    {cwd: folder, stdio: 'ignore', env: {...process.env, NODE_ENV: 'production'}},
  )
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, {recursive: true, force: true})
  }
  const env = {npm_config_registry: url, [`npm_config_//127.0.0.1:${port}/:_authToken`]: 'anyone'}
  try {
    await answering(url, () => child.exitCode)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url,
    env,
    publish: (tarball, tag = 'latest') => publish(url, tarball, tag),
    unpublish: async (name, version) => {
      await npm(['unpublish', `${name}@${version}`, '--force'], {env, cwd: folder})
    },
    served: () => requestsIn(join(folder, 'log')),
    stop,
  }
}

const configOf = (folder: string, upstream: string) => `
storage: ${join(folder, 'storage')}
web: {enable: false}
max_body_size: 100mb
uplinks: {configured: {url: '${upstream}', timeout: 60s, maxage: 60m}}
packages:
  '@osc-cli/*': {access: $all, publish: $all, unpublish: $all}
  'osc-plugin-*': {access: $all, publish: $all, unpublish: $all}
  '**': {access: $all, proxy: configured}
log: {type: file, path: ${join(folder, 'log')}, level: http, format: json}
`

function requestsIn(log: string): string[] {
  const lines = readFileSync(log, 'utf8').split('\n')
  return lines.flatMap((line) => {
    if (!line.includes('"method":"GET"')) return []
    const [, path] = /"url":"(\/@osc-cli[^"]*)"/.exec(line) ?? []
    return path === undefined ? [] : [decodeURIComponent(path)]
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}

async function answering(url: string, exitCode: () => number | null): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (exitCode() !== null) throw new Error(`Verdaccio ended with status ${exitCode()}.`)
    try {
      if ((await fetch(`${url}-/ping`)).ok) return
    } catch {
      // Not yet.
    }
    await setTimeout(100)
  }
  throw new Error(`Verdaccio does not answer at ${url}.`)
}
