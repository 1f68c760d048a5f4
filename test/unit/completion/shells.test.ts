import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {bashCompletion} from '#completion/scripts/bash'
import {fishCompletion} from '#completion/scripts/fish'
import {zshCompletion} from '#completion/scripts/zsh'
import {makeFixedPlace} from '../../support/fixed-place.ts'
import {type Place, removePlace} from '../../support/place.ts'
import {quote} from '../../support/quote.ts'
import {runProgram} from '../../support/run.ts'

// Not started: fish would write into the home folder of whoever runs the tests.
const has = (shell: string) => spawnSync('sh', ['-c', `command -v ${shell}`]).status === 0

/** What a shell offers for a line with the cursor at its end; `awaited` is a word of it. */
type Offers = (line: string, place: Place, awaited: string) => Promise<string[]>

const words = (text: string) => text.split('\n').filter(Boolean)

const inBash: Offers = async (line, place) => {
  const script = join(place.work, 'osc.bash')
  writeFileSync(script, bashCompletion('osc'))
  const point = `COMP_LINE=${quote(line)}; COMP_POINT=\${#COMP_LINE}`
  const test = `source ${script}; ${point}; _osc_completion; printf '%s\\n' "\${COMPREPLY[@]}"`
  return words((await runProgram(['bash', '--norc', '-c', test], {place})).stdout)
}

const inFish: Offers = async (line, place) => {
  const script = join(place.work, 'osc.fish')
  writeFileSync(script, fishCompletion('osc'))
  return words(
    (await runProgram(['fish', '--no-config', '-c', `source ${script}; complete -C ${quote(line)}`], {place})).stdout,
  )
}

/**
 * Presses Tab in a zsh on a pseudo-terminal; the answer is what its screen shows behind the line. It is waited for: zsh lists
 * nothing when more has been typed.
 */
const inZsh: Offers = async (line, place, awaited) => {
  writeFileSync(join(place.work, 'osc.zsh'), zshCompletion('osc'))
  writeFileSync(
    join(place.work, 'drive.zsh'),
    `zmodload zsh/zpty
await() {
  local chunk
  seen=''
  until [[ $seen == *$~1* ]]; do zpty -r z chunk "*$~1*" || return 1; seen+=$chunk; done
}
zpty z zsh -f -i
zpty -w z 'stty cols 200; PROMPT=; autoload -Uz compinit; compinit -u -D; LISTMAX=1000'
zpty -w z ${quote(`source ${join(place.work, 'osc.zsh')}; zle -C show complete-word shown; bindkey '^I' show`)}
zpty -w z ${quote(`shown() { _main_complete; compstate[insert]=; compstate[list]='list force' }`)}
zpty -w z ${quote(`echo REA''DY`)}
await 'READY'
zpty -w -n z ${quote(line)}$'\\t'
await ${quote(awaited)}
offered=$seen
zpty -w z $'\\C-uecho DO""NE'
await 'DONE'
print -r -- $offered$seen
zpty -d z
`,
  )
  const {stdout} = await runProgram(['zsh', '-f', join(place.work, 'drive.zsh')], {place, env: {TERM: 'dumb'}})
  return words(stdout)
}

describe('completion in real shells', () => {
  let place: Place
  before(() => {
    place = makeFixedPlace()
  })
  after(() => removePlace(place))

  const shells: [string, Offers][] = [
    ['bash', inBash],
    ['fish', inFish],
    ['zsh', inZsh],
  ]
  const cases: [line: string, offered: string, not: RegExp][] = [
    ['osc stack sh', 'show', /list/],
    ['osc user list -f js', 'json', /table/],
    ['osc user list --os-interface ', 'internal', /stack/],
    ['osc heat stack snap', 'snapshot', /abandon/],
  ]
  for (const [shell, offers] of shells) {
    for (const [line, offered, not] of cases) {
      it(`${shell}: ${line}`, async function () {
        if (!has(shell)) this.skip()
        const shown = (await offers(line, place, offered)).filter((text) => !text.includes(line)).join('\n')
        assert.match(shown, new RegExp(`\\b${offered}\\b`))
        assert.doesNotMatch(shown, not)
      })
    }
  }

  it('fish shows what a command does', async function () {
    if (!has('fish')) this.skip()
    assert.deepEqual(await inFish('osc stack sh', place, 'show'), ['show\tShow a stack'])
  })
})
