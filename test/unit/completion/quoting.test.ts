import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {loadCloudConfig} from '#cloud/config/load'
import {bashCompletion} from '#completion/scripts/bash'
import {remember} from '#context/remember'
import {Seen} from '#context/seen'
import {cleanEnv, makePlace, type Place, removePlace} from '../../support/place.ts'
import {runProgram} from '../../support/run.ts'

const CLOUDS =
  "clouds: {one: {auth: {auth_url: 'http://keystone.example/v3', username: ada, password: pw, project_name: demo}}}"
const user = {noun: 'user', service: 'identity', path: '/users', member: 'user', collection: 'users'}

/** Stands for osc, all but its completion: says what it was called with. */
const SPY = `osc() { if [ "$1" = __complete ]; then command osc "$@"; else printf '<%s>' "$@"; echo; fi; }`

/** Types on a terminal: each text when what was shown since the last one matches. */
async function type(words: string[], place: Place, env: Record<string, string>, steps: [RegExp, string][]) {
  let shown = ''
  const left = [...steps]
  const {stdout} = await runProgram(words, {
    place,
    env,
    terminal: {width: 200},
    started: (child) =>
      child.stdout?.on('data', (chunk: Buffer) => {
        shown += chunk
        if (!left[0]?.[0].test(shown)) return
        child.stdin?.write(left.shift()?.[1] ?? '')
        shown = ''
      }),
  })
  return stdout
}

describe('names that need quotes, on a terminal', () => {
  let place: Place
  let env: Record<string, string>
  before(async () => {
    place = makePlace()
    writeFileSync(join(place.work, 'clouds.yaml'), CLOUDS, {mode: 0o600})
    env = {OS_CLOUD: 'one'}
    const config = await loadCloudConfig({options: {}, env: cleanEnv(place, env), cwd: place.work, home: place.home})
    const seen = new Seen()
    for (const name of ['it is $me', 'x;rm -rf y', "jo'e", 'a:b:c']) seen.saw(user, {id: name, name})
    await remember(seen, config, place.cache)
    const setUp = `${SPY}\nPS1='SE''T> '\n`
    writeFileSync(join(place.work, 'bash.sh'), bashCompletion('osc') + setUp)
  })
  after(() => removePlace(place))

  const cases: [string, string][] = [
    ['osc user show it\\ ', '<user><show><it is $me>'],
    ['osc user show "it is', '<user><show><it is $me>'],
    ["osc user show 'it is", '<user><show><it is $me>'],
    ['osc user show x', '<user><show><x;rm -rf y>'],
    ['osc user show jo', "<user><show><jo'e>"],
    ['osc user show a:b', '<user><show><a:b:c>'],
  ]
  for (const [line, called] of cases) {
    it(`bash: ${line}`, async () => {
      const shown = await type(['bash', '--norc', '-i'], place, env, [
        [/[$#%] ?$/m, '. ./bash.sh\n'],
        [/SET> /, `${line}\t\n`],
        [/<user><show>/, 'exit\n'],
      ])
      assert.ok(shown.includes(called), shown)
    })
  }
})
