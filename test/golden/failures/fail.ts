import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {makeFixedPlace} from '../../support/fixed-place.ts'
import type {CertificateMaker} from '../../support/certificates.ts'
import {startFixtureProxy} from '../../support/fixture-proxy.ts'
import {type FixtureServer, startFixtureServer} from '../../support/fixture-server.ts'
import {type Place, removePlace} from '../../support/place.ts'
import {repository} from '../../support/program.ts'
import {type Result, run} from '../../support/run.ts'
import {startClock} from '../../support/session-clock.ts'
import type {Terminal} from '../../support/terminal.ts'
import type {Case} from './case.ts'
import {USER} from './cloud.ts'

/** What a case says to each audience, with addresses and folders by their kind. */
export interface Report {
  status: number | null
  pipe: string[]
  terminal: string[]
  json: Record<string, unknown>
}

type Words = (text: string) => string
type Env = Readonly<Record<string, string>>

/** Runs a case in a pipe, on a pseudo-terminal and for a program. */
export async function failAs(one: Case, certificates: CertificateMaker): Promise<Report> {
  const tls = one.tls?.(certificates)
  const server = await startFixtureServer(one.routes ?? {}, tls ? {tls} : {})
  const proxy = one.proxy === undefined ? undefined : await startFixtureProxy({authorization: one.proxy})
  const place = makeFixedPlace()
  const clock = startClock()
  const proxyHost = `127.0.0.1:${proxy?.port}`
  const filled: Words = (text) => fill(text, server, place, certificates).replaceAll('PROXY', proxyHost)
  const plain: Words = (text) => readable(text.replaceAll(proxyHost, 'PROXY'), server, place, certificates)
  try {
    writeClouds(one, place, filled)
    one.prepare?.(place)
    for (const line of one.before ?? []) await runWell(line.map(filled), place, clock())
    return await report(one, place, filled, plain, clock)
  } finally {
    for (const line of one.after ?? []) await runWell(line.map(filled), place, clock())
    removePlace(place)
    await proxy?.stop()
    await server.stop()
  }
}

async function report(one: Case, place: Place, filled: Words, plain: Words, clock: () => Env): Promise<Report> {
  const env = Object.fromEntries(Object.entries(one.env ?? {}).map(([name, value]) => [name, filled(value)]))
  const go = (argv: readonly string[], more: Env = {}, terminal?: Terminal): Promise<Result> =>
    run(argv.map(filled), {place, env: {...clock(), ...env, ...more}, terminal})
  const piped = await go(one.argv)
  const shown = await go(one.argv, {}, {streams: ['stderr']})
  const {json: how = ['-f', 'json']} = one
  const requested = how === 'variable' ? await go(one.argv, {OSC_ERRORS: 'json'}) : await go([...one.argv, ...how])
  if (piped.status !== shown.status) throw new Error(`${one.name}: ${piped.status} in a pipe, ${shown.status} on a terminal.`)
  if (!one.prints && piped.stdout + shown.stdout + requested.stdout !== '') throw new Error(`${one.name} prints something on stdout.`)
  const json = JSON.parse(lines(plain(requested.stderr)).at(-1) ?? '') as Record<string, unknown>
  return {status: piped.status, pipe: lines(plain(piped.stderr)), terminal: lines(plain(shown.stderr)), json}
}

async function runWell(argv: readonly string[], place: Place, env: Env): Promise<void> {
  const {status, stderr} = await run(argv, {place, env})
  if (status !== 0) throw new Error(`osc ${argv.join(' ')} ends with ${status}: ${stderr}`)
}

function writeClouds({entry, auth, cloudsYaml}: Case, place: Place, filled: Words): void {
  if (cloudsYaml === '') return
  const lab = {region_name: 'One', ...entry, auth: {auth_url: 'URL/v3', ...USER, ...auth}}
  const root = {lab, root: {...lab, auth: {...lab.auth, username: 'admin'}}}
  const text = cloudsYaml ?? JSON.stringify({clouds: root}, null, 2)
  writeFileSync(join(place.work, 'clouds.yaml'), filled(text), {mode: 0o600})
}

const fill = (text: string, server: FixtureServer, place: Place, made: CertificateMaker): string =>
  text
    .replaceAll('URL', server.url)
    .replaceAll('HOST', `127.0.0.1:${server.port}`)
    .replaceAll('PORT', String(server.port))
    .replaceAll('AUTHORITY', made.authority.certFile)
    .replaceAll('PLACE', place.root)

const lines = (text: string): string[] => text.trimEnd().split('\n')

const readable = (text: string, server: FixtureServer, place: Place, made: CertificateMaker): string =>
  text
    .replaceAll(String(server.port), 'PORT')
    .replaceAll(place.root, 'PLACE')
    .replaceAll(made.folder, 'CERTIFICATES')
    .replaceAll(repository, 'OSC')
    .replaceAll('EAI_AGAIN', 'ENOTFOUND')
