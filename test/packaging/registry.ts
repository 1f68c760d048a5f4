import {readFileSync} from 'node:fs'
import {createServer, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {npm} from './npm.ts'
import type {Packed} from './packages.ts'

/** An npm registry on this machine: it has our packages, and sends everybody who asks for others to the configured one. */
export interface Registry {
  url: string
  /** `GET /@osc-cli/core` and the like, in the order of their arrival; only what was asked of our own packages. */
  served: readonly string[]
  stop: () => Promise<void>
}

export async function startRegistry(packages: readonly Packed[]): Promise<Registry> {
  const upstream = (await npm(['config', 'get', 'registry'])).trim().replace(/\/$/, '')
  const served: string[] = []
  const server = createServer((request, answer) => {
    const path = decodeURIComponent(request.url ?? '/')
    const [, name = '', tarball] = /^\/(@[^/]+\/[^/]+)(?:\/-\/(.*\.tgz))?$/.exec(path) ?? []
    const packed = packages.find((candidate) => candidate.name === name)
    if (!packed) return redirect(answer, upstream + (request.url ?? '/'))
    served.push(path)
    if (tarball !== undefined) return sendTarball(answer, packed)
    const {port} = server.address() as AddressInfo
    sendMetadata(answer, packed, `http://127.0.0.1:${port}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return {url: `http://127.0.0.1:${port}/`, served, stop}
}

/** npm itself goes on to the other registry, with its own settings for proxies and certificates. */
function redirect(answer: ServerResponse, location: string): void {
  answer.writeHead(307, {location}).end()
}

function sendTarball(answer: ServerResponse, packed: Packed): void {
  answer.writeHead(200, {'content-type': 'application/octet-stream'}).end(readFileSync(packed.tarball))
}

/** https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md, with one version. */
function sendMetadata(
  answer: ServerResponse,
  {name, version, packageJson, shasum, integrity}: Packed,
  base: string,
): void {
  const file = `${name.split('/').at(-1)}-${version}.tgz`
  const dist = {shasum, integrity, tarball: `${base}/${name}/-/${file}`}
  const metadata = {
    _id: name,
    name,
    'dist-tags': {latest: version},
    versions: {[version]: {...packageJson, _id: `${name}@${version}`, dist}},
  }
  answer.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify(metadata))
}
