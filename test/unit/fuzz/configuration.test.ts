import assert from 'node:assert/strict'
import {loadCloudConfig} from '#cloud/config/load'
import type {Located} from '#cloud/config/located'
import {parseFile} from '#cloud/config/parse-file'
import {OscError} from '#errors'
import {holds, PIECES, type Random} from '../../support/fuzz.ts'
import {inPlace} from '../config/place.ts'

const SECRET = 'hunter2secret'
const LINES = [
  'clouds:',
  '  lab:',
  '    auth:',
  '      auth_url: http://127.0.0.1:5000/v3',
  '      username: demo',
  `      password: ${SECRET}`,
  '      project_name: demo',
  '    region_name: RegionOne',
  '    regions: [RegionOne, {name: Two, values: {interface: admin}}]',
  '    api_timeout: 30',
  '  other: &anchor {profile: ovh, auth: {username: x}}',
  '  third: {<<: *anchor, verify: no}',
]

/** A clouds.yaml with some slips: lines left out, doubled, indented differently, or with odd pieces in them. */
function cloudsYaml(random: Random): string {
  const lines = LINES.flatMap((line) => {
    const kind = random.below(24)
    if (kind === 0) return []
    if (kind === 1) return [line, line]
    if (kind === 2) return [' '.repeat(random.below(8)) + line.trimStart()]
    if (kind > 4) return [line]
    const at = random.below(line.length + 1)
    return [line.slice(0, at) + random.text(PIECES, 3) + line.slice(kind === 3 ? at : at + 1)]
  })
  return `${lines.join('\n')}\n`
}

describe('a clouds.yaml with slips', () => {
  holds('is read, or refused with its place in one line that quotes no secret', 250, (random) => {
    const text = random.below(10) === 0 ? random.text(PIECES, 40) : cloudsYaml(random)
    try {
      parseFile(text, 'clouds.yaml')
    } catch (error) {
      assert.ok(error instanceof OscError, `${error}`)
      assert.match(error.message, /^clouds\.yaml:\d+(?::\d+)?: [^\n]+\.$/)
      assert.ok(!`${error.message} ${error.hint}`.includes(SECRET), error.message)
    }
  })

  holds('is loaded, or refused without its secrets', 25, (random) =>
    inPlace({files: {'work/clouds.yaml': cloudsYaml(random)}}, async (input) => {
      try {
        const {warnings} = await loadCloudConfig({...input, options: {cloud: 'lab'}})
        assert.ok(!warnings.join().includes(SECRET), warnings.join())
      } catch (error) {
        assert.ok(error instanceof OscError, `${error}`)
        assert.ok(!`${error.message} ${error.hint}`.includes(SECRET), error.message)
      }
    }),
  )

  holds('gives back every text that is written as JSON', 300, (random) => {
    const value = {[`k${random.below(9)}`]: random.list(3, () => random.text(PIECES, 6).toWellFormed())}
    assert.deepEqual(plain(parseFile(JSON.stringify(value), 'clouds.yaml')), value)
  })
})

/** A parsed value without its places. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: Located) => plain(item.value))
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item.value)]))
  return value
}
