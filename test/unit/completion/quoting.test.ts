import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {loadCloudConfig} from '#cloud/config/load'
import {bashCompletion} from '#completion/scripts/bash'
import {fishCompletion} from '#completion/scripts/fish'
import {zshCompletion} from '#completion/scripts/zsh'
import {Observed} from '#context/observed'
import {remember} from '#context/remember'
import {makeFixedPlace} from '../../support/fixed-place.ts'
import {cleanEnv, type Place, removePlace} from '../../support/place.ts'
import {runProgram} from '../../support/run.ts'

const CLOUDS =
  "clouds: {one: {auth: {auth_url: 'http://keystone.example/v3', username: ada, password: pw, project_name: demo}}}"
const user = {noun: 'user', service: 'identity', path: '/users', member: 'user', collection: 'users'}

const NAMES = [
  'it is $me',
  'x;rm -rf y',
  "jo'e",
  'say "hi"',
  'a:b:c',
  'grün weiß',
  'back\\slash',
  'wild*card',
  '$(touch x)',
  'k=v',
  '#hash',
  '-dash',
  'evil\u001b[2J',
  'new\nline',
]

interface Shell {
  /** How it is started, and what makes it ready; `SET> ` is its prompt from then on. */
  words: readonly string[]
  setUp: string
}

/** Each stands for osc, all but its completion: says what it was called with. */
const SHELLS: Readonly<Record<string, Shell>> = {
  bash: {
    words: ['bash', '--norc', '-i'],
    setUp: `${bashCompletion('osc')}
osc() { if [ "$1" = __complete ]; then command osc "$@"; else printf '<%s>' "$@"; echo; fi; }
PS1='SE''T> '
`,
  },
  zsh: {
    words: ['zsh', '-f', '-i'],
    setUp: `autoload -Uz compinit; compinit -u -D
${zshCompletion('osc')}
osc() { if [ "$1" = __complete ]; then command osc "$@"; else printf '<%s>' "$@"; echo; fi; }
unsetopt zle_bracketed_paste 2>/dev/null; unset zle_bracketed_paste
PROMPT='SE''T> '
`,
  },
  fish: {
    words: ['fish', '--no-config', '-i'],
    setUp: `${fishCompletion('osc')}
function osc
  if test "$argv[1]" = __complete
    command osc $argv
  else
    printf '<%s>' $argv; echo
  end
end
function fish_prompt; echo 'SE''T> '; end
`,
  },
}

const ENDINGS: Readonly<Record<string, string>> = {bash: 'sh', zsh: 'zsh', fish: 'fish'}

// Not started: fish would write into the home folder of whoever runs the tests.
const has = (shell: string) => spawnSync('sh', ['-c', `command -v ${shell}`]).status === 0

/** Types on a terminal: each text when what was shown since the last one matches. */
async function type(words: readonly string[], place: Place, env: Record<string, string>, steps: [RegExp, string][]) {
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
    place = makeFixedPlace()
    writeFileSync(join(place.work, 'clouds.yaml'), CLOUDS, {mode: 0o600})
    env = {OS_CLOUD: 'one'}
    const config = await loadCloudConfig({options: {}, env: cleanEnv(place, env), cwd: place.work, home: place.home})
    const observed = new Observed()
    for (const name of NAMES) observed.add(user, {id: name, name})
    await remember(observed, config, place.cache)
    for (const [shell, {setUp}] of Object.entries(SHELLS))
      writeFileSync(join(place.work, `set-up.${ENDINGS[shell]}`), setUp)
  })
  after(() => removePlace(place))

  /** What is typed in front of Tab, by the name that is meant. */
  const typed: [string, string][] = [
    ['osc user show it\\ ', 'it is $me'],
    ['osc user show it', 'it is $me'],
    ['osc user show x', 'x;rm -rf y'],
    ['osc user show jo', "jo'e"],
    ['osc user show sa', 'say "hi"'],
    ['osc user show a:b', 'a:b:c'],
    ['osc user show gr', 'grün weiß'],
    ['osc user show ba', 'back\\slash'],
    ['osc user show wi', 'wild*card'],
    ['osc user show \\$', '$(touch x)'],
    ['osc user show k', 'k=v'],
    ['osc user show \\#', '#hash'],
    ['osc user show -- -d', '-dash'],
  ]
  const quoted: [string, string][] = [
    ['osc user show "it is', 'it is $me'],
    ["osc user show 'it is", 'it is $me'],
  ]
  const nothing: [string, string][] = [
    ['osc user show ev', 'ev'],
    ['osc user show ne', 'ne'],
    ['osc user show zz', 'zz'],
  ]
  for (const [shell, {words}] of Object.entries(SHELLS)) {
    const press = (line: string) =>
      type(words, place, env, [
        [/[$#%>] ?/, `. ./set-up.${ENDINGS[shell]}\n`],
        [/SET> /, `${line}\t\n`],
        // Not before the next prompt: what is typed sooner stands in the middle of what is printed.
        [/<user><show>[\s\S]*SET> /, 'exit\n'],
      ])
    for (const [line, name] of [...typed, ...quoted])
      it(`${shell}: ${line}`, async function () {
        if (!has(shell)) this.skip()
        const shown = await press(line)
        const dashes = line.includes(' -- ') ? '<-->' : ''
        assert.ok(shown.includes(`<user><show>${dashes}<${name}>`), shown)
      })
    for (const [line, left] of nothing)
      it(`${shell}: ${line} has nothing that may be shown`, async function () {
        if (!has(shell)) this.skip()
        const shown = await press(line)
        assert.ok(shown.includes(`<user><show><${left}>`), shown)
      })
  }
})
