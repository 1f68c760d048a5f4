import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {IDLE} from '#cloud/http/exchange'
import {EXPLANATIONS} from '#cloud/http/explanations'
import {ERROR_CODES} from '#error-codes'
import {CORE_REMEDIES} from '#remedies/core-remedies'
import {repository} from '../../support/program.ts'

/** Codes with those that a row names beside its own. */
const listed = ERROR_CODES.flatMap(({code, meaning}) => [
  code,
  ...(meaning.match(/\b(?:[A-Z]+_?){2,}[A-Z\d_/]*\b|Http\d+/g) ?? []),
])

describe('osc help exit-codes', () => {
  const sources = globSync('src/**/*.ts', {cwd: repository}).map((file) => readFileSync(join(repository, file), 'utf8'))

  it('lists every code that the source gives to an error', () => {
    const given = sources.flatMap((text) => [...text.matchAll(/\bcode: '([A-Z]\w+)'/g)].map(([, code]) => code ?? ''))
    assert.ok(given.length > 15)
    for (const code of given) assert.ok(listed.includes(code), code)
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
      .filter((name) => !['Osc', 'Http', 'Policy', 'Quota', 'AmbiguousName', 'LineFault'].includes(name))
    for (const name of own) assert.ok(listed.includes(name), name)
  })

  it('lists no code twice, and every one has a remedy that lets itself be told without context', () => {
    assert.equal(new Set(ERROR_CODES.map(({code}) => code)).size, ERROR_CODES.length)
    const remedied = new Set(CORE_REMEDIES.flatMap(({when}) => when.code))
    const silent = ['Unhealthy', 'Interrupted', 'Osc', 'Connection']
    for (const {code} of ERROR_CODES) if (!silent.includes(code)) assert.ok(remedied.has(code), code)
  })
})
