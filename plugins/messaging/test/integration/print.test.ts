import assert from 'node:assert/strict'
import {asArray, asObject, asText, decodeJson} from '@osc-cli/core'
import {login} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {lacks, needs} from '@osc-cli/core/test/integration/support/features'
import {ids, times} from '@osc-cli/core/test/integration/support/masks'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, describe, it} from 'mocha'

/** Times to live and ages, which differ by the seconds between two requests; JSON shows which is which. */
const ages = (text: string) => text.replace(/\| +\d+ \| +\d+ \|/g, '| SECONDS |').replace(/("Age": )\d+/g, '$1AGE')

describe('claims, subscriptions and signed URLs are as openstack has them', function () {
  this.timeout(180_000)
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const queue = uniqueName('print')
  const masks = [ids, times, ages]
  const rows = async (...line: string[]) =>
    asArray(decodeJson(await ok(osc('messaging', ...line, '-f', 'json')))).map(asObject)

  before(async function () {
    await needs(this, 'messaging')
    later('messaging', 'queue', 'delete', queue)
    const messages = Array.from({length: 5}, () => ({body: 'work', ttl: 3600}))
    await ok(osc('messaging', 'message', 'post', queue, JSON.stringify(messages)))
  })

  it('creates a claim', () =>
    same(['messaging', 'claim', 'create', '--ttl', '600', '--limit', '1', queue], {formats: 'list', masks}).then(
      () => {},
    ))

  it('queries and renews a claim', async () => {
    const [claimed] = await rows('claim', 'create', '--limit', '1', queue)
    const id = String(claimed?.Claim_ID)
    await ok(osc('messaging', 'claim', 'renew', '--ttl', '700', queue, id))
    await same(['messaging', 'claim', 'query', queue, id], {formats: 'list', masks})
  })

  it('subscribes with a trust', async () => {
    const line = ['messaging', 'subscription', 'create', queue, 'trust+http://192.0.2.1/', '3600']
    const undo = async () => {
      for (const {ID} of await rows('subscription', 'list', queue))
        await ok(osc('messaging', 'subscription', 'delete', queue, String(ID)))
    }
    await same([...line, '-f', 'json'], {masks, undo})
    await same(['messaging', 'subscription', 'list', queue], {formats: 'list', masks})
    const [{Options: options} = {}] = await rows('subscription', 'list', queue)
    assert.match(asText(asObject(options).trust_id) ?? '', /^[0-9a-f]{32}$/)
  })

  it('signs a URL', () =>
    same(['messaging', 'queue', 'signed', 'url', '--paths', 'messages,claims', '--ttl-seconds', '600', queue], {
      formats: 'show',
      masks,
    }).then(() => {}))

  it('signs a URL that gives access without a token, to what it names', async function () {
    lacks(this, 'zaqar-urls')
    const line = ['messaging', 'queue', 'signed', 'url', '--ttl-seconds', '600', queue, '-f', 'json']
    const {Paths, Methods, Expires, Signature, 'Project ID': project} = asObject(decodeJson(await ok(osc(...line))))
    const headers = {
      'client-id': crypto.randomUUID(),
      'url-paths': String(Paths),
      'url-methods': String(Methods),
      'url-expires': String(Expires),
      'url-signature': String(Signature),
      'x-project-id': String(project),
    }
    const url = `${(await login()).endpoints.get('messaging')}/v2/queues/${queue}/`
    const status = async (path: string, method = 'GET') => (await fetch(url + path, {method, headers})).status
    assert.deepEqual([await status('messages'), await status('claims', 'POST')], [200, 404])
  })
})
