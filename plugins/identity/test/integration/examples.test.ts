import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {noteCalls} from '@osc-cli/core/test/integration/support/calls'
import {cloudEnv, oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {type Example, examples} from '@osc-cli/core/test/integration/support/examples'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {run, runShell} from '@osc-cli/core/test/support/run'
import {describe, it} from 'mocha'

/** Nouns whose examples need those of the nouns before them: made in this order, deleted in the opposite one. */
const NOUNS = [
  'domain',
  'region',
  'project',
  'user',
  'group',
  'role',
  'implied role',
  'service',
  'endpoint',
  'endpoint group',
  'access rule',
  'application credential',
  'credential',
  'ec2 credentials',
  'trust',
  'policy',
  'registered limit',
  'limit',
  'identity provider',
  'mapping',
  'federation protocol',
  'service provider',
]
const VERBS = ['create', 'add', 'list', 'remove', 'delete']
const LAST = VERBS.indexOf('delete')

/** Everything is made first, then looked at and changed, then taken away. */
function place({id}: Example): [phase: number, noun: number] {
  const verb = VERBS.find((candidate) => id.split(' ').includes(candidate)) ?? 'list'
  const noun = NOUNS.findLastIndex((candidate) => id.startsWith(`${candidate} `))
  // Keystone lets a registered limit be changed only while no project has its own.
  const phase = id === 'registered limit set' ? LAST : VERBS.indexOf(verb)
  return [phase, phase >= VERBS.indexOf('remove') ? -noun : noun]
}

const ordered = examples('@osc-cli/plugin-identity').toSorted((a, b) => {
  const [[x, i], [y, j]] = [place(a), place(b)]
  return x - y || i - j || Number(a.id.endsWith(' delete')) - Number(b.id.endsWith(' delete'))
})

describe('the examples of identity work as printed', () => {
  const osc = oscOnCloud()
  const user = uniqueName('somebody')
  const variables: Record<string, Record<string, string>> = {}

  before(async () => {
    writeFileSync(join(osc.place.work, 'rules.json'), '{"admin_required": "role:admin"}')
    const consumer = JSON.parse(await ok(osc('consumer', 'create', '-f', 'json')))
    const keys = ['--consumer-key', consumer.id, '--consumer-secret', consumer.secret]
    const request = async () =>
      JSON.parse(await ok(osc('request', 'token', 'create', ...keys, '--project', 'demo', '-f', 'json')))
    const [open, authorized] = [await request(), await request()]
    const verifier = await ok(
      osc(
        'request',
        'token',
        'authorize',
        '--request-key',
        authorized.key,
        '--role',
        'member',
        '-f',
        'value',
        '-c',
        'oauth_verifier',
      ),
    )
    variables['request token create'] = {CONSUMER_KEY: consumer.id, CONSUMER_SECRET: consumer.secret}
    variables['request token authorize'] = {REQUEST_KEY: open.key}
    variables['access token create'] = {
      CONSUMER_KEY: consumer.id,
      CONSUMER_SECRET: consumer.secret,
      REQUEST_KEY: authorized.key,
      REQUEST_SECRET: authorized.secret,
      VERIFIER: verifier,
    }
    await ok(osc('user', 'create', '--password', 'first', user))
    await ok(osc('role', 'add', '--user', user, '--project', 'admin', 'reader'))
    variables['user password set'] = {OS_USERNAME: user, OS_PASSWORD: 'first'}
  })

  after(async () => {
    await run(['user', 'delete', user], {env: cloudEnv()})
    await run(['consumer', 'delete', variables['request token create']?.CONSUMER_KEY ?? ''], {env: cloudEnv()})
  })

  for (const {id, command} of ordered) {
    it(command, async () => {
      const asks = id === 'user password set'
      const result = await runShell(command, {
        place: osc.place,
        env: {...cloudEnv(), ...variables[id]},
        record: noteCalls,
        ...(asks && {
          terminal: {width: 80},
          answers: ['first', 'second', 'second'].map((text) => [/Password:$/, `${text}\n`] as const),
        }),
      })
      assert.equal(result.status, 0, `${result.stdout}\n${result.stderr}`)
    })
  }
})
