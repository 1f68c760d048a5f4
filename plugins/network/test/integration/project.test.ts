import assert from 'node:assert/strict'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {describe, it} from 'mocha'
import {has, path, rows} from './neutron.ts'

describe('network settings of a project', () => {
  before(async function () {
    await needs(this, 'network')
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const project = uniqueName('project')
  const run = (line: string) => osc(...line.split(' '))
  const json = async (line: string) => JSON.parse(await ok(run(`${line} -f json`)))
  let id = ''
  const createProject = async () => {
    later('project', 'delete', project)
    id = (await json(`project create ${project}`)).id
  }

  it('creates and deletes an auto-allocated topology', async function () {
    const topology = async (query = '') => api('network', 'GET', await path(`/auto-allocated-topology/${id}${query}`))
    if (!(await has('auto-allocated-topology'))) this.skip()
    await createProject()
    const {status} = await topology('?fields=dry-run')
    if (status !== 200) {
      await fails(5, run(`network auto allocated topology create --check-resources --project ${project}`))
      return
    }
    const created = await json(`network auto allocated topology create --project ${project}`)
    assert.match(JSON.stringify((await topology()).body), new RegExp(created.id))
    await ok(run(`network auto allocated topology delete --project ${project}`))
    // The look-up creates the next one, which has another ID.
    assert.doesNotMatch(JSON.stringify((await topology()).body), new RegExp(created.id))
    await ok(run(`network auto allocated topology delete --project ${project}`))
  })

  it('creates, changes and deletes the default statefulness of security groups', async function () {
    if (!(await has('security-groups-default-statefulness'))) this.skip()
    if (id === '') await createProject()
    const {id: setting} = await json(`security group default statefulness create --stateless --project ${project}`)
    later('security', 'group', 'default', 'statefulness', 'delete', setting)
    const stored = async () =>
      (await rows('/security-groups-default-statefulness')).filter((one) => one.project_id === id)
    assert.deepEqual(await stored(), [{id: setting, project_id: id, stateful: false}])
    await ok(run(`security group default statefulness set --stateful ${setting}`))
    assert.equal((await stored())[0]?.stateful, true)
    await ok(run(`security group default statefulness delete ${setting}`))
    assert.deepEqual(await stored(), [])
    await fails(4, run(`security group default statefulness show ${setting}`))
  })
})
