import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('auto-allocated topologies and service providers', () => {
  const {ok, json, refuses} = onSandbox()

  it('creates a topology once, checks and deletes it', async () => {
    const {project_id: project} = await json('token issue')
    const topology = await json('network auto allocated topology create')
    assert.equal(topology.project_id, project)
    assert.deepEqual(await json('network auto allocated topology create --or-show'), topology)
    const {id: demo} = await json('project show demo')
    assert.equal((await json('network auto allocated topology create --project demo')).project_id, demo)
    assert.deepEqual(await json('network auto allocated topology create --check-resources'), {dry_run: 'pass'})
    await ok('network auto allocated topology delete --project demo')
    await ok('network auto allocated topology delete')
    assert.notEqual((await json('network auto allocated topology create')).id, topology.id)
  })

  it('lists service providers', async () => {
    assert.deepEqual(await json('network service provider list'), [
      {'Service Type': 'L3_ROUTER_NAT', Name: 'single_node', Default: true},
    ])
  })

  refuses([
    ['network auto allocated topology create --project nothing', 4, /No project with a name or ID of 'nothing' exists/],
    ['network auto allocated topology create --os-system-scope all', 2, /Your credentials are not scoped to a project/],
  ])
})
