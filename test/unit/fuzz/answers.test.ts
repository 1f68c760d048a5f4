import assert from 'node:assert/strict'
import {Readable} from 'node:stream'
import {policyRule} from '#cloud/http/failure-policy'
import {quotaShortages, quotaText} from '#cloud/http/failure-quota'
import {stateIn} from '#cloud/http/failure-state'
import {failureText} from '#cloud/http/failure-text'
import {elements} from '#cloud/stream-list'
import {ConnectionError} from '#errors'
import {decodeJson, type Json} from '#json'
import {holds, PIECES, type Random} from '../../support/fuzz.ts'

const SAYINGS = [
  'Quota exceeded for cores, ram: Requested 8, 16384, but already used 18, 1024 of 20, 51200 cores, ram',
  "Quota exceeded for resources: ['network', 'port'].",
  "Policy doesn't allow os_compute_api:servers:create to be performed.",
  "Cannot 'start' instance 7 while it is in vm_state active",
  '<html><h1>Conflict</h1><p>There was a conflict.</p></html>',
]

function json(random: Random, depth = 0): Json {
  const kind = random.below(depth > 2 ? 5 : 8)
  if (kind === 0) return random.pick([null, true, false])
  if (kind === 1) return random.below(1e6) - 5e5
  if (kind < 5) return random.below(3) > 0 ? random.text(PIECES, 8).toWellFormed() : random.pick(SAYINGS)
  if (kind === 5) return random.list(3, () => json(random, depth + 1))
  const keys = ['error', 'message', 'code', 'badRequest', 'errors', 'detail', 'faultstring', 'title', 'x']
  return Object.fromEntries(random.list(3, () => [random.pick(keys), json(random, depth + 1)]))
}

/** A body as services, proxies and broken connections give it. */
function body(random: Random): string {
  const text = JSON.stringify(json(random))
  const kind = random.below(6)
  if (kind === 0) return random.text([...PIECES, ...SAYINGS], 20)
  return kind === 1 ? text.slice(0, random.below(text.length + 1)) : text
}

const inPieces = (text: string, random: Random) => Readable.from(pieces(text, random))

function* pieces(text: string, random: Random) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + random.below(12)
    yield bytes.subarray(at, at + size)
    at += size
  }
}

describe('what services answer', () => {
  holds('as a failure becomes a text of bounded length', 1500, (random) => {
    const text = failureText(body(random), random.pick(['application/json', 'text/html', 'text/plain', '']))
    assert.ok(text.length <= 2100, `${text.length}`)
  })

  holds('is searched for quotas, states and rules whatever it is', 1500, (random) => {
    const text = random.text([...PIECES, ...SAYINGS], 12)
    for (const found of [stateIn(text), policyRule(text), quotaText(quotaShortages(text) ?? [])])
      assert.ok(found === undefined || found !== '')
  })

  holds('as a list in pieces is the list as a whole', 300, async (random) => {
    const things = random.list(5, () => ({name: random.text(PIECES, 4).toWellFormed(), more: json(random)}))
    const text = JSON.stringify({before: json(random), things, after: json(random)})
    const read: Json[] = []
    for await (const batch of elements(inPieces(text, random), 'things')) read.push(...batch)
    assert.deepEqual(read, (decodeJson(text) as {things: Json[]}).things)
  })

  holds('as a broken list is refused as the fault of the connection', 300, async (random) => {
    const things = random.list(4, () => ({name: random.text(PIECES, 4)}))
    const whole = JSON.stringify({things})
    const text = whole.slice(0, random.below(whole.length))
    const all = async () => {
      for await (const _ of elements(inPieces(text, random), 'things'));
    }
    await assert.rejects(all(), ConnectionError)
  })
})
