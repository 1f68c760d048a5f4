import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {CORE_REMEDIES} from '#advice/remedies/core-remedies'
import {IDLE} from '#cloud/http/exchange'
import {EXPLANATIONS} from '#cloud/http/explanations'
import {codeRow, errorCodes} from '#error-codes'
import sandbox from '../../../../plugins/sandbox/src/help.ts'
import {UNPROVOKED} from '../../../golden/failures/unprovoked.ts'
import {fixedIndex} from '../../../support/fixed-core.ts'
import {repository} from '../../../support/program.ts'

fixedIndex()
const ERROR_CODES = errorCodes()
const listed = ERROR_CODES.flatMap(({code, also}) => [code, ...also])

describe('osc help exit-codes', () => {
  const sources = globSync('src/**/*.ts', {cwd: repository}).map((file) => readFileSync(join(repository, file), 'utf8'))

  it('lists every code that the source gives to an error', () => {
    const given = sources.flatMap((text) => [...text.matchAll(/\bcode: '([A-Z]\w+)'/g)].map(([, code]) => code ?? ''))
    assert.ok(given.length > 15)
    // `CODE` stands for a code in an example of clouds.yaml.
    for (const code of given.filter((one) => one !== 'CODE')) assert.ok(listed.includes(code), code)
  })

  it('lists the codes of connections', () => {
    for (const code of Object.keys(EXPLANATIONS)) if (code !== IDLE) assert.ok(listed.includes(code), code)
  })

  it('lists the class of every error without a code', () => {
    const classes = sources.flatMap((text) =>
      [...text.matchAll(/class (\w+) extends \w+Error\b/g)].map(([, name]) => name ?? ''),
    )
    const own = classes
      .map((name) => name.replace(/Error$/, ''))
      .filter(
        (name) =>
          ![
            'Osc',
            'Http',
            'Policy',
            'Quota',
            'AmbiguousName',
            'LineFault',
            'Json',
            'Nesting',
            'PluginCommand',
          ].includes(name),
      )
    for (const name of own) assert.ok(listed.includes(name), name)
  })

  it('lists each code once, and each has a remedy', () => {
    assert.equal(new Set(ERROR_CODES.map(({code}) => code)).size, ERROR_CODES.length)
    const remedied = new Set([...CORE_REMEDIES, ...(sandbox.remedies ?? [])].flatMap(({when}) => when.code))
    const silent = ['Interrupted', 'Osc']
    for (const {code} of ERROR_CODES) if (!silent.includes(code)) assert.ok(remedied.has(code), code)
  })

  it('goes by exit status, and within one by the status of the answer', () => {
    const statuses = ERROR_CODES.map(({status}) => status)
    assert.deepEqual(
      statuses,
      statuses.toSorted((a, b) => a - b),
    )
    for (const group of Map.groupBy(ERROR_CODES, ({status}) => status).values()) {
      const answers = group.map(({code}) => Number(/^Http(\d+)$/.exec(code)?.[1])).filter((answer) => answer > 0)
      assert.deepEqual(
        answers,
        answers.toSorted((a, b) => a - b),
      )
    }
  })

  it('has what belongs together one below the other, and the most general last', () => {
    const places = new Map(ERROR_CODES.map(({code}, place) => [code, place]))
    const follows: [string, string][] = [
      ['Http409', 'Conflict'],
      ['Usage', 'NotInThisCloud'],
      ['Http403', 'PolicyRefused'],
      ['ERR_SSL_WRONG_VERSION_NUMBER', 'PlainHttp'],
      ['ProxyRefused', 'Connection'],
      ['UnsupportedAuthType', 'Config'],
      ['MoreFactors', 'Auth'],
      ['Fault', 'Osc'],
    ]
    for (const [first, second] of follows)
      assert.equal(places.get(second), Number(places.get(first)) + 1, `${second} behind ${first}`)
    assert.equal(ERROR_CODES.findLast(({status}) => status === 1)?.code, 'Osc')
  })

  it('shows every one in a golden, but for those that nothing provokes', () => {
    const file = join(repository, 'test/golden/failures/golden.json')
    const golden = JSON.parse(readFileSync(file, 'utf8')) as Record<string, {json: {code: string}}>
    const shown = new Set(Object.values(golden).map(({json}) => json.code))
    const missing = ERROR_CODES.filter(({code, also}) => ![code, ...also].some((each) => shown.has(each)))
    assert.deepEqual(missing.map(({code}) => code).sort(), Object.keys(UNPROVOKED).sort())
    for (const code of shown) assert.ok(codeRow(code), code)
  })
})
