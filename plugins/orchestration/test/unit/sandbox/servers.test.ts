import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject, asText, decodeJson, type Json, type JsonObject} from '@osc-cli/core'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {template} from './support/on-heat.ts'

const APP = join(import.meta.dirname, '../../fixtures/app/app.yaml')
const PLUGINS = [
  'orchestration',
  'compute',
  'network',
  'volume',
  'image',
  'object-store',
  'alarming',
  'messaging',
  'workflow',
]

describe('resources of other services', function resources() {
  // Stacks of many servers, and a dozen commands in some tests.
  this.timeout(120_000)
  let cloud: TestCloud
  before(async () => {
    const plugins = PLUGINS.map((name) => join(import.meta.dirname, '../../../..', name))
    cloud = await startTestCloud({plugins})
    await done('network create --external outside')
    await done('subnet create --network outside --subnet-range 203.0.113.0/24 outside')
    await done('image create --disk-format raw --container-format bare tiny')
  })
  after(() => cloud.close())

  const run = (line: string) => cloud.osc(...line.split(' '))
  const done = async (line: string): Promise<string> => {
    const {status, stdout, stderr} = await run(line)
    assert.equal(status, 0, `${line}: ${stderr}`)
    return stdout
  }
  const json = async (line: string): Promise<Json> => decodeJson(await done(`${line} -f json`))
  const rows = async (line: string): Promise<JsonObject[]> => asArray(await json(line)).map(asObject)
  /** A template file with these resources, as an option. */
  const file = (name: string, resources: JsonObject, more: JsonObject = {}): string => {
    writeFileSync(join(cloud.work, `${name}.json`), JSON.stringify(template(resources, more)))
    return `-t ${name}.json`
  }
  const outputsOf = async (stack: string): Promise<JsonObject> => {
    const {outputs} = asObject(await json(`stack show ${stack}`))
    const pairs = asArray(outputs).map(asObject)
    return Object.fromEntries(pairs.map(({output_key: key, output_value: value}) => [String(key), value ?? null]))
  }
  const idOf = async (stack: string, resource: string): Promise<string> =>
    String(asObject(await json(`stack resource show ${stack} ${resource}`)).physical_resource_id)

  const PARAMETERS = ['flavor=m1.tiny', 'image=tiny', 'external=outside'].map((one) => `--parameter ${one}`).join(' ')

  describe('an application', () => {
    before(() => done(`stack create --wait -t ${APP} ${PARAMETERS} app`))

    it('has every resource and the values of the services as outputs', async () => {
      const resources = await rows('stack resource list app')
      assert.equal(resources.length, 14)
      assert.deepEqual(new Set(resources.map((one) => one.resource_status)), new Set(['CREATE_COMPLETE']))
      const outputs = await outputsOf('app')
      const net = asObject(await json(`network show ${await idOf('app', 'net')}`))
      const addresses = [outputs.web_address, outputs.public]
      assert.deepEqual(outputs.web_networks, {[String(net.name)]: addresses, [String(net.id)]: addresses})
      const [address] = asArray(asObject(outputs.db_addresses)[String(net.id)]).map(asObject)
      assert.deepEqual([address?.['OS-EXT-IPS:type'], asObject(address?.network).id], ['fixed', net.id])
      assert.deepEqual(outputs.worker_names, ['heatres-worker-0', 'heatres-worker-1'])
      assert.equal(outputs.volume_status, 'in-use')
      assert.equal(asObject(asArray(outputs.attachments)[0]).server_id, await idOf('app', 'db'))
      assert.equal(asObject(asArray(outputs.subnets)[0]).id, await idOf('app', 'subnet'))
      assert.match(await idOf('app', 'interface'), /:subnet_id=/)
    })

    it('is what the commands of the services show', async () => {
      assert.equal((await rows('server list')).length, 4)
      const [web] = await rows(
        `server list --name ${asText(asObject(await json(`server show ${await idOf('app', 'web')}`)).name)}`,
      )
      assert.deepEqual(Object.values(asObject(web?.Networks)), [['10.77.0.2', '203.0.113.2']])
      const rules = await rows(`security group rule list ${await idOf('app', 'group')}`)
      assert.deepEqual(rules.map((rule) => rule['Port Range']).toSorted(), ['', '', '', '22:22', '80:80'])
    })

    it('changes in place what can be changed', async () => {
      const ids = await Promise.all(['web', 'db', 'volume'].map((name) => idOf('app', name)))
      await done('stack update --wait --existing --parameter workers=3 --parameter size=2 app')
      assert.deepEqual(await Promise.all(['web', 'db', 'volume'].map((name) => idOf('app', name))), ids)
      assert.equal((await rows('server list')).length, 5)
      assert.equal(asObject(await json(`volume show ${ids[2]}`)).size, 2)
    })

    it('notices a server that was deleted, and replaces it', async () => {
      const [db, attachment] = [await idOf('app', 'db'), await idOf('app', 'attachment')]
      await done(`server delete --wait ${db}`)
      assert.equal((await run('stack check --wait app')).status, 6)
      const {stack_status: state, stack_status_reason: reason} = asObject(await json('stack show app'))
      assert.equal(state, 'CHECK_FAILED')
      assert.match(
        String(reason),
        /^Resource CHECK failed: \['NotFound: resources\.db: .* \(HTTP 404\) \(Request-ID: req-.*'\]\. 'CHECK' not fully supported/,
      )
      await done('stack update --wait --existing app')
      assert.notEqual(await idOf('app', 'db'), db)
      assert.equal(await idOf('app', 'attachment'), attachment)
      const {attachments} = await outputsOf('app')
      assert.equal(asObject(asArray(attachments)[0]).server_id, await idOf('app', 'db'))
    })

    it('replaces a server that is marked as unhealthy', async () => {
      const web = await idOf('app', 'web')
      await done('stack resource mark unhealthy app web')
      await done('stack update --wait --existing app')
      assert.notEqual(await idOf('app', 'web'), web)
      assert.equal((await outputsOf('app')).web_address, '10.77.0.2')
    })

    it('suspends and resumes its servers', async () => {
      await done('stack suspend --wait app')
      assert.deepEqual(new Set((await rows('server list')).map((one) => one.Status)), new Set(['SUSPENDED']))
      await done('stack resume --wait app')
      assert.deepEqual(new Set((await rows('server list')).map((one) => one.Status)), new Set(['ACTIVE']))
    })

    it('leaves nothing behind', async () => {
      await done('stack delete --yes --wait app')
      for (const noun of ['server', 'volume', 'floating ip', 'router', 'port'])
        assert.deepEqual(await rows(`${noun} list`), [], noun)
      assert.deepEqual(
        (await rows('network list')).map(({Name}) => Name),
        ['outside'],
      )
    })
  })

  describe('refuses before anything is created', () => {
    const server = (properties: JsonObject): JsonObject => ({
      type: 'OS::Nova::Server',
      properties: {flavor: 'm1.tiny', image: 'tiny', ...properties},
    })
    const type = (name: string, properties: JsonObject): JsonObject => ({type: `OS::${name}`, properties})
    // Words of a real Heat.
    const REFUSED: readonly [JsonObject, string][] = [
      [
        server({flavor: 'nope'}),
        "resources.r.properties.flavor: : Error validating value 'nope': No Flavor matching {'name': 'nope'}. (HTTP 404)",
      ],
      [
        server({image: 'noimg'}),
        "resources.r.properties.image: : Error validating value 'noimg': No images matching {'name': 'noimg'}.",
      ],
      [
        server({networks: [{network: 'nonet'}]}),
        "resources.r.properties.networks[0].network: : Error validating value 'nonet': Unable to find network with name or id 'nonet'",
      ],
      [
        server({key_name: 'nokey'}),
        "resources.r.properties.key_name: : Error validating value 'nokey': The Key (nokey) could not be found.",
      ],
      [
        type('Neutron::RouterInterface', {router: 'norouter', subnet: 'x'}),
        "resources.r.properties.router: : Error validating value 'norouter': Unable to find router with name or id 'norouter'",
      ],
      [
        type('Neutron::SecurityGroupRule', {security_group: 'nosg'}),
        "resources.r.properties.security_group: : Error validating value 'nosg': Unable to find security_group with name or id 'nosg'",
      ],
      [
        type('Neutron::Subnet', {network: 'outside', cidr: '10.0.0.0/33'}),
        "resources.r.properties.cidr: : Error validating value '10.0.0.0/33': Invalid net cidr invalid IPNetwork 10.0.0.0/33",
      ],
      [
        type('Neutron::Subnet', {network: 'outside'}),
        'At least one of the following properties must be specified: subnetpool, cidr.',
      ],
      [
        type('Neutron::Port', {network: 'outside', fixed_ips: [{ip_address: '1.2.3'}]}),
        "resources.r.properties.fixed_ips[0].ip_address: : Error validating value '1.2.3': Invalid IP address",
      ],
      [
        type('Cinder::Volume', {size: 1, volume_type: 'novt'}),
        "resources.r.properties.volume_type: : Error validating value 'novt': The VolumeType (novt) could not be found.",
      ],
      [
        type('Cinder::Volume', {}),
        'one and only one of "source_volid", "snapshot_id" must be specified, but currently specified options: [].',
      ],
      [
        type('Cinder::QoSAssociation', {qos_specs: 'noq', volume_types: []}),
        "Error validating value 'noq': No QoSSpecs matching {'name': 'noq'}. (HTTP 404)",
      ],
      [type('Nova::Server', {image: 'tiny'}), 'Property flavor not assigned'],
      [server({color: 'red'}), 'Unknown Property color'],
    ]
    for (const [i, [resource, message]] of REFUSED.entries())
      it(message, async () => {
        const {status, stderr} = await run(`stack create ${file(`refused-${i}`, {r: resource})} refused`)
        assert.equal(status, 1)
        assert.ok(stderr.includes(message), stderr)
        assert.equal((await run('stack show refused')).status, 4)
      })

    it('a parameter that names what does not exist', async () => {
      const parameters = {f: {type: 'string', constraints: [{custom_constraint: 'nova.flavor'}]}}
      const {stderr} = await run(`stack create --parameter f=nope ${file('parameter', {}, {parameters})} refused`)
      assert.ok(stderr.includes("Parameter 'f' is invalid: Error validating value 'nope': No Flavor matching"), stderr)
    })
  })

  it('fails when the server fails, with its reason', async () => {
    await done('flavor create --ram 99999999 --disk 0 --vcpus 1 big')
    const resources = {s: {type: 'OS::Nova::Server', properties: {flavor: 'big', image: 'tiny'}}}
    assert.equal((await run(`stack create --wait ${file('big', resources)} big`)).status, 6)
    const {stack_status: state, stack_status_reason: reason} = asObject(await json('stack show big'))
    assert.equal(state, 'CREATE_FAILED')
    assert.equal(
      reason,
      'Resource CREATE failed: ResourceInError: resources.s: Went to status ERROR due to "Message: No valid host was found. There are not enough hosts available., Code: 500"',
    )
    await done('stack delete --yes --wait big')
    assert.deepEqual(await rows('server list'), [])
  })

  it('fails when a quota is exceeded, in the words of Nova', async () => {
    await done('quota set --ram 1000 admin')
    const pair = {count: 2, resource_def: {type: 'OS::Nova::Server', properties: {flavor: 'm1.tiny', image: 'tiny'}}}
    const resources = {g: {type: 'OS::Heat::ResourceGroup', properties: pair}}
    assert.equal((await run(`stack create --wait ${file('quota', resources)} quota`)).status, 6)
    const {stack_status_reason: reason} = asObject(await json('stack show quota'))
    assert.match(
      String(reason),
      /Forbidden: resources\.g\.resources\.[01]: Quota exceeded for ram: Requested 512, but already used 512 of 1000 ram \(HTTP 403\) \(Request-ID: /,
    )
    await done('quota delete admin')
    await done('stack delete --yes --wait quota')
  })

  it('chains resources of different types', async () => {
    const chain = {resources: ['OS::Neutron::Net', 'OS::Neutron::SecurityGroup'], resource_properties: {name: 'linked'}}
    const resources = {c: {type: 'OS::Heat::ResourceChain', properties: chain}}
    const outputs = {refs: {value: {get_attr: ['c', 'refs']}}}
    await done(`stack create --wait ${file('chain', resources, {outputs})} chain`)
    const [network] = await rows('network list --name linked')
    assert.equal(asArray((await outputsOf('chain')).refs)[0], network?.ID)
    await done('stack delete --yes --wait chain')
  })

  it('heals a server that was deleted, by the chain of alarm, queue and workflow', async () => {
    const resources = {s: {type: 'OS::Nova::Server', properties: {flavor: 'm1.tiny', image: 'tiny'}}}
    await done(`stack create --wait ${file('healed', resources)} healed`)
    await done('healing enable healed')
    const server = await idOf('healed', 's')
    await done(`server delete --wait ${server}`)
    for (const end = Date.now() + 20_000; Date.now() < end && (await idOf('healed', 's')) === server; )
      await new Promise((resolve) => setTimeout(resolve, 50))
    assert.notEqual(await idOf('healed', 's'), server)
    await done('healing disable healed')
    await done('stack delete --yes --wait healed')
  })

  it('creates subnets before the ports and servers of their networks', async () => {
    const net = {get_resource: 'net'}
    const server = {flavor: 'm1.tiny', image: 'tiny', networks: [{network: net}]}
    const line = file('order', {
      a_port: {type: 'OS::Neutron::Port', properties: {network: net}},
      a_server: {type: 'OS::Nova::Server', properties: server},
      net: {type: 'OS::Neutron::Net'},
      subnet: {type: 'OS::Neutron::Subnet', properties: {network: net, cidr: '10.78.0.0/24'}},
    })
    await done(`stack create --wait ${line} order`)
    const ports = await rows(`port list --network ${await idOf('order', 'net')}`)
    const addresses = ports.map((port) => asText(asObject(asArray(port['Fixed IP Addresses'])[0]).ip_address))
    assert.deepEqual(addresses.sort(), ['10.78.0.2', '10.78.0.3'])
    await done('stack delete --yes --wait order')
  })

  it('attaches only the network that an update adds, when networks are named', async () => {
    for (const name of ['left', 'right']) {
      await done(`network create ${name}`)
      await done(`subnet create --network ${name} --subnet-range 10.2.0.0/24 ${name}`)
    }
    const on = (...networks: string[]): JsonObject => ({
      s: {
        type: 'OS::Nova::Server',
        properties: {flavor: 'm1.tiny', image: 'tiny', networks: networks.map((network) => ({network}))},
      },
    })
    await done(`stack create --wait ${file('named', on('left'))} named`)
    await done(`stack update --wait ${file('named', on('left', 'right'))} named`)
    const server = await idOf('named', 's')
    assert.equal((await rows(`port list --server ${server}`)).length, 2)
    await done(`stack update --wait ${file('named', on('right'))} named`)
    assert.equal((await rows(`port list --server ${server}`)).length, 1)
    assert.equal((await rows('port list --network right')).length, 1)
    await done('stack delete --yes --wait named')
    await done('network delete left right')
  })

  it('changes and deletes what connects resources that are named', async () => {
    await done('router create --external-gateway outside gate')
    for (const name of ['fast', 'slow']) await done(`volume type create ${name}`)
    const connected = (type: string): JsonObject => ({
      route: {
        type: 'OS::Neutron::ExtraRoute',
        properties: {router_id: 'gate', destination: '10.9.0.0/24', nexthop: '203.0.113.9'},
      },
      specs: {type: 'OS::Cinder::QoSSpecs', properties: {name: 'limits', specs: {iops: '5'}}},
      association: {
        type: 'OS::Cinder::QoSAssociation',
        properties: {qos_specs: {get_resource: 'specs'}, volume_types: [type]},
      },
    })
    const associations = async () => asObject(await json('volume qos show limits')).associations
    await done(`stack create --wait ${file('connected', connected('fast'))} connected`)
    assert.deepEqual(await associations(), ['fast'])
    assert.equal(asArray(asObject(await json('router show gate')).routes).length, 1)
    await done(`stack update --wait ${file('connected', connected('slow'))} connected`)
    assert.deepEqual(await associations(), ['slow'])
    // What a resource names may be gone when it is deleted.
    await done('volume type delete slow')
    await done('stack delete --yes --wait connected')
    assert.deepEqual(asObject(await json('router show gate')).routes, [])
    await done('router delete gate')
    await done('volume type delete fast')
  })

  it('does not delete a network that is in use', async () => {
    await done(`stack create --wait ${file('busy', {n: {type: 'OS::Neutron::Net', properties: {name: 'busy'}}})} busy`)
    await done('subnet create --network busy --subnet-range 10.1.0.0/24 busy')
    await done('port create --network busy used')
    await run('stack delete --yes --wait busy')
    const {stack_status: state, stack_status_reason: reason} = asObject(await json('stack show busy'))
    assert.equal(state, 'DELETE_FAILED')
    assert.match(
      String(reason),
      /^Resource DELETE failed: NetworkInUseClient: resources\.n: Unable to complete operation on network/,
    )
    await done('port delete used')
    await done('stack delete --yes --wait busy')
  })

  it('acts as the user of the stack', async () => {
    const resources = {
      n: {type: 'OS::Neutron::Net', properties: {name: 'of-demo'}},
      k: {type: 'OS::Nova::KeyPair', properties: {name: 'demo-key', save_private_key: true}},
    }
    const more = {outputs: {key: {value: {get_attr: ['k', 'private_key']}}}}
    const line = `stack create --wait ${file('demo', resources, more)} demo`
    const {status, stderr} = await cloud.run(line.split(' '), {cloud: 'sandbox-demo'})
    assert.equal(status, 0, stderr)
    const {stdout} = await cloud.run('keypair list -f value -c Name'.split(' '), {cloud: 'sandbox-demo'})
    assert.equal(stdout, 'demo-key\n')
    assert.deepEqual(await rows('keypair list'), [])
    const shown = await cloud.run('stack output show demo key -f value -c output_value'.split(' '), {
      cloud: 'sandbox-demo',
    })
    assert.match(shown.stdout, /BEGIN PRIVATE KEY/)
    await cloud.run('stack delete --yes --wait demo'.split(' '), {cloud: 'sandbox-demo'})
  })
})
