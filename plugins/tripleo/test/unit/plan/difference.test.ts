import assert from 'node:assert/strict'
import {type Deployment, differences} from '../../../src/plan/difference.ts'

const roles = ['Compute', 'ComputeGpu', 'Controller']
const of = (given: Partial<Deployment>): Deployment => ({values: {}, template: {}, files: {}, ...given})
const values = (given: Deployment['values']) => of({values: given})

describe('differences of a plan and what is deployed', () => {
  const cases: [what: string, deployed: Deployment, planned: Deployment, lines: string[]][] = [
    ['are none for equal ones', values({A: 1, B: {x: [1]}}), values({A: '1', B: {x: [1]}}), []],
    ['count servers', values({ComputeCount: 2}), values({ComputeCount: 3}), ['Compute: 2 -> 3 servers']],
    ['count one server', values({ComputeCount: '2'}), values({ComputeCount: 1}), ['Compute: 2 -> 1 server']],
    [
      'know the longest role',
      values({ComputeGpuCount: 0}),
      values({ComputeGpuCount: 4}),
      ['ComputeGpu: 0 -> 4 servers'],
    ],
    [
      'name images and flavors',
      values({ComputeImage: 'i1'}),
      values({ComputeImage: 'i2', ControllerFlavor: 'big'}),
      ['Compute: image i1 -> i2', 'Controller: flavor default -> big'],
    ],
    [
      'use the defaults of templates',
      of({template: {parameters: {ComputeCount: {default: 2}}}}),
      of({template: {parameters: {ComputeCount: {default: 2}}}, values: {ComputeCount: 5}}),
      ['Compute: 2 -> 5 servers'],
    ],
    [
      'show other values',
      values({Zone: 'a', Old: true}),
      values({Zone: ['b']}),
      ['Old: true -> default', 'Zone: a -> ["b"]'],
    ],
    [
      'hide secrets',
      values({ApiToken: 'one', OldKey: 'two', AdminPassword: '******'}),
      values({ApiToken: 'three', NewSecret: 'four', AdminPassword: 'five'}),
      ['ApiToken: changed (secret)', 'NewSecret: set (secret)', 'OldKey: removed (secret)'],
    ],
    [
      'hide signed URLs',
      values({}),
      values({BackupTempurl: 'http://x?temp_url_sig=1'}),
      ['BackupTempurl: set (secret)'],
    ],
    ['ignore what is always new', values({DeployIdentifier: '1'}), values({SwiftRingGetTempurl: 'x'}), []],
    [
      'ignore the notation of templates',
      of({files: {'a.yaml': '{"x": [1, "2"], "y": {"get_file": "b.sh"}}'}}),
      of({files: {'a.yaml': '# a comment\nx: [1, "2"]\ny: {get_file: b.sh}\n'}}),
      [],
    ],
    [
      'name templates',
      of({files: {'a.yaml': 'x\ny\nz\n', 'b.yaml': 'b', 'd.yaml': 'd'}, template: {a: 1}}),
      of({files: {'a.yaml': 'x\nY\nZ\n', 'c.yaml': 'c', 'd.yaml': 'd'}, template: {a: 2}}),
      [
        'templates: the root template changed',
        'templates: a.yaml changed (2 lines)',
        'templates: b.yaml is no longer used',
        'templates: c.yaml is new',
      ],
    ],
  ]
  for (const [what, deployed, planned, lines] of cases)
    it(what, () => assert.deepEqual(differences(deployed, planned, roles), lines))

  it('hide parameters that are secret in the plan, and secrets inside of values', () => {
    const planned = values({HashSuffix: 'one', Extra: {db_password: 'two', x: [1]}})
    const lines = differences(of({}), planned, roles, (name) => name === 'HashSuffix')
    assert.deepEqual(lines, ['Extra: default -> {"db_password":"***","x":[1]}', 'HashSuffix: set (secret)'])
  })
})
