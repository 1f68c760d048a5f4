import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {CertificateMaker} from '../../support/certificates.ts'
import {type FixtureServer, startFixtureServer} from '../../support/fixture-server.ts'
import {makePlace, type Place, removePlace} from '../../support/place.ts'
import {type Result, run} from '../../support/run.ts'
import type {Case} from './cases.ts'
import {USER} from './cloud.ts'

/** What a case says to each audience, with addresses and folders by their kind. */
export interface Told {
  status: number | null
  pipe: string[]
  terminal: string[]
  json: Record<string, unknown>
}

/** Runs a case in a pipe, on a pseudo-terminal and for a program. */
export async function failAs(one: Case, certificates: CertificateMaker): Promise<Told> {
  const tls = one.tls?.(certificates)
  const server = await startFixtureServer(one.routes ?? {}, tls ? {tls} : {})
  const place = makePlace()
  try {
    writeClouds(one, server, place, certificates)
    const env = {...one.env}
    const plain = (text: string) => readable(text, server, place, certificates)
    const go = (argv: readonly string[], more: {terminal?: {streams: ['stderr']}} = {}): Promise<Result> =>
      run(argv, {place, env, ...more})
    const piped = await go(one.argv)
    const shown = await go(one.argv, {terminal: {streams: ['stderr']}})
    const asked = await go([...one.argv, '-f', 'json'])
    const json = JSON.parse(plain(asked.stderr)) as Record<string, unknown>
    if (piped.status !== shown.status) throw new Error(`${one.name}: ${piped.status} in a pipe, ${shown.status} on a terminal.`)
    if (piped.stdout + shown.stdout + asked.stdout !== '') throw new Error(`${one.name} prints something on stdout.`)
    return {status: piped.status, pipe: lines(plain(piped.stderr)), terminal: lines(plain(shown.stderr)), json}
  } finally {
    removePlace(place)
    await server.stop()
  }
}

function writeClouds({entry, auth, cloudsYaml}: Case, server: FixtureServer, place: Place, made: CertificateMaker): void {
  if (cloudsYaml === '') return
  const lab = {region_name: 'One', ...entry, auth: {auth_url: 'URL/v3', ...USER, ...auth}}
  const root = {lab, root: {...lab, auth: {...lab.auth, username: 'admin'}}}
  const text = cloudsYaml ?? JSON.stringify({clouds: root}, null, 2)
  const filled = text
    .replaceAll('URL', server.url)
    .replaceAll('HOST', `127.0.0.1:${server.port}`)
    .replaceAll('AUTHORITY', made.authority.certFile)
  writeFileSync(join(place.work, 'clouds.yaml'), filled, {mode: 0o600})
}

const lines = (text: string): string[] => text.trimEnd().split('\n')

function readable(text: string, server: FixtureServer, place: Place, made: CertificateMaker): string {
  return text
    .replaceAll(String(server.port), 'PORT')
    .replaceAll(place.root, 'PLACE')
    .replaceAll(made.folder, 'CERTIFICATES')
    .replaceAll('EAI_AGAIN', 'ENOTFOUND')
    .replace(/\d+ hours ahead of/g, 'N hours ahead of')
}
