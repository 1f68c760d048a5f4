import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {story} from './story.ts'

describe('volume type', () => {
  const {json, ok, osc} = story()

  it('creates public and private types', async () => {
    const fast = await json('volume', 'type', 'create', '--property', 'a=b', '--multiattach', 'fast')
    assert.deepEqual([fast.is_public, fast.properties], [true, {a: 'b', multiattach: '<is> True'}])
    const encrypted = ['--encryption-provider', 'luks', '--encryption-key-size', '256']
    const safe = await json('volume', 'type', 'create', '--private', '--project', 'demo', ...encrypted, 'safe')
    assert.deepEqual(
      [safe.is_public, safe.encryption.provider, safe.encryption.control_location],
      [false, 'luks', 'front-end'],
    )
  })

  it('lists', async () => {
    const names = async (...options: string[]) =>
      (await json('volume', 'type', 'list', ...options)).map(({Name}: {Name: string}) => Name)
    assert.deepEqual((await names()).sort(), ['__DEFAULT__', 'fast', 'safe'])
    assert.deepEqual(await names('--private'), ['safe'])
    assert.deepEqual(await names('--default'), ['__DEFAULT__'])
    assert.match(await ok('volume', 'type', 'list', '--encryption-type'), /fast +\| True +\| - /)
  })

  it('includes private types in lists with is_public=none, in any case', async () => {
    for (const word of ['None', 'none']) {
      const path = `/types?is_public=${word}`
      const {volume_types: types} = JSON.parse(await ok('api', 'GET', path, '--service', 'volume'))
      assert.equal(types.length, 3, path)
    }
  })

  it('shows projects and encryption', async () => {
    const {access_project_ids, encryption} = await json('volume', 'type', 'show', '--encryption-type', 'safe')
    assert.equal(access_project_ids.length, 1)
    assert.equal(encryption.key_size, 256)
    assert.equal((await json('volume', 'type', 'show', 'fast')).access_project_ids, null)
  })

  it('changes', async () => {
    await ok('volume', 'type', 'set', '--description', 'Quick', '--property', 'c=d', 'fast')
    await ok('volume', 'type', 'unset', '--property', 'a', 'fast')
    const {description, properties} = await json('volume', 'type', 'show', 'fast')
    assert.deepEqual([description, properties], ['Quick', {c: 'd', multiattach: '<is> True'}])
    await ok('volume', 'type', 'set', '--encryption-cipher', 'aes', 'safe')
    await ok('volume', 'type', 'unset', '--project', 'demo', 'safe')
    const safe = await json('volume', 'type', 'show', '--encryption-type', 'safe')
    assert.deepEqual([safe.encryption.cipher, safe.access_project_ids], ['aes', []])
    await ok('volume', 'type', 'unset', '--encryption-type', 'safe')
    assert.deepEqual((await json('volume', 'type', 'show', '--encryption-type', 'safe')).encryption, {})
  })

  it('needs a provider for a new encryption', async () => {
    const {status, stderr} = await osc('volume', 'type', 'set', '--encryption-cipher', 'aes', 'fast')
    assert.equal(status, 1)
    assert.match(stderr, /A new encryption needs a provider/)
    await ok('volume', 'type', 'set', '--encryption-cipher', 'aes', '--encryption-provider', 'luks', 'fast')
  })

  it('deletes', async () => {
    await ok('volume', 'type', 'delete', 'fast', 'safe')
    assert.equal((await osc('volume', 'type', 'show', 'fast')).status, 4)
    const {stderr} = await osc('volume', 'type', 'create', '--project', 'demo', 'x')
    assert.match(stderr, /--project also requires --private/)
  })
})
