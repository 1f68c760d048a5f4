import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('RBAC policies', () => {
  const {ok, json, refuses} = onSandbox()

  it('share networks and QoS policies with projects', async () => {
    const network = await json('network create private')
    await ok('network qos policy create slow')
    const policy = await json(
      'network rbac create --type network --action access_as_shared --target-all-projects private',
    )
    assert.deepEqual([policy.object_id, policy.target_project_id], [network.id, '*'])
    await ok('network rbac create --type qos_policy --action access_as_shared --target-project demo slow')
    assert.deepEqual((await json('network rbac list --long --type network'))[0].Action, 'access_as_shared')
    assert.equal((await json('network rbac list --target-project *')).length, 1)
    const {id: demo} = await json('project show demo')
    await ok(`network rbac set --target-project demo ${policy.id}`)
    assert.equal((await json(`network rbac show ${policy.id}`)).target_project_id, demo)
    await ok(`network rbac delete ${policy.id}`)
    assert.deepEqual(await json('network rbac list --type network'), [])
  })

  refuses([
    ['network rbac create --type network --action access_as_shared private', 2, /--target-project/],
    ['network rbac create --type router --action access_as_shared --target-all-projects x', 2, /--type/],
    [
      'network rbac create --type network --action access_as_shared --target-all-projects nothing',
      4,
      /No network with a name or ID of 'nothing' exists/,
    ],
    ['network rbac show nothing', 4, /No network rbac with a name or ID of 'nothing' exists/],
  ])
})
