import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'

const CREATE = 'tripleo.plan_management.v1.create_deployment_plan'
const DEPLOY = 'tripleo.deployment.v1.deploy_plan'
const URL = 'https://user:hunter2@example.org/templates.git'
const clock = {now: Date.now, pause: async () => await sleep(1)}

describe('options that only workflows of tripleo-common support', () => {
  let cloud: TestCloud
  const run = (line: string) => cloud.run(line.split(' '), {clock})
  const ok = async (line: string) => {
    const {status, stdout, stderr} = await run(line)
    assert.equal(status, 0, stderr)
    return stdout
  }
  /** Loads a workflow with the inputs that tripleo-common declares. */
  const load = async (verb: 'create' | 'update', name: string, input: readonly (string | object)[], action: string) => {
    writeFileSync(
      join(cloud.work, 'flow.json'),
      JSON.stringify({version: '2.0', [name]: {input, tasks: {one: {action}}}}),
    )
    await ok(`workflow ${verb} flow.json`)
  }
  const inputOf = async (name: string) => {
    const execution = JSON.parse(await ok(`workflow execution list --filter workflow_name=${name} -f json`)).at(-1)
    return JSON.parse(await ok(`workflow execution input show ${execution.ID}`))
  }

  before(async () => {
    cloud = await startTestCloud()
  })
  after(() => cloud.close())

  describe('overcloud plan create --source-url', () => {
    const input = ['container', {source_url: null}, {queue_name: 'tripleo'}, {generate_passwords: true}]

    it('has the workflow create the plan from a Git repository', async () => {
      await load('create', CREATE, input, 'std.noop')
      const {status, stderr} = await run(
        `overcloud plan create --source-url ${URL} --disable-password-generation git --debug`,
      )
      assert.equal(status, 0, stderr)
      assert.match(stderr, /^Plan git was created\.$/m)
      assert.doesNotMatch(stderr, /hunter2/)
      const expected = {container: 'git', source_url: URL, queue_name: 'tripleo', generate_passwords: false}
      assert.deepEqual(await inputOf(CREATE), expected)
    })

    it('reports that the workflow failed', async () => {
      await load('update', CREATE, input, 'std.fail')
      const {status, stderr} = await run(`overcloud plan create --source-url ${URL} git`)
      assert.equal(status, 1)
      assert.match(stderr, /^Plan git was not created: .+\n.*osc workflow execution report show /)
      assert.doesNotMatch(stderr, /hunter2/)
    })

    it('names a plan that is incomplete, and does not overwrite one', async () => {
      await load('update', CREATE, input, 'std.fail')
      let created: Promise<string> | undefined
      const pause = async () => {
        created ??= ok('overcloud plan create half')
        await created
      }
      const line = `overcloud plan create --source-url ${URL} half`.split(' ')
      const {status, stderr} = await cloud.run(line, {clock: {now: Date.now, pause}})
      assert.equal(status, 1, stderr)
      assert.match(stderr, /^Plan half is incomplete\.\nDelete it with: osc overcloud plan delete half$/m)
      const again = await cloud.run(line, {clock})
      assert.equal(again.status, 5)
      assert.match(again.stderr, /^The plan half already exists\.$/m)
    })

    it('needs a workflow that reads repositories', async () => {
      await load('update', CREATE, ['container'], 'std.noop')
      const {status, stderr} = await run(`overcloud plan create --source-url ${URL} git`)
      assert.equal(status, 1)
      assert.match(stderr, /does not have the workflow .*\n.*overcloud plan create --templates FOLDER git/)
    })

    it('does not accept options that change the contents', async () => {
      const {status, stderr} = await run(`overcloud plan create --source-url ${URL} --role Compute=2 git`)
      assert.equal(status, 2)
      assert.match(stderr, /^--role cannot be combined with --source-url\./)
    })
  })

  describe('overcloud deploy --config-download', () => {
    const line = 'overcloud deploy --yes --no-wait --config-download --overcloud-ssh-network storage --stack'

    it('has the workflow run Ansible after Heat', async () => {
      await load('create', DEPLOY, ['container', {config_download: false}, {ssh_network: 'ctlplane'}], 'std.noop')
      const {status, stderr} = await run(`${line} one`)
      assert.equal(status, 0, stderr)
      assert.doesNotMatch(stderr, /no effect/)
      assert.deepEqual(await inputOf(DEPLOY), {container: 'one', config_download: true, ssh_network: 'storage'})
    })

    it('reports that the workflow does not run Ansible', async () => {
      await load('update', DEPLOY, ['container', {config_download: false}], 'std.noop')
      const {status, stderr} = await run(`${line} two`)
      assert.equal(status, 0, stderr)
      assert.match(stderr, /^--config-download has no effect: /m)
      assert.deepEqual(await inputOf(DEPLOY), {container: 'two'})
    })
  })
})
