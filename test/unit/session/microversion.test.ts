import assert from 'node:assert/strict'
import type {CloudConfig} from '#cloud/config/types'
import {ConfigError, HttpError} from '#errors'
import {endpoint, fakeCloud, from, openFake, service, tokenBody} from './fake-cloud.ts'

const CATALOG = [
  'compute',
  'volumev3',
  'baremetal',
  'sharev2',
  'placement',
  'orchestration',
  'image',
  'container-infra',
  'instance-ha',
].map((type) => service(type, endpoint(`http://${type}.example/v1`)))

const open = (over: Partial<CloudConfig> = {}, serve = () => ({status: 200, body: {}, headers: {}})) => {
  const cloud = fakeCloud(serve, () => tokenBody({catalog: CATALOG}))
  return {cloud, session: openFake(cloud, over)}
}

/** Headers about versions, of a request to `name`. */
async function requested(
  name: string,
  over: Partial<CloudConfig>,
  microversion?: string,
): Promise<Record<string, string>> {
  const {cloud, session} = open(over)
  await session.request({service: name, path: '/', microversion})
  return Object.fromEntries(
    Object.entries(cloud.sent.at(-1)?.headers ?? {}).filter(([header]) => header.includes('version')),
  )
}

const compute = (version: string) => ({
  'openstack-api-version': `compute ${version}`,
  'x-openstack-nova-api-version': version,
})
const settings = (values: CloudConfig['settings']): Partial<CloudConfig> => ({settings: values})

const cases: [string, string, Partial<CloudConfig>, string | undefined, Record<string, string>][] = [
  ['none is asked for by itself', 'compute', {}, undefined, {}],
  ['one for the request', 'compute', {}, '2.79', compute('2.79')],
  ['latest', 'compute', {}, 'latest', compute('latest')],
  ['latest, as novaclient writes it', 'compute', {}, '2.latest', compute('latest')],
  ['one from compute_api_version', 'compute', settings({compute_api_version: '2.79'}), undefined, compute('2.79')],
  ['a number in YAML', 'compute', settings({compute_api_version: 2.79}), undefined, compute('2.79')],
  ['2 is a version, no microversion', 'compute', settings({compute_api_version: '2'}), undefined, {}],
  ['nor is 2.0', 'compute', settings({compute_api_version: '2.0'}), undefined, {}],
  ['but 2.10 is', 'compute', settings({compute_api_version: '2.10'}), undefined, compute('2.10')],
  [
    'one from compute_default_microversion',
    'compute',
    settings({compute_default_microversion: '2.60'}),
    undefined,
    compute('2.60'),
  ],
  [
    'one from default_microversion',
    'compute',
    settings({default_microversion: 'latest'}),
    undefined,
    compute('latest'),
  ],
  [
    'default_microversion is not for services without',
    'orchestration',
    settings({default_microversion: 'latest'}),
    undefined,
    {},
  ],
  ['nor is a version with a point', 'image', settings({image_api_version: '2.9'}), undefined, {}],
  [
    'the default before the version, both from a file',
    'compute',
    settings({compute_default_microversion: '2.60', compute_api_version: '2.79'}),
    undefined,
    compute('2.60'),
  ],
  [
    'the option before both',
    'compute',
    {
      ...settings({compute_default_microversion: '2.60', compute_api_version: '2.79'}),
      sources: {compute_api_version: from('option', '--os-compute-api-version')},
    },
    undefined,
    compute('2.79'),
  ],
  ['the request before all', 'compute', settings({compute_default_microversion: '2.60'}), '2.1', compute('2.1')],
  [
    'cinder is called volume',
    'block-storage',
    settings({volume_api_version: '3.59'}),
    undefined,
    {'openstack-api-version': 'volume 3.59'},
  ],
  ['magnum by its short name', 'container-infra', {}, '1.9', {'openstack-api-version': 'container-infra 1.9'}],
  [
    'one from instance_ha_api_version',
    'instance-ha',
    settings({instance_ha_api_version: '1.2'}),
    undefined,
    {'openstack-api-version': 'instance-ha 1.2'},
  ],
  ['placement', 'placement', {}, '1.39', {'openstack-api-version': 'placement 1.39'}],
  [
    'ironic',
    'baremetal',
    {},
    '1.78',
    {'openstack-api-version': 'baremetal 1.78', 'x-openstack-ironic-api-version': '1.78'},
  ],
  [
    'manila',
    'shared-file-system',
    {},
    '2.70',
    {'openstack-api-version': 'shared-file-system 2.70', 'x-openstack-manila-api-version': '2.70'},
  ],
]

describe('microversions', () => {
  for (const [what, name, over, microversion, headers] of cases) {
    it(what, async () => {
      assert.deepEqual(await requested(name, over, microversion), headers)
    })
  }

  it('that are not valid are refused before anything is sent', async () => {
    const {session} = open()
    await assert.rejects(session.request({service: 'compute', path: '/', microversion: 'newest'}), ConfigError)
  })

  const refusals: [string, Record<string, string>, RegExp][] = [
    [
      'the range of nova',
      {'x-openstack-nova-api-minimum-version': '2.1', 'x-openstack-nova-api-maximum-version': '2.93'},
      /2\.1 to 2\.93/,
    ],
    [
      'a range with the name of the service',
      {'openstack-api-minimum-version': 'compute 2.1', 'openstack-api-maximum-version': 'compute 2.93'},
      /2\.1 to 2\.93/,
    ],
    ["the service's words when it names none", {}, /Minimum is 2\.1 and maximum is 2\.93/],
  ]
  for (const [what, headers, message] of refusals) {
    it(`that the service does not support are reported with ${what}`, async () => {
      const body = {
        computeFault: {message: 'Version 2.999 is not supported by the API. Minimum is 2.1 and maximum is 2.93.'},
      }
      const {session} = open({}, () => ({status: 406, body, headers}))
      await assert.rejects(session.request({service: 'compute', path: '/', microversion: '2.999'}), (error) => {
        assert.ok(error instanceof HttpError)
        assert.equal(error.failure.status, 406)
        assert.match(error.message, /compute.*2\.999/)
        assert.match(error.message, message)
        assert.match(error.hint ?? '', /--os-compute-api-version/)
        return true
      })
    })
  }

  it('have nothing to do with a 406 when none was asked for', async () => {
    const {session} = open({}, () => ({status: 406, body: {}, headers: {}}))
    await assert.rejects(session.request({service: 'compute', path: '/'}), (error) => {
      return error instanceof HttpError && !error.message.includes('microversion')
    })
  })
})
