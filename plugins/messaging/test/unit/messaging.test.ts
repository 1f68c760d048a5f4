import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject, decodeJson, type JsonObject} from '@osc-cli/core'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'

const CLIENT = '3381af92-2b9e-11e3-b191-71861300734c'

describe('messaging', () => {
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
  })
  after(() => cloud.close())

  const run = async (...line: string[]) => {
    const {status, stdout, stderr} = await cloud.osc('messaging', ...line)
    assert.equal(status, 0, stderr)
    return {stdout, stderr}
  }
  const read = async (...line: string[]) => decodeJson((await run(...line, '-f', 'json')).stdout)
  const show = async (...line: string[]) => asObject(await read(...line))
  const list = async (...line: string[]): Promise<JsonObject[]> => asArray(await read(...line)).map(asObject)
  const column = async (name: string, ...line: string[]) => (await list(...line)).map((row) => row[name])
  const fails = async (status: number, message: RegExp, ...line: string[]) => {
    const result = await cloud.osc('messaging', ...line)
    assert.match(result.stderr, message)
    assert.equal(result.status, status)
  }

  describe('queue', () => {
    it('lists all pages, or one with --limit', async () => {
      const names = Array.from({length: 12}, (_, at) => `q${at + 10}`)
      for (const name of names) assert.deepEqual(await show('queue', 'create', name), {Name: name})
      const before = await column('Name', 'queue', 'list')
      assert.deepEqual(
        before.filter((name) => names.includes(`${name}`)),
        names,
      )
      assert.deepEqual(await column('Name', 'queue', 'list', '--limit', '2', '--marker', 'q11'), ['q12', 'q13'])
      assert.match(
        (await run('queue', 'list', '--with_count')).stderr,
        new RegExp(`Queues in total: ${before.length}\n`),
      )
      for (const name of names) await run('queue', 'delete', name)
      assert.equal((await list('queue', 'list')).length, before.length - names.length)
    })

    it('replaces metadata and leaves reserved keys at their defaults', async () => {
      await run('queue', 'create', 'meta')
      await run('queue', 'set', 'metadata', 'meta', '{"a/b": 1, "_default_message_ttl": 60}')
      await run('queue', 'set', 'metadata', 'meta', '{"c": {"d": [2]}, "_dead_letter_queue": "dead"}')
      const metadata = asObject((await show('queue', 'get', 'metadata', 'meta')).Metadata)
      assert.deepEqual(
        [metadata['a/b'], metadata._default_message_ttl, metadata.c, metadata._dead_letter_queue],
        [undefined, 3600, {d: [2]}, 'dead'],
      )
      const row = (await list('queue', 'list', '--detailed')).find(({Name}) => Name === 'meta')
      assert.deepEqual(row, {Name: 'meta', Metadata_Dict: metadata, Href: '/v2/queues/meta'})
    })

    it('signs a URL', async () => {
      const signed = await show('queue', 'signed', 'url', '--methods', 'GET,POST', '--ttl-seconds', '60', 'meta')
      assert.deepEqual([signed.Paths, signed.Methods], ['/v2/queues/messages', 'GET,POST'])
      const left = Date.parse(`${signed.Expires}Z`) - Date.now()
      assert.ok(left > 0 && left <= 60_000, `${left}`)
    })

    it('purges messages and subscriptions', async () => {
      await run('message', 'post', 'purged', '{"body": 1}')
      await run('subscription', 'create', 'purged', 'http://192.0.2.1/', '60')
      await run('queue', 'purge', '--resource_types', 'subscriptions', 'purged')
      assert.deepEqual(await list('subscription', 'list', 'purged'), [])
      assert.equal((await list('message', 'list', '--echo', 'purged')).length, 1)
      await run('queue', 'purge', 'purged')
      assert.deepEqual(await show('queue', 'stats', 'purged'), {Stats: {messages: {claimed: 0, free: 0, total: 0}}})
    })
  })

  describe('message and claim', () => {
    it('hides own messages from the client that posted them', async () => {
      writeFileSync(join(cloud.work, 'messages.json'), '[{"body": {"job": 1}, "ttl": 60}, {"body": "two"}]')
      await run('message', 'post', 'jobs', '@messages.json', '--client-id', CLIENT)
      assert.deepEqual(await list('message', 'list', 'jobs', '--client-id', CLIENT), [])
      const [one, two] = await list('message', 'list', 'jobs', '--echo', '--client-id', CLIENT)
      assert.deepEqual([one?.Body, one?.TTL, one?.['Claim ID'], two?.Body, two?.TTL], [{job: 1}, 60, null, 'two', 3600])
      assert.deepEqual(await column('Body', 'message', 'list', 'jobs', '--message-ids', `${two?.ID}`), ['two'])
      assert.deepEqual(await column('Body', 'message', 'list', 'jobs', '--limit', '1', '--echo'), [{job: 1}])
    })

    it('posts the lines of a file or of standard input, in several requests if needed', async () => {
      const large = 'x'.repeat(150_000)
      const lines = [1, large, large].map((body) => JSON.stringify({body, ttl: 60}))
      writeFileSync(join(cloud.work, 'lines.json'), lines.join('\n'))
      await run('message', 'post', 'many', '--file', 'lines.json')
      const line = ['messaging', 'message', 'post', 'many', '--file', '-']
      for (const stdin of ['{"body": 2}\n\n{"body": 3}\n', '[{"body": 4}, {"body": 5}]'])
        assert.equal((await cloud.run(line, {stdin})).status, 0)
      assert.deepEqual(await column('Body', 'message', 'list', '--echo', 'many'), [1, large, large, 2, 3, 4, 5])
      const {status, stderr} = await cloud.run(line, {stdin: '{"body": 6}\n{'})
      assert.match(stderr, /^Line 2 of the messages is not valid JSON/)
      assert.equal(status, 2)
    })

    it('reads the client ID from OS_MESSAGE_CLIENT_ID', async () => {
      const line = ['messaging', 'message', 'list', 'jobs', '-f', 'json']
      const {stdout} = await cloud.run(line, {env: {OS_MESSAGE_CLIENT_ID: CLIENT}})
      assert.deepEqual(decodeJson(stdout), [])
    })

    it('claims, renews and releases', async () => {
      const [claimed] = await list('claim', 'create', '--limit', '1', 'jobs')
      const id = `${claimed?.Claim_ID}`
      assert.deepEqual([claimed?.Messages, claimed?.Checksum], [{job: 1}, null])
      assert.deepEqual(await column('Message_ID', 'claim', 'query', 'jobs', id), [claimed?.Message_ID])
      assert.deepEqual(await column('Message', 'claim', 'renew', '--ttl', '500', 'jobs', id), [{job: 1}])
      assert.deepEqual(await column('Body', 'message', 'list', '--echo', 'jobs'), ['two'])
      const all = await column('Claim ID', 'message', 'list', '--echo', '--include-claimed', 'jobs')
      assert.deepEqual(all, [id, null])
      await run('claim', 'release', 'jobs', id)
      await fails(4, /Claim/, 'claim', 'query', 'jobs', id)
      assert.equal((await list('claim', 'create', 'jobs')).length, 2)
      assert.deepEqual(await list('claim', 'create', 'jobs'), [])
    })
  })

  it('creates, changes and deletes a subscription', async () => {
    const {ID, ...created} = await show(
      'subscription',
      'create',
      'news',
      'http://192.0.2.1/',
      '60',
      '--options',
      '{"a": 1}',
    )
    assert.deepEqual(created, {Subscriber: 'http://192.0.2.1/', TTL: 60, Options: {a: 1}})
    const changed = await show('subscription', 'update', '--ttl', '90', 'news', `${ID}`)
    assert.deepEqual(changed, {ID, ...created, TTL: 90})
    const shown = await show('subscription', 'show', 'news', `${ID}`)
    assert.deepEqual(shown, {ID, Subscriber: 'http://192.0.2.1/', TTL: 90, Age: 0, Confirmed: false, Options: {a: 1}})
    assert.deepEqual(await list('subscription', 'list', 'news'), [shown])
    assert.equal((await show('subscription', 'create', 'news', 'http://192.0.2.1/', '60')).ID, ID)
    await run('subscription', 'delete', 'news', `${ID}`)
    await fails(4, /does not exist/, 'subscription', 'show', 'news', `${ID}`)
  })

  it('creates, changes and deletes a pool', async () => {
    const options = ['--pool_options', '{"max": 2}', '--flavor', 'fast']
    const pool = {Name: 'p', Weight: 10, URI: 'redis://192.0.2.1', Flavor: 'fast', Options: {max: 2}}
    assert.deepEqual(await show('pool', 'create', 'p', 'redis://192.0.2.1', '10', ...options), pool)
    const changed = {...pool, Weight: 5}
    assert.deepEqual(await show('pool', 'update', '--pool_weight', '5', 'p'), changed)
    assert.deepEqual(await list('pool', 'list', '--detailed'), [changed])
    await run('pool', 'delete', 'p')
    await fails(4, /p/, 'pool', 'show', 'p')
  })

  it('creates, changes and deletes a flavor', async () => {
    const flavor = {Name: 'f', 'Pool list': ['a', 'b'], Capabilities: {}}
    assert.deepEqual(await show('flavor', 'create', '--pool_list', 'a,b', 'f'), flavor)
    const changed = await show('flavor', 'update', '--pool_list', 'a', '--capabilities', '["FIFO"]', 'f')
    assert.deepEqual(changed, {Name: 'f', Pool_list: ['a'], Capabilities: ['FIFO']})
    assert.deepEqual(await list('flavor', 'list'), [{Name: 'f', 'Pool list': ['a']}])
    await run('flavor', 'delete', 'f')
    await fails(4, /f/, 'flavor', 'show', 'f')
  })

  it('describes the service', async () => {
    assert.deepEqual(await show('ping'), {Pingable: true})
    assert.equal((await run('health')).stdout.split('\n')[1], '    "catalog_reachable": true,')
    assert.ok(asObject(decodeJson((await run('homedoc')).stdout)).resources)
  })

  it('reports a service that does not respond', async () => {
    cloud.sandbox.faults.add('500@/messaging/v2/ping')
    assert.deepEqual(await show('ping'), {Pingable: false})
    cloud.sandbox.faults.clear()
  })

  const wrong: [number, RegExp, string[]][] = [
    [2, /Invalid queue name 'a\/b'/, ['queue', 'create', 'a/b']],
    [2, /Invalid queue name/, ['subscription', 'list', '..']],
    [4, /does not exist/, ['queue', 'get', 'metadata', 'none']],
    [2, /queue metadata is not valid JSON/, ['queue', 'set', 'metadata', 'meta', 'x']],
    [2, /queue metadata is not a JSON object/, ['queue', 'set', 'metadata', 'meta', '[]']],
    [2, /Unknown path 'nope' in --paths/, ['queue', 'signed', 'url', '--paths', 'messages,nope', 'meta']],
    [2, /The message is not valid JSON/, ['message', 'post', 'jobs', '{']],
    [2, /either as an argument or with --file/, ['message', 'post', 'jobs']],
    [2, /either as an argument or with --file/, ['message', 'post', 'jobs', '{}', '--file', '-']],
    [2, /none\.json/, ['message', 'post', 'jobs', '--file', 'none.json']],
    [1, /UUID/, ['message', 'post', 'jobs', '{"body": 1}', '--client-id', 'me']],
    [2, /--options is not a JSON object/, ['subscription', 'create', 'q', 'http://a', '1', '--options', '1']],
    [2, /--pool_options is not valid JSON/, ['pool', 'create', 'p', 'u', '1', '--pool_options', '{']],
  ]
  for (const [status, message, line] of wrong)
    it(`ends ${line.join(' ')} with ${status}`, () => fails(status, message, ...line))
})
