import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject} from '@osc-cli/core'
import {oscOnCloud, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {times} from '@osc-cli/core/test/integration/support/masks'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, describe, it} from 'mocha'
import {RECORD_FORMATS} from './support/formats.ts'
import {recordOf} from './support/stacks.ts'
import {NESTED, TEMPLATE} from './support/templates.ts'

describe('orchestration', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())

  before(() => {
    const files = {
      ...NESTED,
      'web.yaml': TEMPLATE,
      'env.yaml': 'parameters: {text: from the environment}\n',
      'broken.yaml': 'heat_template_version: 2021-04-16\nresources: {a: {type: OS::Heat::NoSuchType}}\n',
    }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(osc.place.work, name), text)
  })

  const lists = [
    ['orchestration', 'service', 'list'],
    ['orchestration', 'resource', 'type', 'list'],
    ['orchestration', 'resource', 'type', 'list', '--long', '--filter', 'name=Heat'],
    ['orchestration', 'resource', 'type', 'list', '--filter', 'name=Value', '--filter', 'support_status=SUPPORTED'],
    ['orchestration', 'template', 'version', 'list'],
    ['orchestration', 'template', 'function', 'list', 'heat_template_version.2021-04-16'],
    ['orchestration', 'template', 'function', 'list', '--with_conditions', 'heat_template_version.2021-04-16'],
  ]
  for (const line of lists) {
    // A version's aliases are a list in the json of the newest heatclient.
    const formats = line.includes('version') ? RECORD_FORMATS : 'list'
    it(`${line.join(' ')} as openstack does`, () => same(line, {formats, masks: [times]}).then(() => {}))
  }

  const shows = [
    ['orchestration', 'build', 'info'],
    ['orchestration', 'resource', 'type', 'show', 'OS::Heat::Value'],
    ['orchestration', 'resource', 'type', 'show', '--long', 'OS::Heat::TestResource'],
    ['orchestration', 'resource', 'type', 'show', '--template-type', 'hot', 'OS::Heat::RandomString'],
    ['orchestration', 'resource', 'type', 'show', '--template-type', 'cfn', 'OS::Heat::RandomString'],
    ['orchestration', 'template', 'validate', '-t', 'web.yaml'],
    ['orchestration', 'template', 'validate', '-t', 'web.yaml', '-e', 'env.yaml', '--parameter', 'wait=3'],
    ['orchestration', 'template', 'validate', '-t', 'outer.yaml', '--show-nested'],
  ]
  for (const line of shows) {
    it(`${line.join(' ')} as openstack does`, async () => {
      await same(line, {formats: line.includes('build') ? RECORD_FORMATS : 'show', cwd: osc.place.work})
      await same(line, {cwd: osc.place.work})
    })
  }

  it('shows what Heat has', async () => {
    const shown = async (...line: string[]) => JSON.parse(await ok(osc('orchestration', ...line, '-f', 'json')))
    const {resource_types} = await recordOf('/resource_types')
    const types = (await shown('resource', 'type', 'list')) as Record<string, string>[]
    assert.deepEqual(
      types.map((row) => row['Resource Type']),
      asArray(resource_types).map(String).sort(),
    )
    const {services} = await recordOf('/services')
    const engines = (await shown('service', 'list')) as Record<string, string>[]
    assert.deepEqual(
      engines.map((row) => row['Engine ID']).sort(),
      asArray(services)
        .map((service) => String(asObject(service).engine_id))
        .sort(),
    )
    const {template_versions} = await recordOf('/template_versions')
    const versions = (await shown('template', 'version', 'list')) as Record<string, string>[]
    assert.deepEqual(
      versions.map((row) => row.Version),
      asArray(template_versions).map((one) => asObject(one).version),
    )
    const validated = await shown('template', 'validate', '-t', 'web.yaml')
    assert.deepEqual(Object.keys(validated.Parameters).sort(), ['fail', 'text', 'wait'])
  })

  it('sends Heat the errors to ignore', async () => {
    const line = ['orchestration', 'template', 'validate', '-t', 'web.yaml', '--ignore-errors', '99001,99002']
    const {status, requests} = await osc(line, {record: true})
    assert.equal(status, 0)
    assert.match(decodeURIComponent(requests?.at(-1)?.url ?? ''), /[?&]ignore_errors=99001,99002/)
  })

  const wrong: [number, string[], RegExp][] = [
    [4, ['orchestration', 'resource', 'type', 'show', 'OS::Heat::NoSuchType'], /NoSuchType/],
    [2, ['orchestration', 'resource', 'type', 'show'], /resource_type/],
    [2, ['orchestration', 'resource', 'type', 'show', '--template-type', 'bicep', 'OS::Heat::Value'], /hot, cfn/],
    [2, ['orchestration', 'resource', 'type', 'show', '--template-type', 'hot', '--long', 'OS::Heat::Value'], /--long/],
    [2, ['orchestration', 'resource', 'type', 'list', '--filter', 'name'], /KEY=VALUE/],
    [4, ['orchestration', 'template', 'function', 'list', 'heat_template_version.1999-01-01'], /1999-01-01/],
    [2, ['orchestration', 'template', 'function', 'list'], /template_version/],
    [2, ['orchestration', 'template', 'validate'], /--template/],
    [1, ['orchestration', 'template', 'validate', '-t', 'none.yaml'], /none\.yaml: no such file/],
    [1, ['orchestration', 'template', 'validate', '-t', 'env.yaml'], /env\.yaml: not a template/],
    [1, ['orchestration', 'template', 'validate', '-t', 'web.yaml', '-e', 'broken.yaml'], /unknown section/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.join(' ')} ends with ${status}`, async () => assert.match(await fails(status, osc(...line)), message))
  }

  it('shows engines to administrators only', async () => {
    assert.match(await fails(1, plain('orchestration', 'service', 'list')), /not authorized|forbidden|403/i)
  })
})
