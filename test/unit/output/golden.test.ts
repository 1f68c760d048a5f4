import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {asArray, asText, decodeJson, type JsonObject} from '#json'
import {type FormatCase, format} from '../../support/formatters.ts'

const read = (name: string) =>
  asArray(decodeJson(readFileSync(new URL(`../../golden/output/${name}`, import.meta.url), 'utf8')))

describe('the formatters against what cliff printed', () => {
  const answers = read('golden.json') as JsonObject[]
  for (const [i, one] of (read('cases.json') as unknown as FormatCase[]).entries()) {
    const rows = one.kind === 'list' ? `, ${one.rows?.length} rows` : ''
    it(`${one.kind} ${one.args.join(' ')}${rows}`, async () => {
      const expected = answers[i]
      // osc puts cliff's second sentence, with the recognized columns, into the hint.
      if (expected?.out === undefined) await assert.rejects(format(one), isRejectedAs(asText(expected?.error) ?? ''))
      else assert.equal(await format(one), asText(expected.out))
    })
  }
})

const isRejectedAs = (message: string) => (error: Error) => {
  assert.equal(error.message, message.split(' Recognized columns')[0])
  return true
}
