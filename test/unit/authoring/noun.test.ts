import assert from 'node:assert/strict'
import {nounFiles} from '../../../scripts/noun/files.ts'

/** What generated files must contain; generated-nouns.test.ts builds and runs a noun of each REST style. */
const NOUNS: readonly [fact: string, ...Parameters<typeof nounFiles>, Readonly<Record<string, readonly string[]>>][] = [
  [
    'microversions, columns with --long, choices',
    {noun: 'server group', services: ['compute']},
    {
      'src/server-group.ts': ["newest: '2.64',", "  Members: 'member_ids',"],
      'src/sandbox/server-group.ts': ["restRecords(cloud, 'compute/server-groups', {", "without: ['update'],"],
      'src/commands/server/group/create.ts': [
        "name: Args.string({description: 'Name of the new server group', required: true}),",
        "options: ['affinity', 'anti-affinity', 'soft-affinity', 'soft-anti-affinity']",
        "rule: Flags.keyValues({description: ''}),",
        "static override calls = ['POST /v2.1/os-server-groups']",
      ],
      'src/commands/server/group/delete.ts': ['await this.each(args.server_group, async (name) =>'],
      'src/commands/server/group/list.ts': ['flags.long ? serverGroupLongColumns : serverGroupColumns'],
      'test/unit/server-group.test.ts': ["await ok('server group create group1')"],
    },
  ],
  [
    'options that nouns share, and switches that exclude each other',
    {noun: 'subnet', services: ['network']},
    {
      'src/commands/subnet/list.ts': [
        "...projectFlags(''),",
        "...tagFilterFlags('subnets'),",
        "...Flags.choices({dhcp: '', 'no-dhcp': ''}),",
        'project_id: await projectOf(this.api, flags)',
        'firstOf(',
      ],
      'src/commands/subnet/set.ts': ["...tagSetFlags('subnet'),"],
      'src/commands/subnet/unset.ts': ["...tagUnsetFlags('subnet'),"],
    },
  ],
  [
    'an SDK resource of another name',
    {noun: 'volume qos', services: ['block-storage'], wanted: 'block_storage/v3.qos_spec.QoSSpec'},
    {
      'src/volume-qos.ts': ["service: 'block-storage',", "path: '/qos-specs',", "member: 'qos_specs',"],
      'src/commands/volume/qos/create.ts': ["options: ['front-end', 'back-end', 'both']"],
    },
  ],
  [
    'the test of a noun below a parent',
    {noun: 'loadbalancer member', services: ['load-balancer']},
    {
      'src/loadbalancer-pool.ts': ["path: '/lbaas/pools',"],
      'test/unit/loadbalancer-member.test.ts': [
        'await ok(\'api POST /lbaas/pools --service load-balancer --data {"pool":{"name":"pool1"}}\')',
        "await ok('loadbalancer member show pool1 member1')",
      ],
    },
  ],
]

describe('npm run noun', () => {
  for (const [fact, noun, expected] of NOUNS)
    it(`writes the files of ${noun.noun}: ${fact}`, () => {
      const {files} = nounFiles(noun)
      for (const [path, lines] of Object.entries(expected)) {
        const text = files.get(path) ?? assert.fail(`${path} is missing; there are: ${[...files.keys()].join(', ')}`)
        for (const line of lines) assert.ok(text.includes(line), `${path} does not contain: ${line}\n${text}`)
      }
    })

  it('names what is left for the author', () => {
    const {left, files} = nounFiles({noun: 'zone', services: ['dns']})
    assert.ok(left.includes('zone axfr: run()'))
    assert.ok(left.includes('zone show: --all-projects, --sudo-project-id'))
    assert.doesNotMatch(files.get('src/commands/zone/axfr.ts') ?? '', /run\(\)/)
  })

  it('leaves out the resource when the SDK does not have it', () => {
    const {files} = nounFiles({noun: 'alarm', services: ['alarming']})
    assert.ok(files.has('src/commands/alarm/list.ts'))
    assert.equal(files.has('src/alarm.ts'), false)
  })

  it('writes nothing for a noun that the reference does not have', () => {
    assert.equal(nounFiles({noun: 'teapot', services: ['compute']}).files.size, 0)
  })
})
