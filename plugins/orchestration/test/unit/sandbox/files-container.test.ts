import assert from 'node:assert/strict'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'

const HOT = 'heat_template_version: wallaby'
const TOP = `${HOT}
resources:
  text: {type: OS::Heat::Value, properties: {value: {get_file: texts/hello.txt}}}
  nested: {type: nested.yaml}
outputs:
  text: {value: {get_attr: [text, value]}}
  nested: {value: {get_attr: [nested, color]}}
`
const NESTED = `${HOT}
parameters:
  color: {type: string}
outputs:
  color: {value: {get_param: color}}
`

describe('--files-container on the sandbox', function () {
  this.timeout(20_000)
  let cloud: TestCloud
  const ok = async (...argv: string[]): Promise<string> => {
    const {status, stdout, stderr} = await cloud.osc(...argv)
    assert.equal(status, 0, stderr)
    return stdout
  }
  const output = async (name: string) =>
    JSON.parse(await ok('stack', 'output', 'show', 'web', name, '-f', 'json')).output_value
  before(async () => {
    cloud = await startTestCloud()
    mkdirSync(join(cloud.work, 'files/texts'), {recursive: true})
    const files = {
      'top.yaml': TOP,
      'files/texts/hello.txt': 'hello',
      'files/nested.yaml': NESTED.replace('{type: string}', '{type: string, default: red}'),
      'files/env.yaml': 'resource_registry: {}\n',
      large: 'x'.repeat(2 ** 20 + 1),
    }
    for (const [path, content] of Object.entries(files)) writeFileSync(join(cloud.work, path), content)
    await ok('container', 'create', 'files', 'large')
    await ok('object', 'sync', 'files', 'files')
    await ok('object', 'create', 'large', 'large')
  })
  after(() => cloud.close())

  it('reads files, nested templates and environments from Swift', async () => {
    await ok('stack', 'create', '-t', 'top.yaml', '-e', 'env.yaml', '--files-container', 'files', '--wait', 'web')
    assert.deepEqual([await output('text'), await output('nested')], ['hello', 'red'])
  })

  it('reads them again for an update', async () => {
    writeFileSync(join(cloud.work, 'files/texts/hello.txt'), 'goodbye')
    await ok('object', 'sync', 'files', 'files')
    await ok('stack', 'update', '-t', 'top.yaml', '--files-container', 'files', '--wait', 'web')
    assert.equal(await output('text'), 'goodbye')
  })

  for (const [container, status, message] of [
    ['none', 4, /Could not fetch files from container none/],
    ['large', 1, /Total size of files to download \(1048577 bytes\) exceeds maximum allowed \(1048576 bytes\)/],
  ] as const)
    it(`fails with the container ${container}`, async () => {
      const result = await cloud.osc('stack', 'create', '-t', 'top.yaml', '--files-container', container, 'other')
      assert.match(result.stderr, message)
      assert.equal(result.status, status)
    })
})
