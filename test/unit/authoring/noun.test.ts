import assert from 'node:assert/strict'
import {nounFiles} from '../../../scripts/noun/files.ts'

/** A noun of each REST style: what its generated files must contain. */
const NOUNS: readonly [style: string, ...Parameters<typeof nounFiles>, Readonly<Record<string, readonly string[]>>][] =
  [
    [
      'records with an envelope and microversions',
      {noun: 'server group', plugin: 'compute', service: 'compute'},
      {
        'src/server-group.ts': [
          "path: '/os-server-groups',",
          "member: 'server_group',",
          "collection: 'server_groups',",
          "newest: '2.64',",
          "Members: 'member_ids',",
        ],
        'src/sandbox/server-group.ts': ["restCollection(cloud, 'compute/server-groups', {", "without: ['update'],"],
        'src/commands/server/group/create.ts': [
          'class ServerGroupCreate extends ShowCommand {',
          "name: Args.string({description: '', required: true}),",
          "options: ['affinity', 'anti-affinity', 'soft-affinity', 'soft-anti-affinity']",
          "rule: Flags.keyValues({description: ''}),",
        ],
        'src/commands/server/group/delete.ts': ['class ServerGroupDelete extends OscCommand {', 'multiple: true'],
        'src/commands/server/group/list.ts': ['flags.long ? serverGroupLongColumns : serverGroupColumns'],
        'src/commands/server/group/show.ts': ['await this.show(await this.api(ServerGroup).find(args.server_group)'],
        'test/unit/server-group.test.ts': ["cloud.osc('server', 'group', 'create')"],
      },
    ],
    [
      'updates by PUT, with tags and shared sets of options',
      {noun: 'subnet', plugin: 'network', service: 'network'},
      {
        'src/subnet.ts': ["member: 'subnet',", "updateMethod: 'PUT',", "is_dhcp_enabled: 'enable_dhcp',"],
        'src/sandbox/subnet.ts': ["updateMethod: 'PUT',", "ip_version: {type: 'integer', nullable: true},"],
        'src/commands/subnet/list.ts': [
          "...projectFlags(''),",
          "...tagFilterFlags('subnets'),",
          "...Flags.choices({dhcp: '', 'no-dhcp': ''}),",
        ],
        'src/commands/subnet/set.ts': ["...tagSetFlags('subnet'),"],
        'src/commands/subnet/unset.ts': ["...tagUnsetFlags('subnet'),"],
      },
    ],
    [
      'records without an envelope, changed by JSON patches',
      {noun: 'image', plugin: 'image', service: 'image'},
      {
        'src/image.ts': ["collection: 'images',\n})", "is_hidden: 'os_hidden',", "Protected: 'is_protected',"],
        'src/sandbox/image.ts': ['jsonPatch: true,'],
        'src/commands/image/save.ts': ['class ImageSave extends OscCommand {'],
      },
    ],
    [
      'an SDK resource of another name',
      {noun: 'volume qos', plugin: 'volume', service: 'block-storage', wanted: 'block_storage/v3.qos_spec.QoSSpec'},
      {
        'src/volume-qos.ts': ["service: 'block-storage',", "path: '/qos-specs',", "member: 'qos_specs',"],
        'src/commands/volume/qos/associate.ts': ['class VolumeQosAssociate extends OscCommand {'],
        'src/commands/volume/qos/create.ts': ["options: ['front-end', 'back-end', 'both']"],
      },
    ],
    [
      'records that are found by their name in the path',
      {noun: 'messaging queue', plugin: 'messaging', service: 'message'},
      {
        'src/messaging-queue.ts': ["path: '/queues',", "by: 'path',", "idKey: 'name',"],
        'src/sandbox/messaging-queue.ts': ["idKey: 'name',"],
        'src/commands/messaging/queue/list.ts': ["with_count: Flags.boolean({description: ''}),"],
      },
    ],
  ]

describe('npm run noun', () => {
  for (const [style, noun, expected] of NOUNS)
    it(`writes the files of ${noun.noun}: ${style}`, () => {
      const files = nounFiles(noun)
      for (const [path, lines] of Object.entries(expected)) {
        const text = files.get(path) ?? assert.fail(`${path} is missing; there are: ${[...files.keys()].join(', ')}`)
        for (const line of lines) assert.ok(text.includes(line), `${path} does not contain: ${line}\n${text}`)
      }
    })

  it('leaves out the resource when the SDK does not have it', () => {
    const files = nounFiles({noun: 'alarm', plugin: 'alarming', service: 'alarming'})
    assert.ok(files.has('src/commands/alarm/list.ts'))
    assert.equal(files.has('src/alarm.ts'), false)
  })

  it('writes nothing for a noun that the reference does not have', () => {
    assert.equal(nounFiles({noun: 'teapot', plugin: 'compute', service: 'compute'}).size, 0)
  })
})
