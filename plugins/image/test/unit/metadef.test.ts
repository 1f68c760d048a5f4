import assert from 'node:assert/strict'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'

describe('image metadef', function () {
  this.timeout(20_000)
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
    await ok('namespace', 'create', '--display-name', 'Racks', '--public', 'lab')
  })
  after(() => cloud.close())

  const ok = async (...argv: string[]): Promise<string> => {
    const {status, stdout, stderr} = await cloud.osc('image', 'metadef', ...argv)
    assert.equal(status, 0, stderr)
    return stdout
  }
  const fails = async (exitCode: number, ...argv: string[]): Promise<string> => {
    const {status, stderr} = await cloud.osc('image', 'metadef', ...argv)
    assert.equal(status, exitCode, stderr)
    return stderr
  }
  const json = async (...argv: string[]) => JSON.parse(await ok(...argv, '-f', 'json'))

  it('keeps what a change of a namespace does not name', async () => {
    await ok('namespace', 'set', '--description', 'text', '--tag', 't1', '--tag', 't2', 'lab')
    const {display_name, description, visibility, tags} = await json('namespace', 'show', 'lab')
    assert.deepEqual([display_name, description, visibility], ['Racks', 'text', 'public'])
    assert.deepEqual(tags, [{name: 't1'}, {name: 't2'}])
    await ok('namespace', 'unset', '--tag', 't1', 'lab')
    await ok('namespace', 'unset', '--all-tags', 'lab')
    assert.deepEqual((await json('namespace', 'show', 'lab')).tags, [])
  })

  it('keeps what a change of a property does not name', async () => {
    const schema = '{"enum": ["a", "b"], "readonly": true, "maxLength": 5}'
    await ok('property', 'create', '--name', 'p', '--title', 'P', '--type', 'string', '--schema', schema, 'lab')
    await ok('property', 'set', '--title', 'Q', 'lab', 'p')
    const expected = {enum: ['a', 'b'], is_readonly: true, max_length: 5, name: 'p', title: 'Q', type: 'string'}
    assert.deepEqual(await json('property', 'show', 'lab', 'p'), expected)
    assert.deepEqual(await json('property', 'list', 'lab'), [{name: 'p', title: 'Q', type: 'string'}])
    await ok('property', 'delete', 'lab')
    assert.deepEqual(await json('property', 'list', 'lab'), [])
  })

  it('renames an object', async () => {
    await ok('object', 'create', '--namespace', 'lab', 'rack')
    await ok('object', 'update', '--name', 'cabinet', 'lab', 'rack')
    assert.equal((await json('object', 'show', 'lab', 'cabinet')).namespace_name, 'lab')
    assert.match(await fails(4, 'object', 'property', 'show', 'lab', 'cabinet', 'x'), /does not have a property 'x'/)
    await ok('object', 'delete', 'lab', 'cabinet')
    assert.equal((await ok('object', 'list', 'lab', '-f', 'value')).trim(), '')
  })

  it('protects a namespace again after --force', async () => {
    await ok('resource', 'type', 'association', 'create', 'lab', 'OS::Nova::Server')
    await ok('namespace', 'set', '--protected', 'lab')
    await ok('resource', 'type', 'association', 'delete', '--force', 'lab', 'OS::Nova::Server')
    assert.equal((await ok('resource', 'type', 'association', 'list', 'lab', '-f', 'value')).trim(), '')
    assert.equal((await json('namespace', 'show', 'lab')).protected, true)
    await ok('namespace', 'set', '--unprotected', 'lab')
  })

  const refused: [number, string[], RegExp][] = [
    [4, ['namespace', 'show', 'none'], /'none'/],
    [2, ['namespace', 'unset', 'lab'], /exactly one of --tag, --all-tags/],
    [2, ['object', 'create', 'x'], /namespace of the object is missing/],
    [2, ['property', 'set', '--schema', '{', 'lab', 'p'], /--schema is not valid JSON/],
    [2, ['property', 'set', '--schema', '[]', 'lab', 'p'], /--schema is not a JSON object/],
  ] // biome-ignore format: a case a line
  for (const [exitCode, argv, message] of refused)
    it(`refuses ${argv.join(' ')}`, async () => assert.match(await fails(exitCode, ...argv), message))

  it('deletes', async () => {
    await ok('namespace', 'delete', 'lab')
    assert.equal((await ok('namespace', 'list', '-f', 'value')).trim(), '')
  })
})
