import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {loadCloudConfig} from '#cloud/config/load'
import {bashCompletion} from '#completion/scripts/bash'
import {zshCompletion} from '#completion/scripts/zsh'
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
    writeFileSync(join(place.work, 'zsh.sh'), `autoload -Uz compinit; compinit -u -D\n${zshCompletion('osc')}${setUp}`)
  })
  after(() => removePlace(place))

  const shells: [string, string[]][] = [
    ['bash', ['bash', '--norc', '-i']],
    ['zsh', ['zsh', '-f', '-i']],
  ]
  const cases: [string, RegExp, string][] = [
    ['osc user show it\\ ', /\$me/, '<user><show><it is $me>'],
    ['osc user show "it is', /\$me/, '<user><show><it is $me>'],
    ["osc user show 'it is", /\$me/, '<user><show><it is $me>'],
    ['osc user show x', /rf.*y/, '<user><show><x;rm -rf y>'],
    ['osc user show jo', /'e/, "<user><show><jo'e>"],
    ['osc user show a:b', /:c/, '<user><show><a:b:c>'],
  ]
  for (const [shell, words] of shells) {
    for (const [line, completed, called] of cases) {
      it(`${shell}: ${line}`, async function () {
        if (spawnSync(shell, ['-c', 'exit 0']).status !== 0) this.skip()
        const shown = await type(words, place, env, [
          [/[$#%] ?$/m, `. ./${shell}.sh\n`],
          [/SET> /, `${line}\t`],
          [completed, '\n'],
          [/<user><show>/, 'exit\n'],
        ])
        assert.ok(shown.includes(called), shown)
      })
    }
  }
})
