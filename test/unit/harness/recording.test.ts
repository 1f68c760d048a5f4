import assert from 'node:assert/strict'
import {createServer, request as httpRequest} from 'node:http'
import {text} from 'node:stream/consumers'
import {listen, stop} from '../../support/fixture-server.ts'
import {type RecordedRequest, startRecorder} from '../../support/recorder.ts'
import {differencesIn} from '../../support/recording/differences.ts'
import {exchangeOf, sentBy} from '../../support/recording/exchange.ts'
import type {Recording} from '../../support/recording/recording.ts'
import {type Replay, startReplay} from '../../support/recording/replay.ts'
import {scrubbed, secretsOf} from '../../support/recording/secrets.ts'

const endpoint = 'http://127.0.0.1:5000/v3'
const user = {name: 'admin', id: 'u1', domain: {name: 'Default', id: 'default'}}
const project = {name: 'admin', id: 'p1', domain: {name: 'Default', id: 'default'}}
const catalog = [
  {type: 'identity', name: 'keystone', endpoints: [{interface: 'public', region: 'RegionOne', url: endpoint}]},
]
const token = {
  user,
  project,
  roles: [{name: 'admin'}],
  catalog,
  expires_at: '2100-01-01T00:00:00.000000Z',
  methods: ['password'],
}
const json = {'content-type': 'application/json'}
const answer = (request: string, body: unknown) => ({request, status: 200, headers: json, body})

const recording: Recording = {
  argv: ['region', 'list'],
  requests: 3,
  exchange: [
    answer(`GET ${endpoint}`, {version: {id: 'v3.14', status: 'stable', links: [{rel: 'self', href: `${endpoint}/`}]}}),
    {
      request: `POST ${endpoint}/auth/tokens`,
      status: 201,
      headers: {...json, 'x-subject-token': 'scrubbed'},
      body: {token},
    },
    answer(`GET ${endpoint}/regions`, {regions: [{id: 'here', parent_region_id: null, description: ''}], links: {}}),
  ],
  printed: {
    json: ['[', '  {', '    "Region": "here",', '    "Parent Region": null,', '    "Description": ""', '  }', ']', ''],
  },
}

/** The status and the body of a request through a proxy. */
const send = (proxy: string, method: string, url: string, body = ''): Promise<[number | undefined, string]> =>
  new Promise((resolve, reject) => {
    const {hostname, port} = new URL(proxy)
    const outgoing = httpRequest({hostname, port, method, path: url, agent: false}, async (answer) =>
      resolve([answer.statusCode, await text(answer)]),
    )
    outgoing.on('error', reject).end(body)
  })

describe('recordings', function () {
  this.timeout(20_000)
  let replay: Replay
  before(async () => {
    replay = await startReplay()
  })
  after(() => replay?.stop())

  it('are replayed without a cloud', async () => {
    assert.deepEqual(await differencesIn(recording, replay), [])
  })

  it('show the first line that differs', async () => {
    const [, ...rest] = recording.printed.json ?? []
    const other = {...recording, printed: {json: ['{', ...rest]}}
    assert.deepEqual(await differencesIn(other, replay), ['json, line 1: [', '  openstack: {'])
  })

  it('show more requests than the reference client made', async () => {
    const [found] = await differencesIn({...recording, requests: 1}, replay)
    assert.match(found ?? '', /^json: 2 requests, openstack 1: POST .*regions$/)
  })

  it('name a request that was not recorded', async () => {
    const found = await differencesIn({...recording, exchange: recording.exchange.slice(0, 2)}, replay)
    assert.match(found.join('\n'), /Not recorded: GET http:\/\/127\.0\.0\.1:5000\/v3\/regions/)
  })

  it('name a request that the calls of the command lack', async () => {
    const calls = (path: string) => differencesIn(recording, replay, [`GET /v3/${path}`])
    assert.deepEqual(await calls('regions'), [])
    assert.deepEqual(await calls('regions/{id}'), ['calls of the command lack GET /v3/regions'])
    assert.deepEqual(await calls('regions?parent_region_id={id}'), ['calls of the command lack GET /v3/regions'])
  })

  describe('of changes', () => {
    const request = `POST ${endpoint}/regions`
    const region = {id: 'here', description: '', parent_region_id: null}
    const change = (body: unknown, sent = request): Recording => ({
      ...recording,
      argv: ['region', 'create', 'here'],
      requests: 2,
      sent: [{request: sent, body}],
      exchange: [
        ...recording.exchange.slice(0, 2),
        {request, status: 201, headers: json, body: {region: {...region, links: {}}}},
      ],
      printed: {json: ['{', '  "region": "here",', '  "description": "",', '  "parent_region": null', '}', '']},
    })

    it('show a body that differs', async () => {
      assert.deepEqual(await differencesIn(change({region: {id: 'here', description: ''}}), replay), [])
      const [ours, theirs] = await differencesIn(change({region: {id: 'there', description: ''}}), replay)
      assert.equal(ours, `json: sent {"request":"${request}","body":{"region":{"id":"here","description":""}}}`)
      assert.equal(
        theirs,
        `json:   openstack: {"request":"${request}","body":{"region":{"id":"there","description":""}}}`,
      )
    })

    it('show a query that differs, but not an empty parameter', async () => {
      assert.deepEqual(
        await differencesIn(change({region: {id: 'here', description: ''}}, `${request}/?namespace=`), replay),
        [],
      )
      const [ours] = await differencesIn(change({region: {id: 'here', description: ''}}, `${request}?force=1`), replay)
      assert.match(ours ?? '', /^json: sent /)
    })

    it('are made once: a second client gets the same answers, and cannot change anything else', async () => {
      const cloud = createServer((incoming, outgoing) => void outgoing.end(`${incoming.method} 1`))
      const url = `http://127.0.0.1:${await listen(cloud)}/regions`
      const first = await startRecorder({answers: true, bodies: true})
      await send(first.url, 'POST', url, '{"id": "here"}')
      assert.deepEqual(sentBy(first.requests, []), [{request: `POST ${url}`, body: {id: 'here'}}])
      const second = await startRecorder({answers: true, recorded: first.requests})
      await stop(cloud)
      assert.deepEqual(await send(second.url, 'POST', url), [200, 'POST 1'])
      assert.deepEqual(await send(second.url, 'DELETE', url), [501, ''])
      await first.stop()
      await second.stop()
    })
  })

  it('have no secrets', () => {
    const recorded = (request: string, body: unknown, headers = {}): RecordedRequest => {
      const [method = '', url = ''] = request.split(' ')
      return {method, url, status: 200, answer: {headers, body: Buffer.from(JSON.stringify(body))}}
    }
    const requests = [
      recorded(`POST ${endpoint}/auth/tokens`, {token}, {'x-subject-token': 'gAAAA-token'}),
      recorded(`GET ${endpoint}/credentials`, {blob: 'hush-hush', signed: '?Signature=abcdef', echo: 'gAAAA-token'}),
    ]
    const secrets = secretsOf(requests)
    assert.doesNotMatch(JSON.stringify(exchangeOf(requests, [], secrets)), /gAAAA-token|hush-hush|abcdef/)
    assert.equal(scrubbed('token gAAAA-token', secrets), 'token scrubbedscr')
    assert.equal(scrubbed('http://console/?path=%3Ftoken%3Dabc', []), 'http://console/?path=%3Ftoken%3Dscr')
  })
})
