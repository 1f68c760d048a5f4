import assert from 'node:assert/strict'
import {retryAfter} from '#cloud/http/retry'
import {olderThan} from '#common/cleanup/filter'
import {UsageError} from '#errors'
import * as Flags from '#flags'
import {isObject} from '#json'
import {readPairs} from '#line/pairs'
import {parseCommand} from '#line/parse'
import {splitLine} from '#line/split'
import type {FlagTable} from '#line/tokens'
import {holds, PIECES, type Random} from '../../support/fuzz.ts'

const flags = {
  property: Flags.keyValues(),
  input: Flags.jsonOrPairs(),
  tags: Flags.commaList(),
  port: Flags.range(),
  name: Flags.string(),
  enable: Flags.boolean(),
} as unknown as FlagTable

/** The value of one option, or undefined when the line is refused as a UsageError. */
async function optionValue(name: string, text: string): Promise<unknown> {
  try {
    return (await parseCommand([`--${name}=${text}`], flags, {}, undefined)).flags[name]
  } catch (error) {
    assert.ok(error instanceof UsageError, `${error}`)
    return undefined
  }
}

const key = (random: Random) => `k${random.text(['a', 'b', ':', '.', '-', ' ', 'ü', '__proto__'], 4)}`
const without = (random: Random, odd: RegExp) => random.text(PIECES, 5).replaceAll(odd, '')

describe('values of options', () => {
  holds('--property KEY=VALUE is split at the first =, or refused', 1000, async (random) => {
    const text = random.text(PIECES, 8)
    const [pair] = ((await optionValue('property', text)) ?? []) as Flags.KeyValue[]
    if (pair === undefined) assert.ok(text.indexOf('=') < 1)
    else {
      assert.equal(`${pair.key}=${pair.value}`, text)
      assert.match(pair.key, /^[^=]+$/)
      assert.deepEqual(Flags.toObject([pair]), Object.fromEntries([[pair.key, pair.value]]))
    }
  })

  holds('KEY=VALUE,KEY=VALUE gives back its pairs', 1000, (random) => {
    const pairs = [0, ...random.list(3, () => 0)].map(
      (_, at) => [`${at}${key(random)}`, without(random, /,/g)] as const,
    )
    assert.deepEqual(readPairs(pairs.map((pair) => pair.join('=')).join(',')), Object.fromEntries(pairs))
  })

  holds('any other text is refused as a usage error', 1000, (random) => {
    const text = random.text(PIECES, 8)
    try {
      for (const [name] of Object.entries(readPairs(text, {commas: random.below(2) === 0}))) assert.notEqual(name, '')
    } catch (error) {
      assert.ok(error instanceof UsageError, `${error}`)
    }
  })

  holds('JSON or KEY=VALUE becomes an object with what was given', 1000, async (random) => {
    const text =
      random.below(3) > 0
        ? random.text(PIECES, 6)
        : JSON.stringify(random.pick<unknown>([5, null, 'x', [], {}, {a: [1]}, true]))
    const [value] = ((await optionValue('input', text)) ?? []) as unknown[]
    if (value === undefined) return
    assert.ok(isObject(value))
    if (Object.keys(value).length === 0) assert.equal(text, '{}')
  })

  holds('a range has two exact numbers in order', 1000, async (random) => {
    const text = random.text(['1', '9', '-', ':', '0', '99999999', ' ', 'e'], 5)
    const range = (await optionValue('port', text)) as readonly [number, number] | undefined
    if (range === undefined) return
    assert.ok(range.every(Number.isSafeInteger) && range[0] <= range[1], `${text}: ${range}`)
  })

  holds('a list with commas gives back its text', 500, async (random) => {
    const text = random.text(PIECES, 6)
    assert.equal(((await optionValue('tags', text)) as string[]).join(','), text)
  })

  holds('--name=VALUE and what follows -- are taken as they are', 1000, async (random) => {
    const [value, word] = [random.text(PIECES, 5), random.text(PIECES, 5)]
    const args = {word: {required: true}} as never
    const parsed = await parseCommand([`--name=${value}`, '--', word], flags, args, undefined)
    assert.deepEqual([parsed.flags.name, parsed.args.word], [value, word])
  })
})

describe('the words of a line', () => {
  const WORDS = [
    '--property',
    '--prop',
    '--p',
    '--name',
    '--no-name',
    '--enable',
    '-x',
    '-',
    '--',
    'osc',
    '--os-cloud',
    '-vv',
    '-q',
  ]
  holds('are parsed, or refused as a usage error', 600, async (random) => {
    const argv = random.list(6, () =>
      random.pick([random.text(PIECES, 3), random.pick(WORDS), `${random.pick(WORDS)}=x`]),
    )
    try {
      const {rest, options} = splitLine(argv, (name) => name === '--name')
      assert.ok(rest.length <= argv.length && Object.keys(options).length <= argv.length)
      const parsed = await parseCommand(rest, flags, {words: {multiple: true}} as never, undefined)
      for (const word of parsed.argv) assert.ok(argv.includes(word), word)
    } catch (error) {
      assert.ok(error instanceof UsageError, `${error}`)
    }
  })
})

describe('times', () => {
  holds('Retry-After is a number of seconds from 0 up, or unknown', 1000, (random) => {
    const text = random.pick([
      random.text(PIECES, 5),
      random.text(['1', '.', '-', ' ', 'e'], 5),
      new Date(random.next() * 4e12).toUTCString(),
    ])
    const seconds = retryAfter(text)
    assert.ok(seconds === undefined || (Number.isFinite(seconds) && seconds >= 0), `${text}: ${seconds}`)
  })

  holds('a limit in time is a time, or refused as a usage error', 1000, (random) => {
    const text = random.text(['2026', '-', '01', '31', 'T', ' ', '12', ':', '99', 'Z', '+02:00', '.5'], 12)
    try {
      assert.equal(typeof olderThan(text, undefined)('2026-01-31T12:00:00Z', undefined), 'boolean')
    } catch (error) {
      assert.ok(error instanceof UsageError, `${error}`)
    }
  })
})
