import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {JsonObject} from '@osc-cli/core'
import {forbidden, type SandboxService} from '@osc-cli/core/sandbox'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'
import nova from '#sandbox/index'

const LOCAL = {
  uuid: 'IMAGE',
  boot_index: 0,
  source_type: 'image',
  destination_type: 'local',
  delete_on_termination: true,
}
const ON_VOLUME = {...LOCAL, destination_type: 'volume', delete_on_termination: false}
const BLANK = {boot_index: -1, source_type: 'blank', destination_type: 'local', delete_on_termination: true}

/** What openstackclient 10.2.1 sends for these options of `server create`, beside what every server has. */
const BODIES: readonly (readonly [options: string, server: JsonObject, beside?: JsonObject])[] = [
  ['--image disk --nic none', {}],
  ['--image disk --nic auto', {networks: 'auto'}],
  ['--image-property os_distro=x --network net', {networks: [{uuid: 'NET'}]}],
  [
    '--image disk --boot-from-volume 2 --nic none',
    {imageRef: '', block_device_mapping_v2: [{...ON_VOLUME, volume_size: 2}]},
  ],
  [
    '--volume data --nic none',
    {
      imageRef: '',
      block_device_mapping_v2: [{uuid: 'VOLUME', boot_index: 0, source_type: 'volume', destination_type: 'volume'}],
    },
  ],
  [
    '--snapshot snap --nic none',
    {imageRef: '', block_device_mapping_v2: [{...ON_VOLUME, uuid: 'SNAPSHOT', source_type: 'snapshot'}]},
  ],
  [
    '--image disk --nic none --block-device-mapping vdb=data:volume:3:true --block-device-mapping vdc=snap:snapshot',
    {
      block_device_mapping_v2: [
        LOCAL,
        {
          device_name: 'vdb',
          uuid: 'VOLUME',
          source_type: 'volume',
          destination_type: 'volume',
          volume_size: '3',
          delete_on_termination: 'true',
        },
        {device_name: 'vdc', uuid: 'SNAPSHOT', source_type: 'snapshot', destination_type: 'volume'},
      ],
    },
  ],
  [
    '--nic none --block-device uuid=u,source_type=image,destination_type=volume,volume_size=2,boot_index=0,delete_on_termination=true,tag=root --block-device device.json',
    {
      imageRef: '',
      block_device_mapping_v2: [
        {
          uuid: 'u',
          source_type: 'image',
          destination_type: 'volume',
          volume_size: '2',
          boot_index: 0,
          delete_on_termination: true,
          tag: 'root',
        },
        {uuid: 'v', source_type: 'volume', destination_type: 'volume', boot_index: 1},
      ],
    },
  ],
  [
    '--image disk --nic none --swap 64 --ephemeral size=1,format=ext4',
    {
      block_device_mapping_v2: [
        LOCAL,
        {...BLANK, guest_format: 'swap', volume_size: 64},
        {...BLANK, guest_format: 'ext4', volume_size: '1'},
      ],
    },
  ],
  [
    '--image disk --port port --network net --nic net-id=net,v4-fixed-ip=10.0.0.7,tag=front',
    {networks: [{port: 'PORT'}, {uuid: 'NET'}, {uuid: 'NET', fixed_ip: '10.0.0.7', tag: 'front'}]},
  ],
  [
    '--image disk --nic none --hint a=1 --hint b=2 --hint b=3 --server-group group',
    {},
    {'OS-SCH-HNT:scheduler_hints': {a: '1', b: ['2', '3'], group: 'GROUP'}},
  ],
  [
    '--image disk --nic none --user-data text --key-name k --property a=1 --property b=2 --tag t --tag u --hostname h --description d',
    {
      user_data: 'aGVsbG8K',
      key_name: 'k',
      metadata: {a: '1', b: '2'},
      tags: ['t', 'u'],
      hostname: 'h',
      description: 'd',
    },
  ],
  [
    '--image disk --nic none --security-group web --use-config-drive --password secret --trusted-image-cert c1 --trusted-image-cert c2',
    {
      security_groups: [{name: 'SECURITY'}],
      config_drive: true,
      adminPass: 'secret',
      trusted_image_certificates: ['c1', 'c2'],
    },
  ],
  [
    '--image disk --nic none --min 2 --max 3 --availability-zone nova --host h --hypervisor-hostname h',
    {min_count: 2, max_count: 3, availability_zone: 'nova', host: 'h', hypervisor_hostname: 'h'},
  ],
]

/** Nova that keeps the body of a server's creation and refuses it. */
function novaThatKeeps(bodies: JsonObject[]): SandboxService {
  return {
    ...nova,
    open(cloud) {
      const {routes, ...rest} = nova.open(cloud)
      return {
        ...rest,
        routes: {
          ...routes,
          'POST /v2.1/servers': ({body}) => {
            bodies.push(body)
            throw forbidden('Kept.')
          },
        },
      }
    },
  }
}

describe('the body that server create sends', function () {
  this.timeout(180_000)
  const bodies: JsonObject[] = []
  const names = new Map<string, string>()
  let cloud: TestCloud

  before(async () => {
    cloud = await startTestCloud({services: [{...novaThatKeeps(bodies), prefix: 'keeping-compute'}]})
    writeFileSync(join(cloud.work, 'disk.img'), 'bytes')
    writeFileSync(join(cloud.work, 'text'), 'hello\n')
    writeFileSync(
      join(cloud.work, 'device.json'),
      '{"uuid": "v", "source_type": "volume", "destination_type": "volume", "boot_index": 1}',
    )
    const made: [string, string][] = [
      ['IMAGE', 'image create --file disk.img --property os_distro=x disk'],
      ['NET', 'network create net'],
      ['PORT', 'port create --network net port'],
      ['VOLUME', 'volume create --size 1 data'],
      ['SNAPSHOT', 'volume snapshot create --volume data snap'],
      ['GROUP', 'server group create --policy affinity group'],
      ['SECURITY', 'security group create web'],
    ]
    for (const [name, line] of made) {
      const {status, stdout, stderr} = await cloud.osc(...line.split(' '), '-f', 'value', '-c', 'id')
      assert.equal(status, 0, `${line}: ${stderr}`)
      names.set(stdout.trim(), name)
    }
  })
  after(() => cloud.close())

  /** The body that is sent, with names in place of IDs. */
  async function sentFor(options: string, version: string): Promise<{server: JsonObject}> {
    bodies.length = 0
    const line = `server create --flavor 1 ${options} web`
    const {stderr} = await cloud.osc('--os-compute-api-version', version, ...line.split(' '))
    assert.match(stderr, /Kept\./)
    return JSON.parse(JSON.stringify(bodies[0]).replaceAll(/[0-9a-f-]{36}/g, (id) => names.get(id) ?? id))
  }

  // As Nova's API reference has it: openstackclient 10.2.1 fails here.
  it('--file', async () => {
    const {server} = await sentFor('--image disk --nic none --file /etc/motd=text', '2.56')
    assert.deepEqual(server.personality, [{path: '/etc/motd', contents: 'aGVsbG8K'}])
  })

  for (const [options, server, beside] of BODIES)
    it(options, async () => {
      const sent = await sentFor(options, '2.93')
      const common = {
        name: 'web',
        flavorRef: '1',
        imageRef: 'IMAGE',
        min_count: 1,
        max_count: 1,
        networks: 'none',
        block_device_mapping_v2: [LOCAL],
      }
      assert.deepEqual(sent, {server: {...common, ...server}, ...beside})
    })
})
