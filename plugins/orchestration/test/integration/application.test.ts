import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject, decodeJson, type Json, type JsonObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'
import {stackRecord} from './support/stacks.ts'

const APP = join(import.meta.dirname, '../fixtures/app/app.yaml')
const RECORDED = asObject(decodeJson(readFileSync(join(import.meta.dirname, '../../resource-types.json'), 'utf8')))

describe('an application of servers, networks and a volume', function application() {
  this.timeout(300_000)
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const [stack, external, image, flavor] = ['app', 'outside', 'image', 'flavor'].map(uniqueName)
  const done = (line: string) => ok(osc(...line.split(' ')))
  const rows = async (line: string) => asArray(decodeJson(await done(`${line} -f json`))).map(asObject)
  const resources = async (): Promise<JsonObject> =>
    Object.fromEntries(
      (await rows(`stack resource list ${stack}`)).map((one) => [
        String(one.resource_name),
        one.physical_resource_id ?? '',
      ]),
    )
  const outputs = async (): Promise<JsonObject> => {
    const all = asArray((await stackRecord(String(stack))).outputs).map(asObject)
    return Object.fromEntries(all.map(({output_key: key, output_value: value}) => [String(key), value ?? null]))
  }

  before(async function () {
    await needs(this, 'compute', 'network', 'image', 'block-storage')
    later('network', 'delete', String(external))
    await done(`network create --external ${external}`)
    await done(`subnet create --network ${external} --subnet-range 198.51.100.0/24 --no-dhcp ${external}`)
    later('image', 'delete', String(image))
    await done(`image create --disk-format raw --container-format bare --file ${APP} ${image}`)
    later('flavor', 'delete', String(flavor))
    await done(`flavor create --ram 64 --disk 0 --vcpus 1 ${flavor}`)
    later('stack', 'delete', '--yes', '--wait', String(stack))
    const parameters = [`flavor=${flavor}`, `image=${image}`, `external=${external}`].map((one) => `--parameter ${one}`)
    await done(`stack create --wait --poll 1 -t ${APP} ${parameters.join(' ')} ${stack}`)
  })

  it('has its resources in the same states', async () => {
    const list = await rows(`stack resource list ${stack} --sort-column resource_name`)
    assert.deepEqual(
      list.map((one) => `${one.resource_name} ${one.resource_type} ${one.resource_status}`),
      [
        'address OS::Neutron::FloatingIP',
        'association OS::Neutron::FloatingIPAssociation',
        'attachment OS::Cinder::VolumeAttachment',
        'db OS::Nova::Server',
        'group OS::Neutron::SecurityGroup',
        'interface OS::Neutron::RouterInterface',
        'net OS::Neutron::Net',
        'pool OS::Heat::ResourceGroup',
        'port OS::Neutron::Port',
        'router OS::Neutron::Router',
        'ssh OS::Neutron::SecurityGroupRule',
        'subnet OS::Neutron::Subnet',
        'volume OS::Cinder::Volume',
        'web OS::Nova::Server',
      ].map((one) => `${one} CREATE_COMPLETE`),
    )
  })

  it('has outputs of the same shape', async () => {
    const {net, db, volume, interface: link} = await resources()
    const values = await outputs()
    const {web_address: address, public: outside} = values
    assert.deepEqual(asObject(values.web_networks)[String(net)], [address, outside])
    assert.deepEqual(Object.keys(asObject(asArray(values.fixed_ips)[0])).toSorted(), ['ip_address', 'subnet_id'])
    const [entry] = asArray(asObject(values.db_addresses)[String(net)]).map(asObject)
    assert.deepEqual(Object.keys(entry ?? {}).toSorted(), [
      'OS-EXT-IPS-MAC:mac_addr',
      'OS-EXT-IPS:type',
      'addr',
      'network',
      'port',
      'subnets',
      'version',
    ])
    assert.deepEqual([entry?.version, entry?.['OS-EXT-IPS:type']], [[4], 'fixed'])
    assert.deepEqual(values.worker_names, ['heatres-worker-0', 'heatres-worker-1'])
    assert.equal(values.volume_status, 'in-use')
    const [attachment] = asArray(values.attachments).map(asObject)
    assert.deepEqual([attachment?.server_id, attachment?.volume_id], [db, volume])
    assert.match(String(link), /^[\w-]+:subnet_id=[\w-]+$/)
    assert.ok(Object.hasOwn(asObject(values.gateway), 'external_fixed_ips'))
  })

  it('changes in place, and replaces a server that was deleted', async () => {
    const first = await resources()
    await api('compute', 'DELETE', `/servers/${first.db}`)
    await osc('stack', 'check', '--wait', '--poll', '1', String(stack))
    assert.match(
      String((await stackRecord(String(stack))).stack_status_reason),
      /^Resource CHECK failed: \['NotFound: resources\.db: Instance \S+ could not be found\. \(HTTP 404\) \(Request-ID: /,
    )
    await done(`stack update --wait --poll 1 --existing --parameter workers=1 --parameter size=2 ${stack}`)
    const then = await resources()
    assert.notEqual(then.db, first.db)
    const same = (all: JsonObject) => ['web', 'volume', 'net', 'port', 'address'].map((name): Json => all[name] ?? null)
    assert.deepEqual(same(then), same(first))
    const [attachment] = asArray((await outputs()).attachments).map(asObject)
    assert.equal(attachment?.server_id, then.db)
    assert.deepEqual((await outputs()).worker_names, ['heatres-worker-0'])
  })

  it('leaves nothing behind', async () => {
    const {net, volume} = await resources()
    await done(`stack delete --yes --wait --poll 1 ${stack}`)
    assert.equal((await api('network', 'GET', `/v2.0/networks/${net}`)).status, 404)
    assert.equal((await api('block-storage', 'GET', `/volumes/${volume}`)).status, 404)
  })
})

describe('recorded resource types', () => {
  before(function () {
    return needs(this, 'compute', 'network', 'block-storage', 'object-store')
  })

  for (const name of ['OS::Nova::Server', 'OS::Neutron::Port', 'OS::Cinder::Volume', 'OS::Swift::Container'])
    it(`${name} is as this cloud has it`, async () => {
      const {body} = await api('orchestration', 'GET', `/resource_types/${name}`)
      const {properties, attributes} = asObject(body)
      const recorded = asObject(RECORDED[name])
      const facts = Object.entries(asObject(properties)).map(([key, schema]) => {
        const {type, required, update_allowed: updatable} = asObject(schema)
        return [key, type, required, updatable]
      })
      const known = Object.entries(asObject(recorded.properties)).map(([key, schema]) => {
        const {type, required = false, updatable = false} = asObject(schema)
        return [key, type, required, updatable]
      })
      assert.deepEqual(known, facts)
      assert.deepEqual([...Object.keys(asObject(recorded.attributes)), 'show'], Object.keys(asObject(attributes)))
    })
})
