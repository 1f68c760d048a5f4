import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {tokenKey} from '#cloud/auth/token-key'
import {type CacheKind, encodeEntry} from '#cloud/cache/entry'
import {folderOf, privateFolder, writePrivate} from '#cloud/cache/files'
import {type CacheKey, fileName, makeSecret} from '#cloud/cache/key'
import {loadCloudConfig} from '#cloud/config/load'
import {contextKey} from '#context/stored'
import type {JsonObject} from '#json'
import type {Place} from '../../support/place.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

const service = (type: string, regions: readonly string[] = ['north']): JsonObject => ({
  type,
  name: type,
  endpoints: regions.map((region) => ({
    interface: 'public',
    region,
    region_id: region,
    url: `http://${type}.${region}.example${type === 'compute' ? '/v2.1' : ''}`,
    id: `${type}-${region}`,
  })),
})

/** What the cache says of a cloud; `catalog` as Keystone sends it, or something that is none. */
interface FixtureCloud {
  catalog: JsonObject[] | string
  roles: readonly string[]
  region?: string
  highest?: string
  extensions?: readonly string[]
}

const FULL: FixtureCloud = {
  catalog: ['identity', 'orchestration', 'compute', 'network'].map((type) => service(type)),
  roles: ['admin'],
  highest: '2.96',
  extensions: ['router', 'trunk'],
}

export const CLOUDS: Readonly<Record<string, FixtureCloud>> = {
  full: FULL,
  minimal: {...FULL, catalog: [service('identity')], extensions: []},
  old: {...FULL, highest: '2.60', extensions: ['router']},
  member: {...FULL, roles: ['member']},
  regions: {
    ...FULL,
    region: 'south',
    catalog: [service('identity', ['north', 'south']), service('orchestration'), service('compute'), service('network')],
  },
  broken: {catalog: 'no catalog at all', roles: []},
}

/** Fills a place as if the cloud had been used three hours before `now`: clouds.yaml and cache. */
export async function furnish(place: Place, cloud: FixtureCloud, now = Date.now()): Promise<void> {
  const file = join(place.home, '.config/openstack/clouds.yaml')
  mkdirSync(join(file, '..'), {recursive: true})
  const auth = "{auth_url: 'http://keystone.example/v3', username: ada, password: pw, project_name: demo}"
  writeFileSync(file, `clouds:\n  x:\n    region_name: ${cloud.region ?? 'north'}\n    auth: ${auth}\n`, {mode: 0o600})
  const config = await loadCloudConfig({options: {}, env: {}, cwd: place.work, home: place.home})
  const put = (kind: CacheKind, key: CacheKey, savedAt: number, value: JsonObject) => {
    const folder = folderOf(place.cache)
    privateFolder(folder)
    makeSecret(folder)
    const text = encodeEntry({kind, cloud: 'x', scope: '', savedAt, expiresAt: now + 20 * HOUR, value})
    writePrivate(fileName(folder, kind, key) ?? '', text)
  }
  const renewal = {at: now + 19 * HOUR, end: now + 20 * HOUR, answer: tokenAnswer(cloud)}
  const headers = {'X-Auth-Token': 'secret'}
  put('token', tokenKey(config), now - 3 * HOUR, {token: 'secret', headers, authUrl: 'http://keystone.example/v3', ...renewal})
  if (cloud.highest !== undefined) {
    const url = 'http://compute.north.example/v2.1'
    const versions = [{id: 'v2.1', status: 'CURRENT', path: 'v2.1', lowest: '2.1', highest: cloud.highest}]
    put('version', {url}, now - 2 * HOUR, {versions})
  }
  const extensions = cloud.extensions ? {compute: {at: now - 90 * MINUTE, list: [...cloud.extensions]}} : {}
  const list = [
    {name: 'web', id: '1', status: 'ACTIVE'},
    {name: 'evil\u001b[2J', id: '2'},
  ]
  put('context', contextKey(config), now - 5 * MINUTE, {extensions, names: {server: {at: now - 5 * MINUTE, list}}})
}

const tokenAnswer = ({catalog, roles}: FixtureCloud): JsonObject => ({
  user: {id: 'u', name: 'ada', domain: {id: 'default', name: 'Default'}},
  project: {id: 'p', name: 'demo', domain: {id: 'default', name: 'Default'}},
  roles: roles.map((name) => ({id: name, name})),
  expires_at: '2100-01-01T00:00:00Z',
  catalog,
})
