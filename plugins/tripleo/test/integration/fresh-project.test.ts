import assert from 'node:assert/strict'
import {asArray, asObject, decodeJson} from '@osc-cli/core'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {cloudEntry, oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'

describe('a project without workflows', function fresh() {
  this.timeout(120_000)
  before(async function () {
    await needs(this, 'workflowv2')
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const project = uniqueName('project')
  const inProject = (...line: string[]) => osc('--os-project-name', project, ...line)
  const states = async () => {
    const rows = asArray(decodeJson(await ok(inProject('undercloud', 'setup', '-f', 'json')))).map(asObject)
    for (const {Workbook} of rows) later('--os-project-name', project, 'workbook', 'delete', String(Workbook))
    assert.ok(rows.length > 0)
    return new Set(rows.map(({State}) => State))
  }

  it('explains how to load them', async () => {
    const {username} = asObject((await cloudEntry()).auth)
    later('project', 'delete', project)
    await ok(osc('project', 'create', project))
    await ok(osc('role', 'add', '--project', project, '--user', String(username), 'admin'))
    const stderr = await fails(1, inProject('overcloud', 'status'))
    assert.match(stderr, /does not have the workflow tripleo\.deployment\.v1\.deploy_plan\.\n.*: osc undercloud setup/)
  })

  it('loads them once', async () => {
    assert.deepEqual(await states(), new Set(['created']))
    assert.deepEqual(await states(), new Set(['unchanged']))
  })

  it('has what deployments need then', async () => {
    const rows = asArray(decodeJson(await ok(inProject('undercloud', 'status', '-f', 'json')))).map(asObject)
    const state = Object.fromEntries(rows.map(({Component, State}) => [Component, State]))
    assert.equal(state.workflows, 'osc')
    for (const one of ['object-store', 'orchestration', 'workflow', 'messaging-websocket'])
      assert.equal(state[one], 'available')
    await fails(4, inProject('overcloud', 'status'))
  })
})
