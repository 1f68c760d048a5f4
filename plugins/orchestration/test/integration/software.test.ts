import assert from 'node:assert/strict'
import {randomUUID} from 'node:crypto'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject, asText} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {lacks} from '@osc-cli/core/test/integration/support/features'
import {ids, times, urls} from '@osc-cli/core/test/integration/support/masks'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {after, before, describe, it} from 'mocha'
import {recordOf} from './support/stacks.ts'

const DEFINITION = `inputs:
- {name: who, type: String, default: world}
- {name: many, type: Number, default: 2}
outputs:
- {name: result, type: String}
options: {modulepath: /tmp}
`

describe('software', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const none = '00000000-0000-4000-8000-000000000000'
  const server = randomUUID()
  const [hello, deployed] = [uniqueName('hello'), uniqueName('deployed')]
  let config = ''
  let deployment = ''

  const records = async (kind: string) => asArray((await recordOf(`/${kind}`))[kind]).map(asObject)
  const created = async (...line: string[]) => JSON.parse(await ok(osc(...line, '-f', 'json')))

  before(() => {
    writeFileSync(join(osc.place.work, 'hello.sh'), '#!/bin/sh\necho "Grüße $who"\n')
    writeFileSync(join(osc.place.work, 'definition.yaml'), DEFINITION)
    writeFileSync(join(osc.place.work, 'broken.yaml'), 'inputs: [: }\n')
  })

  after(async () => {
    // Names of this run only: configs have nothing else to distinguish them from those of other users.
    for (const {id, server_id} of await records('software_deployments'))
      if (server_id === server) await api('orchestration', 'DELETE', `/software_deployments/${asText(id)}`)
    for (const {id, name} of await records('software_configs'))
      if ([hello, deployed].includes(asText(name) ?? ''))
        await api('orchestration', 'DELETE', `/software_configs/${asText(id)}`)
  })

  it('creates a config', async () => {
    const files = ['--config-file', 'hello.sh', '--definition-file', 'definition.yaml']
    config = (await created('software', 'config', 'create', '--group', 'script', ...files, hello)).id
    const record = await recordOf(`/software_configs/${config}`, 'software_config')
    assert.deepEqual([record.name, record.group, record.config], [hello, 'script', '#!/bin/sh\necho "Grüße $who"\n'])
    assert.deepEqual(
      asArray(record.inputs).map((input) => asObject(input).name),
      ['who', 'many'],
    )
    assert.deepEqual(record.options, {modulepath: '/tmp'})
  })

  it('prints a config that it creates as openstack does', async () => {
    const line = ['software', 'config', 'create', '--definition-file', 'definition.yaml', hello]
    await same(line, {formats: 'show', masks: [ids, times], cwd: osc.place.work, undo: async () => {}})
  })

  it('creates a deployment', async () => {
    const values = ['--input-value', 'who=me', '--input-value', 'extra=1', '--signal-transport', 'NO_SIGNAL']
    const line = ['software', 'deployment', 'create', '--config', config, '--server', server, ...values]
    deployment = (await created(...line, '--action', 'CREATE', deployed)).id
    const record = await recordOf(`/software_deployments/${deployment}`, 'software_deployment')
    assert.deepEqual([record.server_id, record.action, record.status], [server, 'CREATE', 'IN_PROGRESS'])
    const derived = await recordOf(`/software_configs/${asText(record.config_id)}`, 'software_config')
    const inputs = Object.fromEntries(
      asArray(derived.inputs)
        .map(asObject)
        .map(({name, value}) => [name, value]),
    )
    assert.deepEqual([inputs.who, inputs.extra, inputs.deploy_server_id], ['me', '1', server])
    const status = {
      status: 'COMPLETE',
      output_values: {deploy_stdout: 'one\ntwo\n', deploy_stderr: '', deploy_status_code: 0, result: 'well'},
    }
    assert.equal((await api('orchestration', 'PUT', `/software_deployments/${deployment}`, status)).status, 200)
  })

  it('prints a deployment that it creates as openstack does', async () => {
    const line = ['software', 'deployment', 'create', '--server', server, '--signal-transport', 'NO_SIGNAL', deployed]
    await same(line, {formats: 'show', masks: [ids, times], undo: async () => {}})
  })

  it('creates a deployment that is signaled through a temporary URL', async function () {
    lacks(this, 'swift-urls')
    const container = uniqueName('signals')
    const line = ['software', 'deployment', 'create', '--config', config, '--server', server]
    const made = await created(...line, '--container', container, '--timeout', '5', deployed)
    try {
      const record = await recordOf(`/software_configs/${made.config_id}`, 'software_config')
      const signal = asArray(record.inputs)
        .map(asObject)
        .find((input) => input.name === 'deploy_signal_id')
      const answer = await fetch(asText(signal?.value) ?? '', {method: 'PUT', body: '{"deploy_status_code": 0}'})
      assert.equal(answer.status, 201)
    } finally {
      const {body} = await api('object-store', 'GET', `/${container}?format=json`)
      for (const {name} of asArray(body).map(asObject))
        await api('object-store', 'DELETE', `/${container}/${asText(name)}`)
      await api('object-store', 'DELETE', `/${container}`)
    }
  })

  const compared: [string[], 'list' | 'show' | undefined][] = [
    [['config', 'list'], 'list'],
    [['config', 'list', '--limit', '1'], 'list'],
    [['deployment', 'list', '--server', server], 'list'],
    [['deployment', 'list', '--server', server, '--long'], 'list'],
    [['deployment', 'metadata', 'show', server], undefined],
  ]
  for (const [line, formats] of compared) {
    it(`software ${line.join(' ')} as openstack does`, () =>
      same(['software', ...line], formats && {formats}).then(() => {}))
  }

  for (const [words, formats] of [
    [['config', 'show'], 'show'],
    [['config', 'show', '--config-only'], undefined],
    [['deployment', 'show'], 'show'],
    [['deployment', 'show', '--long'], 'show'],
    [['deployment', 'output', 'show', '--all'], undefined],
    [['deployment', 'output', 'show', '--all', '--long'], undefined],
  ] as const) {
    it(`software ${words.join(' ')} as openstack does`, async () => {
      await same(['software', ...words, words[0] === 'config' ? config : deployment], {
        ...(formats && {formats}),
        masks: [urls],
      })
    })
  }
  it('shows one output as openstack does', async () => {
    for (const output of ['deploy_stdout', 'result']) {
      await same(['software', 'deployment', 'output', 'show', deployment, output])
      await same(['software', 'deployment', 'output', 'show', '--long', deployment, output])
    }
    assert.match(await ok(osc('software', 'deployment', 'output', 'show', deployment, 'result')), /well/)
  })

  it('lists and shows what Heat has', async () => {
    const {id, name} = await created('software', 'config', 'show', config)
    assert.deepEqual([id, name], [config, hello])
    const page = (await created('software', 'config', 'list', '--marker', config)) as {id: string}[]
    assert.ok(!page.some((row) => row.id === config))
    const rows = (await created('software', 'deployment', 'list', '--server', server)) as {id: string}[]
    assert.ok(rows.some((row) => row.id === deployment))
    const {metadata} = await recordOf(`/software_deployments/metadata/${server}`)
    assert.deepEqual(JSON.parse(await ok(osc('software', 'deployment', 'metadata', 'show', server))), metadata)
  })

  const wrong: [number, string[], RegExp][] = [
    [2, ['config', 'create'], /name/],
    [1, ['config', 'create', '--config-file', 'none.sh', 'x'], /none\.sh: no such file/],
    [1, ['config', 'create', '--definition-file', 'broken.yaml', 'x'], /broken\.yaml:1/],
    [4, ['config', 'show', none], /No software config/],
    [4, ['config', 'delete', none], /could not|not found|No software config/i],
    [2, ['config', 'show'], /config/],
    [2, ['config', 'list', '--limit', 'few'], /--limit/],
    [2, ['deployment', 'create', 'x'], /--server/],
    [
      2,
      ['deployment', 'create', '--server', server, '--signal-transport', 'PIGEON', 'x'],
      /TEMP_URL_SIGNAL, NO_SIGNAL/,
    ],
    [2, ['deployment', 'create', '--server', server, '--input-value', 'who', 'x'], /KEY=VALUE/],
    [4, ['deployment', 'create', '--server', server, '--config', none, 'x'], /No software config/],
    [4, ['deployment', 'show', none], /No software deployment/],
    [4, ['deployment', 'delete', none], /No software deployment/],
    [4, ['deployment', 'output', 'show', '--all', none], /No software deployment/],
    [2, ['deployment', 'output', 'show', none], /either an output or --all/],
    [2, ['deployment', 'metadata', 'show'], /server/],
  ]
  for (const [status, line, message] of wrong) {
    it(`software ${line.join(' ')} ends with ${status}`, async () =>
      assert.match(await fails(status, osc('software', ...line)), message))
  }

  it('lists the existing outputs', async () => {
    assert.match(await fails(4, osc('software', 'deployment', 'output', 'show', deployment, 'none')), /deploy_stdout/)
  })

  it('keeps those of other projects out', async () => {
    await fails(4, plain('software', 'config', 'show', config))
    await fails(4, plain('software', 'deployment', 'show', deployment))
    assert.equal((await recordOf(`/software_configs/${config}`, 'software_config')).id, config)
  })

  it('does not delete a config that is deployed, deletes deployments with their own configs', async () => {
    const {config_id} = await recordOf(`/software_deployments/${deployment}`, 'software_deployment')
    await fails(1, osc('software', 'config', 'delete', asText(config_id) ?? ''))
    assert.match(await fails(1, osc('software', 'deployment', 'delete', deployment, none)), /1 of 2/)
    for (const path of [`/software_deployments/${deployment}`, `/software_configs/${asText(config_id)}`])
      assert.equal((await api('orchestration', 'GET', path)).status, 404)
    assert.match(await fails(1, osc('software', 'config', 'delete', config, none)), /1 of 2/)
    assert.equal((await api('orchestration', 'GET', `/software_configs/${config}`)).status, 404)
  })
})
