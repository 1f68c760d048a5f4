import assert from 'node:assert/strict'
import {createChanges} from '../../../src/state/changes.ts'
import {explain} from '../../../src/state/explain.ts'
import {failuresIn} from '../../../src/state/failures.ts'
import {partsIn, placeOf, serverCount} from '../../../src/state/parts.ts'

const resource = (name: string, stack: string, id: string, more: Record<string, string> = {}) => ({
  resource_name: name,
  resource_type: 'OS::Heat::None',
  physical_resource_id: id,
  resource_status: 'CREATE_COMPLETE',
  resource_status_reason: 'state changed',
  updated_time: 't1',
  links: [
    {rel: 'self', href: 'x'},
    {rel: 'stack', href: `http://heat/stacks/name/${stack}`},
  ],
  ...more,
})
const server = (status: string, reason = 'state changed') =>
  resource('server', 'member', 'vm', {
    resource_type: 'OS::Nova::Server',
    resource_status: status,
    resource_status_reason: reason,
  })
const group = [resource('Compute', 'root', 'group'), resource('0', 'group', 'member')]

describe('parts of a deployment', () => {
  it('have a path from the top', () => {
    const [, , part] = partsIn([...group, server('CREATE_COMPLETE')])
    assert.deepEqual(part?.path, ['Compute', '0', 'server'])
    assert.equal(part && placeOf(part), 'Compute 0')
  })

  const counts: [status: string, up: number][] = [
    ['INIT_COMPLETE', 0],
    ['CREATE_IN_PROGRESS', 0],
    ['CREATE_COMPLETE', 1],
    ['UPDATE_COMPLETE', 1],
  ]
  for (const [status, up] of counts)
    it(`count a server in state ${status}`, () =>
      assert.deepEqual(serverCount(partsIn([...group, server(status)])), {up, all: 1}))

  it('are reported when they change, also after a list that lacks them', () => {
    const before = partsIn([...group, server('CREATE_COMPLETE')])
    const changes = createChanges(before)
    assert.deepEqual(changes.lines(partsIn(group)), [])
    assert.deepEqual(changes.lines(before), [])
    assert.deepEqual(changes.lines(partsIn([...group, server('UPDATE_COMPLETE')])), ['Compute 0: server updated'])
    assert.deepEqual(changes.deleted(partsIn(group)), ['Compute 0: server deleted'])
  })

  it('are reported once when Heat lists them as deleted', () => {
    const changes = createChanges(partsIn([...group, server('CREATE_COMPLETE')]))
    assert.deepEqual(changes.lines(partsIn([...group, server('DELETE_COMPLETE')])), ['Compute 0: server deleted'])
    assert.deepEqual(changes.deleted([]), [])
  })

  it('fail at the deepest, without what was only aborted', () => {
    const failed = {resource_status: 'CREATE_FAILED'}
    const parts = partsIn([
      resource('Compute', 'root', 'group', failed),
      resource('0', 'group', 'member', failed),
      server(
        'CREATE_FAILED',
        'ResourceInError: resources.server: Went to status ERROR due to "No valid host was found."',
      ),
      resource('1', 'group', 'other', {...failed, resource_status_reason: 'CREATE aborted'}),
    ])
    const failures = failuresIn(parts, 'one')
    assert.deepEqual(
      failures.map(({place, resource: name, next}) => [place, name, next]),
      [['Compute 0', 'server', 'osc flavor list --long']],
    )
  })
})

describe('reasons of failures', () => {
  const cases: [reason: string, text: RegExp, next: string | undefined][] = [
    ["No Flavor matching {'name': 'none'}.", /^The flavor none does not exist\.$/, 'osc flavor list'],
    [
      'Error validating value "none": The flavor (none) could not be found.',
      /^The flavor none does not/,
      'osc flavor list',
    ],
    ["No images matching {'name': 'i1'}.", /^The image i1 does not exist\.$/, 'osc image list'],
    ['Quota exceeded for cores: Requested 4', /^A quota is exceeded\./, 'osc limits show --absolute'],
    ['The Parameter (A) was not provided.', /parameter A\.$/, 'osc overcloud plan set one --parameter KEY=VALUE'],
    ['Went to status ERROR due to "Unknown"', /^Nova could not start the server\. Unknown$/, 'osc server show SERVER'],
    ['Something else', /^Something else$/, undefined],
  ]
  for (const [reason, text, next] of cases)
    it(`are explained: ${reason.slice(0, 40)}`, () => {
      const explained = explain(reason, 'one')
      assert.match(explained.text, text)
      assert.equal(explained.next, next)
    })
})
