import assert from 'node:assert/strict'
import {EndpointError} from '#cloud/catalog'
import type {CloudConfig} from '#cloud/config/types'
import {ConfigError} from '#errors'
import type {Json} from '#json'
import {AUTH, calls, endpoint, fakeCloud, openFake, type Serve, service, tokenBody} from './fake-cloud.ts'

const CATALOG = [
  service('identity', endpoint('https://id.example/identity')),
  service(
    'compute',
    endpoint('http://nova.one/v2.1/'),
    endpoint('http://nova.two/v2.1', 'two'),
    endpoint('http://nova.inside/v2.1', 'one', 'internal'),
  ),
  service('compute_legacy', endpoint('http://nova.old/v2')),
  service('volumev2', endpoint('http://cinder.example/v2/p1')),
  service('volumev3', endpoint('http://cinder.example/v3/p1')),
  service('messaging', endpoint('http://zaqar.example/v2')),
  service('workflowv2', endpoint('http://mistral.example/v2')),
  service('alarming', endpoint('http://aodh.example/v2')),
  service('container-infra', endpoint('http://magnum.example/v1')),
  service('sharev2', endpoint('http://manila.example/v2')),
  service('placement', endpoint('http://placement.example/placement')),
  service('object-store', endpoint('http://swift.example/v1/AUTH_p1')),
  service('orchestration', endpoint('http://heat.example/v1/p1'), endpoint('http://heat.two/v1/p1', 'two')),
  {...service('rating', endpoint('http://first.example/v1')), name: 'first'},
  {...service('rating', endpoint('http://second.example/v1')), name: 'second'},
  service('weather', endpoint('http://weather.example/api')),
  {type: 'broken', endpoints: null},
  null,
  {type: 'empty', name: 'empty', endpoints: [{interface: 'public', region: 'one', url: null}]},
] as Json[]

const open = (over: Partial<CloudConfig> = {}, catalog: Json[] = CATALOG, serve?: Serve) => {
  const cloud = fakeCloud(serve, () => tokenBody({catalog}))
  return {cloud, session: openFake(cloud, over)}
}

const settings = (values: CloudConfig['settings']): Partial<CloudConfig> => ({settings: values})

const found: [string, string, Partial<CloudConfig>, string][] = [
  ['an exact type', 'compute', {}, 'http://nova.one/v2.1'],
  ['a region', 'compute', {region: 'two'}, 'http://nova.two/v2.1'],
  ['an interface', 'compute', {interface: 'internal'}, 'http://nova.inside/v2.1'],
  ['the interface of one service', 'compute', settings({compute_interface: 'internalURL'}), 'http://nova.inside/v2.1'],
  [
    'the region of one service',
    'compute',
    {region: 'one', ...settings({compute_region_name: 'two'})},
    'http://nova.two/v2.1',
  ],
  ['block storage, the newest alias first', 'block-storage', {}, 'http://cinder.example/v3/p1'],
  ['block storage by the alias that was asked for', 'volumev2', {}, 'http://cinder.example/v2/p1'],
  ['messages', 'message', {}, 'http://zaqar.example/v2'],
  ['messages by an alias that the catalog has not', 'queue', {}, 'http://zaqar.example/v2'],
  ['workflows', 'workflow', {}, 'http://mistral.example/v2'],
  ['alarms', 'alarm', {}, 'http://aodh.example/v2'],
  ['containers', 'container-infrastructure-management', {}, 'http://magnum.example/v1'],
  ['shares', 'shared-file-system', {}, 'http://manila.example/v2'],
  ['shares, underscores for dashes', 'shared_file_system', {}, 'http://manila.example/v2'],
  ['placement, which has no version', 'placement', {}, 'http://placement.example/placement'],
  ['objects', 'object-store', {}, 'http://swift.example/v1/AUTH_p1'],
  ['a service that nobody has heard of', 'weather', {}, 'http://weather.example/api'],
  [
    'another type by configuration',
    'compute',
    settings({compute_service_type: 'compute_legacy'}),
    'http://nova.old/v2',
  ],
  ['the first of two names', 'rating', {}, 'http://first.example/v1'],
  ['one of two names', 'rating', settings({rating_service_name: 'second'}), 'http://second.example/v1'],
  ['identity, with its version', 'identity', {}, 'https://id.example/identity/v3'],
  ['an override', 'compute', settings({compute_endpoint_override: 'http://x.example/v2.1/'}), 'http://x.example/v2.1'],
  [
    'an override by its short name',
    'compute',
    settings({compute_endpoint: 'http://x.example/v2'}),
    'http://x.example/v2',
  ],
  ['an override by an alias', 'block-storage', settings({volume_endpoint_override: 'http://x/v3'}), 'http://x/v3'],
  ['an override of identity', 'identity', settings({identity_endpoint_override: 'http://x:5000'}), 'http://x:5000/v3'],
  ['an override beside a catalog without it', 'dns', settings({dns_endpoint_override: 'http://x/v2'}), 'http://x/v2'],
  [
    'an override with the project',
    'orchestration',
    settings({orchestration_endpoint_override: 'http://x/v1/%(tenant_id)s'}),
    'http://x/v1/p1',
  ],
  [
    'an override with project and user',
    'object-store',
    settings({object_store_endpoint_override: 'http://x/v1/AUTH_$(project_id)s/%(user_id)s'}),
    'http://x/v1/AUTH_p1/u1',
  ],
]

const versions = (...list: [string, string, string?][]): Json =>
  list.map(([id, status, href]) => ({id, status, links: href === undefined ? [] : [{rel: 'self', href}]}))

const NEUTRON = {versions: versions(['v2.0', 'CURRENT', 'http://inside:9696/v2.0/'])}
const NOVA = {versions: versions(['v2.0', 'SUPPORTED', 'http://x/v2/'], ['v2.1', 'CURRENT', 'http://x/v2.1/'])}
const GLANCE = {
  versions: versions(
    ['v2.1', 'SUPPORTED', 'http://x/v2/'],
    ['v2.16', 'CURRENT', 'http://x/v2/'],
    ['v1', 'DEPRECATED', 'http://x/v1/'],
  ),
}
const AODH = {versions: {values: versions(['v2', 'stable', 'http://x/v2'])}}
const ZAQAR = {versions: versions(['2', 'CURRENT', '/v2/'], ['1.1', 'DEPRECATED', '/v1.1/'])}
const OCTAVIA = {
  versions: versions(
    ['v2.0', 'SUPPORTED', 'http://x/load-balancer/v2'],
    ['v2.27', 'CURRENT', 'http://x/load-balancer/v2'],
  ),
}

const discovered: [string, string, Json | string, Partial<CloudConfig>, string][] = [
  ['neutron', 'network', NEUTRON, {}, '/v2.0'],
  ['nova, the current version', 'compute', NOVA, {}, '/v2.1'],
  ['glance, whose many versions share a path', 'image', GLANCE, {}, '/v2'],
  ['glance, an old version by configuration', 'image', GLANCE, settings({image_api_version: '1'}), '/v1'],
  ['aodh, whose list lies deeper', 'alarm', AODH, {}, '/v2'],
  ['zaqar, whose versions have no v', 'message', ZAQAR, {}, '/v2'],
  ['octavia', 'load-balancer', OCTAVIA, {}, '/v2'],
  ['ironic', 'baremetal', {versions: versions(['v1', 'CURRENT', 'http://x/v1/'])}, {}, '/v1'],
  [
    'cinder, with the project',
    'block-storage',
    {versions: versions(['v3.0', 'CURRENT', 'http://x/v3/'])},
    {},
    '/v3/p1',
  ],
  ['heat, with the project', 'orchestration', {versions: versions(['v1.0', 'CURRENT', 'http://x/v1/'])}, {}, '/v1/p1'],
  ['a document without links', 'network', {versions: versions(['v2.0', 'CURRENT'])}, {}, '/v2.0'],
  ['experiments last', 'compute', {versions: versions(['v2.1', 'SUPPORTED'], ['v2.9', 'EXPERIMENTAL'])}, {}, '/v2.1'],
  ['an error page: the usual path', 'network', '<html>', {}, '/v2.0'],
  ['swift, which has no document: the usual path', 'object-store', {}, {}, '/v1/AUTH_p1'],
]

describe('endpoints', () => {
  for (const [what, name, over, url] of found) {
    it(`find ${what}`, async () => {
      const {session, cloud} = open(over)
      assert.equal(await session.endpoint(name), url)
      assert.deepEqual(calls(cloud), ['login'])
    })
  }

  for (const [what, type, document, over, path] of discovered) {
    it(`ask for the version where the catalog has none: ${what}`, async () => {
      const catalog = [service(type, endpoint('http://s.example/base/'))]
      const {session, cloud} = open(over, catalog, ({url, headers}) =>
        url === 'http://s.example/base' && headers['x-auth-token'] === 't1' ? {status: 300, body: document} : undefined,
      )
      assert.equal(await session.endpoint(type), `http://s.example/base${path}`)
      assert.deepEqual(calls(cloud), ['login', 'GET /base'])
    })
  }

  it('name the versions when the wanted one is missing', async () => {
    const catalog = [service('image', endpoint('http://s.example'))]
    const {session} = open(settings({image_api_version: '3'}), catalog, () => ({body: GLANCE}))
    await assert.rejects(session.endpoint('image'), (error) => {
      assert.ok(error instanceof EndpointError)
      assert.match(error.message, /does not have version 3/)
      assert.match(error.hint ?? '', /v2\.1, v2\.16, v1/)
      return true
    })
  })

  const missing: [string, string, Partial<CloudConfig>, RegExp, RegExp][] = [
    ['service', 'database', {}, /does not list the database service/, /compute, .*identity, .*orchestration/],
    ['service of that name', 'rating', settings({rating_service_name: 'third'}), /with the name 'third'/, /rating/],
    [
      'region',
      'compute',
      {region: 'three'},
      /no public endpoint .*compute .*region 'three'/,
      /public in one, public in two/,
    ],
    ['interface', 'orchestration', {interface: 'admin'}, /no admin endpoint/, /public in one, public in two/],
    ['address', 'empty', {}, /no public endpoint/, /--os-region-name/],
    ['endpoint at all', 'broken', {}, /no public endpoint/, /--os-interface/],
  ]
  for (const [what, name, over, message, hint] of missing) {
    it(`list what is available when ${what} is not found`, async () => {
      await assert.rejects(open(over).session.endpoint(name), (error) => {
        assert.ok(error instanceof EndpointError)
        assert.equal(error.exitCode, 4)
        assert.match(error.message, message)
        assert.match(error.hint ?? '', hint)
        return true
      })
    })
  }

  it('report that a token without a catalog needs a scope', async () => {
    await assert.rejects(open({}, []).session.endpoint('compute'), (error) => {
      return error instanceof EndpointError && /select a project/.test(error.hint ?? '')
    })
  })

  it('find identity at auth_url when there is no catalog', async () => {
    const {session} = open({auth: {...AUTH, auth_url: 'http://keystone.example/v3/'}}, [])
    assert.equal(await session.endpoint('identity'), 'http://keystone.example/v3')
  })

  it('refuse an override that is not a URL', async () => {
    const {session} = open(settings({dns_endpoint_override: 'dns.example'}))
    await assert.rejects(
      session.endpoint('dns'),
      (error) => error instanceof ConfigError && /dns\.example/.test(error.message),
    )
  })

  it('refuse an override that needs a project when the token has none', async () => {
    const cloud = fakeCloud(undefined, () => tokenBody({project: undefined}))
    const session = openFake(cloud, settings({orchestration_endpoint_override: 'http://x/v1/%(project_id)s'}))
    await assert.rejects(session.endpoint('orchestration'), EndpointError)
  })
})
