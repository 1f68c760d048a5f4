import assert from 'node:assert/strict'
import {readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject} from '@osc-cli/core'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {lacks} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, describe, it} from 'mocha'
import {RECORD_FORMATS} from './support/formats.ts'
import {gone, makeNested, makeStack, recordOf, stackNames, stackRecord} from './support/stacks.ts'
import {TEMPLATE} from './support/templates.ts'

describe('parts of a stack', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const fresh = stackNames()
  const [flat, nested] = [fresh('flat'), fresh('nested')]
  const missing = uniqueName('missing')

  before(async () => {
    const environment = {parameters: {text: 'Grüße'}, parameter_defaults: {unused: [1, 'two']}}
    await Promise.all([makeStack(flat, {more: {environment}}), makeNested(nested)])
  })

  const shows = [
    ['stack', 'environment', 'show', flat],
    ['stack', 'file', 'list', nested],
    ['stack', 'file', 'list', flat],
    ['stack', 'template', 'show', flat],
    ['stack', 'template', 'show', nested],
    ['stack', 'output', 'show', flat, 'message'],
    ['stack', 'output', 'show', flat, 'both'],
    ['stack', 'output', 'show', '--all', flat],
    ['stack', 'export', flat],
  ]
  for (const line of shows) {
    const oneAtATime = line.includes('export')
    // Debian's client sorts the fields of these two, the newest prints them as Heat sends them.
    const unordered = ['template', 'output'].includes(line[1] ?? '')
    const formats = unordered ? RECORD_FORMATS : 'show'
    it(`${line.join(' ')} as openstack does`, () => same(line, {formats, oneAtATime, unordered}).then(() => {}))
    if (!oneAtATime) it(`${line.join(' ')} in its own format`, () => same(line, {unordered}).then(() => {}))
  }
  for (const stack of [flat, nested]) {
    it('lists outputs as openstack does', () =>
      same(['stack', 'output', 'list', stack], {formats: 'list'}).then(() => {}))
  }

  it('shows what Heat has', async () => {
    const shown = async (...line: string[]) => JSON.parse(await ok(osc(...line, '-f', 'json')))
    const {parameters} = await shown('stack', 'environment', 'show', flat)
    assert.deepEqual(parameters, (await recordOf(`/stacks/${flat}/environment`)).parameters)
    assert.deepEqual((await shown('stack', 'file', 'list', nested)).files, await recordOf(`/stacks/${nested}/files`))
    assert.deepEqual(await shown('stack', 'template', 'show', flat), await recordOf(`/stacks/${flat}/template`))
    assert.equal((await shown('stack', 'output', 'show', flat, 'message')).output_value, 'Grüße')
    const keys = asArray((await stackRecord(flat)).outputs).map((output) => asObject(output).output_key)
    const listed = (await shown('stack', 'output', 'list', flat)) as {output_key: string}[]
    assert.deepEqual(listed.map((output) => output.output_key).sort(), keys.sort())
  })

  it('exports into a file that only its owner can read', async () => {
    const file = join(osc.place.work, 'export.json')
    assert.equal(await ok(osc('stack', 'export', '--output-file', file, nested)), '')
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.equal(JSON.parse(readFileSync(file, 'utf8')).name, nested)
    assert.match(await fails(2, osc('stack', 'export', '--output-file', '/no-such/place', nested)), /--output-file/)
  })

  it('abandons into a file and adopts it from there', async function () {
    lacks(this, 'stack-adopt')
    const [given, taken] = [fresh('given'), fresh('taken')]
    const file = join(osc.place.work, 'given.json')
    const id = await makeNested(given)
    assert.match(await fails(2, osc('stack', 'abandon', '--output-file', '/no-such/place', given)), /--output-file/)
    assert.equal((await stackRecord(given)).id, id)
    assert.equal(await ok(osc('stack', 'abandon', '--output-file', file, given)), '')
    assert.equal(statSync(file).mode & 0o777, 0o600)
    await gone(given) // Heat answers before it has released a stack with stacks in it.
    assert.match(await fails(4, osc('stack', 'show', given)), /could not be found/)
    const {resources} = JSON.parse(readFileSync(file, 'utf8'))
    const {status, stdout, stderr} = await osc('stack', 'adopt', '--adopt-file', file, '--wait', taken, '-f', 'json')
    assert.equal(status, 0, stderr)
    assert.equal(JSON.parse(stdout).stack_status, 'ADOPT_COMPLETE')
    assert.match(stderr, new RegExp(`\\[${taken}\\]: ADOPT_COMPLETE`))
    const {resources: now} = await recordOf(`/stacks/${taken}/resources`)
    const alone = asArray(now)
      .map(asObject)
      .find(({resource_name}) => resource_name === 'alone')
    assert.equal(alone?.physical_resource_id, resources.alone.resource_id)
  })

  it('abandons onto stdout, and adopts with environment and time-out', async function () {
    lacks(this, 'stack-adopt')
    const [given, taken] = [fresh('shown'), fresh('again')]
    await makeStack(given)
    const data = await ok(osc('stack', 'abandon', given, '-f', 'json'))
    assert.equal(JSON.parse(data).name, given)
    writeFileSync(join(osc.place.work, 'data.json'), data)
    writeFileSync(join(osc.place.work, 'env.yaml'), 'parameters: {text: adopted}\n')
    const options = ['-e', 'env.yaml', '--timeout', '8', '--enable-rollback', '--wait']
    await ok(osc('stack', 'adopt', '--adopt-file', 'data.json', ...options, taken))
    const {stack_status, timeout_mins, disable_rollback} = await stackRecord(taken)
    assert.deepEqual([stack_status, timeout_mins, disable_rollback], ['ADOPT_COMPLETE', 8, false])
  })

  const wrong: [number, string[], RegExp][] = [
    ...['environment show', 'file list', 'template show', 'output list', 'export', 'abandon'].flatMap(
      (words): [number, string[], RegExp][] => [
        [4, ['stack', ...words.split(' '), missing], /could not be found/],
        [2, ['stack', ...words.split(' ')], /stack/],
      ],
    ),
    [4, ['stack', 'output', 'show', missing, 'message'], /could not be found/],
    [4, ['stack', 'output', 'show', flat, 'nothing'], /nothing/],
    [2, ['stack', 'output', 'show', flat], /either an output or --all/],
    [2, ['stack', 'output', 'show', '--all', flat, 'message'], /either an output or --all/],
    [2, ['stack', 'adopt', missing], /--adopt-file/],
    [1, ['stack', 'adopt', '--adopt-file', 'none.json', missing], /none\.json: no such file/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.join(' ')} ends with ${status}`, async () => assert.match(await fails(status, osc(...line)), message))
  }

  it('rejects an existing stack and data without a stack', async function () {
    lacks(this, 'stack-adopt')
    writeFileSync(join(osc.place.work, 'flat.json'), await ok(osc('stack', 'export', flat)))
    assert.match(await fails(5, osc('stack', 'adopt', '--adopt-file', 'flat.json', flat)), /already exists/)
    writeFileSync(join(osc.place.work, 'template.yaml'), TEMPLATE)
    await fails(1, osc('stack', 'adopt', '--adopt-file', 'template.yaml', missing))
  })

  it('keeps those of other projects out', async () => {
    for (const words of ['environment show', 'file list', 'template show', 'output list', 'export', 'abandon'])
      await fails(4, plain('stack', ...words.split(' '), flat))
    assert.equal((await stackRecord(flat)).stack_status, 'CREATE_COMPLETE')
  })
})
