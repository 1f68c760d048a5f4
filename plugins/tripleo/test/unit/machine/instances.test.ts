import assert from 'node:assert/strict'
import type {Json} from '@osc-cli/core'
import {instancesIn} from '#machine/instances'

const read = (...roles: Json[]) => instancesIn('f.yaml', roles, 'first')
const names = (...roles: Json[]) => read(...roles).wanted.map(({hostname, machine}) => [hostname, machine])

describe('servers of a file for provisioning', () => {
  it('are named after their role and its plan', () => {
    const {wanted, unwanted, parameters} = read({name: 'Controller'}, {name: 'Compute', count: 2})
    assert.deepEqual(
      [...wanted, ...unwanted].map(({hostname}) => hostname),
      ['first-controller-0', 'first-novacompute-0', 'first-novacompute-1'],
    )
    assert.deepEqual(parameters, {
      HostnameMap: {
        'first-controller-0': 'first-controller-0',
        'first-novacompute-0': 'first-novacompute-0',
        'first-novacompute-1': 'first-novacompute-1',
      },
      ControllerHostnameFormat: '%stackname%-controller-%index%',
      ControllerCount: 1,
      ComputeHostnameFormat: '%stackname%-novacompute-%index%',
      ComputeCount: 2,
    })
  })

  it('have the defaults of their role, and of TripleO', () => {
    const defaults = {image: {href: 'i'}, profile: 'compute', capabilities: {a: 1}, root_size_gb: 20, nics: []}
    const [one, two] = read({name: 'R', count: 2, defaults, instances: [{name: 'm-1', root_size_gb: 9}]}).wanted
    assert.deepEqual([one?.hostname, one?.machine, one?.rootSize, one?.image.href], ['m-1', 'm-1', 9, 'i'])
    assert.deepEqual([two?.hostname, two?.machine, two?.rootSize, two?.nics], ['first-r-1', undefined, 20, []])
    assert.deepEqual(Object.fromEntries(two?.capabilities ?? []), {a: '1', profile: 'compute'})
    const [plain] = read({name: 'R'}).wanted
    assert.deepEqual(
      [plain?.image.href, plain?.nics, plain?.resourceClass, plain?.rootSize],
      ['overcloud-full', [{network: 'ctlplane'}], 'baremetal', 49],
    )
  })

  it('take free names beside those that are given', () => {
    const instances = [{hostname: 'first-r-1'}, {hostname: 'own', name: 'm-2'}]
    assert.deepEqual(names({name: 'R', count: 3, instances}), [
      ['first-r-1', undefined],
      ['own', 'm-2'],
      ['first-r-2', undefined],
    ])
  })

  it('that are marked are removed, and the plan gets their numbers', () => {
    const instances = [{name: 'm-1'}, {hostname: 'first-r-1', provisioned: false}]
    const {wanted, unwanted, parameters} = read({name: 'R', count: 1, instances})
    assert.deepEqual(
      [wanted.map(({hostname}) => hostname), unwanted.map(({hostname}) => hostname)],
      [['m-1'], ['first-r-1']],
    )
    assert.deepEqual(parameters.RRemovalPolicies, [{resource_list: [1]}])
    assert.equal(parameters.RCount, 1)
  })

  const faults: [title: string, content: Json, fault: string][] = [
    ['a dictionary', {}, 'Expected a list of roles.'],
    ['a role without a name', [{}], 'role 1: name is missing.'],
    ['an unknown key', [{name: 'R', nope: 1}], 'role 1 (R): The key nope is not known.'],
    ['a count in words', [{name: 'R', count: 'two'}], 'role 1 (R): count: Expected a whole number.'],
    ['too many instances', [{name: 'R', instances: [{}, {}]}], 'role 1 (R): 2 instances are more than the count, 1.'],
    ['one name for all', [{name: 'R', hostname_format: 'x'}], 'role 1 (R): hostname_format must contain %index%.'],
    [
      'a name for all machines',
      [{name: 'R', defaults: {name: 'm'}}],
      'role 1 (R), defaults: The key name is not known.',
    ],
    ['an image without a name', [{name: 'R', defaults: {image: {}}}], 'role 1 (R), defaults, image: href is missing.'],
    [
      'one machine for two',
      [{name: 'R', count: 2, instances: [{name: 'm'}, {name: 'm', hostname: 'x'}]}],
      'The name m is used more than once.',
    ],
  ]
  for (const [title, content, fault] of faults)
    it(`cannot have ${title}`, () => {
      assert.throws(() => instancesIn('f.yaml', content, 'first'), {message: `f.yaml has a fault.\n  ${fault}`})
    })
})
