import assert from 'node:assert/strict'
import type {FixtureServer, Route} from '../../support/fixture-server.ts'
import {makePlace, removePlace} from '../../support/place.ts'
import {type Result, run} from '../../support/run.ts'
import {PROJECT, startAllServices} from './all-services.ts'

const STACKS = `/heat/v1/${PROJECT}/stacks`
const good = {body: {stacks: [{id: 'k1', stack_name: 'web', project: PROJECT, stack_status: 'CREATE_COMPLETE'}]}}

interface Case {
  what: string
  stacks: Route
  status: number
  /** Of stdout when it succeeds, of stderr otherwise. */
  says: RegExp
  /** How often the list is asked for. */
  requested?: number
}

const cases: Case[] = [
  {what: 'a connection reset once', stacks: [{drop: 'before-head'}, good], status: 0, says: /^web$/m, requested: 2},
  {what: 'a connection reset each time', stacks: {drop: 'before-head'}, status: 1, says: /127\.0\.0\.1/},
  {what: 'a slow answer', stacks: {...good, drip: {bytes: 20, every: 10}}, status: 0, says: /^web$/m},
  {
    what: 'a body cut short',
    stacks: {...good, drop: 20},
    status: 1,
    says: /ends before|closed|cut|incomplete/i,
    requested: 1,
  },
  {what: 'a body that is not JSON', stacks: {body: '<html><body>Welcome</body></html>'}, status: 1, says: /not JSON/},
  {what: 'a token refused in mid-run', stacks: [{status: 401}, good], status: 0, says: /^web$/m, requested: 2},
  {what: 'a token refused every time', stacks: {status: 401}, status: 3, says: /HTTP 401/, requested: 2},
  {
    what: 'a server that is busy for a second',
    stacks: [{status: 429, headers: {'retry-after': '1'}}, good],
    status: 0,
    says: /^web$/m,
    requested: 2,
  },
  {
    what: 'an internal error',
    stacks: {status: 500, body: {error: {message: 'Broken.'}}},
    status: 1,
    says: /Broken\./,
    requested: 1,
  },
  {
    what: 'a service that is back soon',
    stacks: [{status: 503, headers: {'retry-after': '0'}}, good],
    status: 0,
    says: /^web$/m,
  },
  {
    what: 'a service that stays away',
    stacks: {status: 503, headers: {'retry-after': '0'}},
    status: 1,
    says: /HTTP 503/,
    requested: 4,
  },
  {
    what: 'a redirect',
    stacks: {status: 302, headers: {location: '/elsewhere'}},
    status: 0,
    says: /^web$/m,
    requested: 1,
  },
  {what: 'redirects in a circle', stacks: {status: 302, headers: {location: STACKS}}, status: 1, says: /redirect/i},
  {
    what: 'an error page of half a million bytes',
    stacks: {
      status: 500,
      body: `<h1>Oops</h1>${'\u001b[31mx'.repeat(100_000)}`,
      headers: {'content-type': 'text/html'},
    },
    status: 1,
    says: /^Oops[\s\S]{0,3000}$/,
  },
]

describe('faults', () => {
  for (const {what, stacks, status, says, requested} of cases) {
    it(`${what}: ends with ${status}`, async () => {
      const {result, server} = await stackList({[`GET ${STACKS}`]: stacks, 'GET /elsewhere': good})
      assert.equal(result.status, status, result.stderr)
      assert.match(status === 0 ? result.stdout : result.stderr, says)
      assert.doesNotMatch(result.stderr, /\u001b|a-token|lovelace/)
      if (status !== 0) assert.equal(result.stdout, '')
      if (requested !== undefined)
        assert.equal(server.requests.filter(({path}) => path.startsWith(STACKS)).length, requested)
    })
  }

  it('a catalog that leads nowhere: names the address', async () => {
    const {result} = await stackList({}, {OS_ORCHESTRATION_ENDPOINT_OVERRIDE: 'http://127.0.0.1:1/v1'})
    assert.equal(result.status, 1)
    assert.match(result.stderr, /127\.0\.0\.1:1\b/)
  })

  it('a wrong clock: a token that seems expired is still used, and not cached', async () => {
    const place = makePlace()
    const {server, env} = await startAllServices({[`GET ${STACKS}`]: good})
    try {
      const login = server.routes['POST /v3/auth/tokens']
      const body = structuredClone((login as {body: {token: {expires_at: string}}}).body)
      body.token.expires_at = '2001-01-01T00:00:00Z'
      server.routes['POST /v3/auth/tokens'] = {status: 201, headers: {'x-subject-token': 'a-token'}, body}
      for (const _ of [1, 2]) {
        const {status, stdout, stderr} = await run(['stack', 'list', '-f', 'value', '-c', 'Stack Name'], {env, place})
        assert.deepEqual([status, stdout.trim()], [0, 'web'], stderr)
        const logins = server.requests.filter(({path}) => path === '/v3/auth/tokens')
        assert.equal(logins.length, 1, 'once for each command, since nothing is kept')
        server.requests.length = 0
      }
    } finally {
      await server.stop()
      removePlace(place)
    }
  })
})

async function stackList(
  routes: Record<string, Route>,
  more: Record<string, string> = {},
): Promise<{result: Result; server: FixtureServer}> {
  const {server, env} = await startAllServices(routes)
  try {
    const result = await run(['stack', 'list', '-f', 'value', '-c', 'Stack Name'], {env: {...env, ...more}})
    return {result, server}
  } finally {
    await server.stop()
  }
}
