import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {cloudName, oscOnCloud, uniqueName, userCloudName} from './support/cloud.ts'

const FAILS = `heat_template_version: 2018-08-31
resources:
  one: {type: OS::Heat::TestResource, properties: {fail: true}}
`

describe('failures on a cloud, as a plain user', () => {
  const osc = oscOnCloud(userCloudName())

  const why = async () => JSON.parse((await osc('why', '--json')).stdout)

  it('403: the rule, the roles, the project, and the cloud to switch to', async () => {
    const {status, stdout, stderr} = await osc('user', 'list', '-f', 'json')
    assert.deepEqual({status, stdout}, {status: 1, stdout: ''})
    const {code, cause, next, rule} = JSON.parse(stderr)
    assert.equal(code, 'PolicyRefused')
    assert.equal(rule, 'identity:list_users')
    assert.match(cause, /rule identity:list_users\. Your roles? on project \w+: .*member.*\. Usually required: admin/)
    assert.equal(next[0], `osc --os-cloud ${cloudName()} user list -f json`)
    assert.equal((await why()).evidence.status, 403)
  })

  it('401: a wrong password, and nowhere is it kept', async () => {
    const {status, stderr} = await osc('--os-password', 'surely-not-this-one', 'token', 'issue')
    assert.equal(status, 3)
    assert.match(stderr, /Check the password \(from --os-password\)/)
    const kept = await why()
    assert.equal(kept.code, 'WrongPassword')
    assert.doesNotMatch(JSON.stringify(kept), /surely-not/)
  })

  it('a token that is none', async () => {
    const {status, stderr} = await osc([
      '--os-auth-type',
      'token',
      '--os-token',
      'gAAAAABnone',
      'token',
      'issue',
      '-f',
      'json',
    ])
    assert.equal(status, 3)
    assert.equal(JSON.parse(stderr).code, 'TokenExpired')
  })

  it('404: names what to look at', async () => {
    const {status} = await osc('stack', 'show', uniqueName('none'))
    assert.equal(status, 4)
    const {code, next, evidence} = await why()
    assert.equal(code, 'Http404')
    assert.equal(next[0], 'osc stack list')
    assert.match(evidence.request_id, /^req-/)
  })

  it('a stack that fails: reason, deepest cause, fault and verbs, a twin that is refused', async () => {
    const [name, template] = [uniqueName('stack'), join(osc.place.work, 'fails.yaml')]
    writeFileSync(template, FAILS)
    try {
      const made = await osc('stack', 'create', '-t', template, '--wait', '--poll', '1', name)
      assert.equal(made.status, 6)
      assert.match(
        made.stderr,
        /failed to create \(CREATE_FAILED\)\.\n {2}.*OS::Heat::TestResource.*Test Resource failed/,
      )
      assert.equal((await why()).code, 'Wait')
      const twin = await osc('stack', 'create', '-t', template, name, '-f', 'json')
      assert.equal(twin.status, 5)
      assert.equal(JSON.parse(twin.stderr).next[0], `osc stack show ${name}`)
      const {stdout} = await osc(['stack', 'show', name], {terminal: {}})
      assert.match(stdout, /\n {2}Fault: .*Test Resource failed.*\n {2}Next: osc stack failures list /)
    } finally {
      await osc('stack', 'delete', '--yes', name)
    }
  })

  it('a connection that is refused, and a region that is not there', async () => {
    const refused = await osc(['--os-auth-url', 'http://127.0.0.1:1/v3', 'token', 'issue'], {record: false})
    assert.equal(refused.status, 1)
    assert.match(refused.stderr, /connection refused\.\nThe address comes from auth_url \(--os-auth-url\)\./)
    assert.equal((await osc('--os-region-name', 'Nowhere', 'stack', 'list')).status, 3)
  })

  it('doctor finds nothing wrong, and a wrong password', async () => {
    const well = await osc('doctor')
    assert.equal(well.status, 0)
    assert.match(well.stdout, /\nok +authentication +logged in as /)
    assert.equal((await osc('--os-password', 'surely-not-this-one', 'doctor')).status, 3)
  })
})
