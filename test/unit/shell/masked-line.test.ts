import assert from 'node:assert/strict'
import {readLine, readWhole} from '#completion/shell-line'
import {quotedRest} from '#shell/insert'
import {maskedLine} from '#shell/masked-line'

describe('a line that is kept', () => {
  const secrets: [string, string][] = [
    ['user create --password sesame ada', "user create --password '***' ada"],
    ['user create --password=sesame "ada l"', "user create '--password=***' 'ada l'"],
    ['--os-token sesame region list', "--os-token '***' region list"],
    ['stack create --parameter db_password=sesame x', "stack create --parameter 'db_password=***' x"],
    ['api GET http://ada:sesame@host/', "api GET 'http://ada:***@host/'"],
    ['project show from-the-environment', "project show '***'"],
    ['project  show "my web"', 'project  show "my web"'],
  ]
  for (const [line, kept] of secrets)
    it(`has no secret: ${line}`, () => {
      const env = {OS_PASSWORD: 'from-the-environment'}
      const context = {globals: [], env, config: undefined, masked: undefined, index: undefined}
      assert.equal(maskedLine(line, readWhole(line).words, context), kept)
    })
})

describe('a name that Tab puts in', () => {
  const lines = ['show ', "show '", 'show "', 'show m', "show 'm", 'show "m']
  for (const name of ['my web', "m'x", 'm"$`\\!', 'm|;&<>#', '~m', 'm\\ü'])
    for (const line of lines) {
      const read = readLine(line, '')
      if (!name.startsWith(read.current)) continue
      it(`${name} is unchanged after ${line}`, () => {
        const whole = `${line}${quotedRest(name.slice(read.current.length), read)}${read.quote}`
        assert.deepEqual(readWhole(whole), {words: ['show', name], open: '', operator: undefined})
      })
    }
})
