import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {before, describe, it} from 'mocha'
import {swiftCloud} from './support/swift-cloud.ts'

describe('container', function () {
  this.timeout(20_000)
  const {cloud, ok, json, names, fails} = swiftCloud()
  before(() => writeFileSync(join(cloud().work, 'a.txt'), 'abc'))

  it('is created, again without harm, and listed', async () => {
    const [one, two] = await json('container', 'create', 'web', 'web-2')
    assert.match(one.account, /^AUTH_/)
    assert.deepEqual([one.container, two.container], ['web', 'web-2'])
    assert.match(one['x-trans-id'], /^tx/)
    await ok('container', 'create', 'web')
    await ok('object', 'create', 'web', 'a.txt')
    assert.deepEqual(await json('container', 'list', '--long'), [
      {Name: 'web', Bytes: 3, Count: 1},
      {Name: 'web-2', Bytes: 0, Count: 0},
    ])
  })

  const pages: [string[], string[]][] = [
    [['--prefix', 'web-'], ['web-2']],
    [['--limit', '1'], ['web']],
    [
      ['--limit', '0'],
      ['web', 'web-2'],
    ],
    [
      ['--limit', '1', '--all'],
      ['web', 'web-2'],
    ],
    [['--marker', 'web'], ['web-2']],
    [['--end-marker', 'web-2'], ['web']],
  ]
  for (const [options, expected] of pages)
    it(`is listed with ${options.join(' ')}`, async () =>
      assert.deepEqual(await names('container', 'list', ...options), expected))

  it('keeps properties, which set and unset change', async () => {
    await ok('container', 'set', 'web', '--property', 'Owner=me', '--property', 'my_key=a=b')
    await ok('container', 'unset', 'web', '--property', 'owner')
    const {account, ...shown} = await json('container', 'show', 'web')
    assert.match(account, /^AUTH_/)
    const expected = {bytes_used: '3', container: 'web', object_count: '1', storage_policy: 'Policy-0'}
    assert.deepEqual(shown, {...expected, properties: {'My-Key': 'a=b'}})
    assert.match(await ok('container', 'show', 'web'), /\| properties +\| My-Key='a=b' +\|/)
  })

  it('keeps properties beyond ASCII', async () => {
    await ok('container', 'set', 'web-2', '--property', 'owner=Jürgen')
    assert.equal((await json('container', 'show', 'web-2')).properties.Owner, 'Jürgen')
  })

  it('is public on request', async () => {
    await ok('container', 'create', '--public', 'shared')
    assert.equal((await json('container', 'show', 'shared')).read_acl, '.r:*,.rlistings')
  })

  it('is deleted with its objects on request only', async () => {
    assert.match(await fails(5, 'container', 'delete', 'web'), /still has objects/)
    await ok('container', 'delete', '--recursive', 'web', 'web-2')
    assert.deepEqual(await names('container', 'list'), ['shared'])
  })

  const wrong: [number, RegExp, string[]][] = [
    [2, /'a\/b' is not a container name/, ['create', 'a/b']],
    [2, /'\.\.' is not a container name/, ['show', '..']],
    [2, /empty/, ['create', '']],
    [1, /length of 257 longer than 256/, ['create', 'x'.repeat(257)]],
    [4, /No container 'none' exists/, ['show', 'none']],
    [4, /No container 'none' exists/, ['set', 'none', '--property', 'a=b']],
    [4, /No container 'none' exists/, ['delete', '--recursive', 'none']],
    [4, /No container 'none' exists/, ['save', 'none']],
    [2, /KEY=VALUE/, ['set', 'shared', '--property', 'a']],
    [2, /header/, ['set', 'shared', '--property', 'a b=c']],
    [2, /line break/, ['set', 'shared', '--property', 'a=b\nx: y']],
  ]
  for (const [status, message, argv] of wrong)
    it(`ends ${JSON.stringify(argv).slice(0, 60)} with ${status}`, async () =>
      assert.match(await fails(status, 'container', ...argv), message))
})

describe('object store account', () => {
  const {cloud, ok, json} = swiftCloud()

  it('has counts and properties', async () => {
    writeFileSync(join(cloud().work, 'a.txt'), 'abc')
    await ok('container', 'create', 'c')
    await ok('object', 'create', 'c', 'a.txt')
    await ok('object', 'store', 'account', 'set', '--property', 'team=web', '--property', 'x=y')
    await ok('object', 'store', 'account', 'unset', '--property', 'x')
    const {Account, ...shown} = await json('object', 'store', 'account', 'show')
    assert.match(Account, /^AUTH_/)
    assert.deepEqual(shown, {Bytes: '3', Containers: '1', Objects: '1', properties: {Team: 'web'}})
  })
})
