import assert from 'node:assert/strict'
import {shellQuote} from '#advice/suggest/quote'
import {readLine, readWhole} from '#completion/shell-line'
import type {ListFlags} from '#output/flags'
import {escapeUnsafe, sanitize, UNSAFE} from '#output/sanitize'
import {listTable} from '#output/table'
import {fitWidths} from '#output/table-widths'
import {displayWidth} from '#output/width'
import {wrapText} from '#output/wrap-text'
import {readInput} from '#shell/read-line'
import {shellWord} from '#text/shell-word'
import {holds, PIECES, type Random} from '../../support/fuzz.ts'

const collected = async (texts: AsyncIterable<string>): Promise<string> => (await Array.fromAsync(texts)).join('')
const bare = (text: string) => text.replaceAll(/\s+/gu, '')
/** Without what takes more or less room than its characters. */
const cell = (random: Random) => random.text(PIECES, 8).replaceAll(/[\t\ud800]/g, '')

describe('texts for a terminal', () => {
  holds('have nothing in them that drives it, and stay as they are otherwise', 2000, (random) => {
    const text = random.text(PIECES, 20)
    const clean = sanitize(text)
    assert.doesNotMatch(clean, new RegExp(UNSAFE.source))
    assert.equal(clean.length, text.length)
    assert.equal(sanitize(clean), clean)
    const kept = [...text].filter((char) => sanitize(char) === char).join('')
    assert.equal([...clean].filter((char) => char !== '\ufffd').join(''), kept.replaceAll('\ufffd', ''))
  })

  holds('are the same JSON with escapes', 1000, (random) => {
    const value = {[random.text(PIECES, 4)]: random.text(PIECES, 12)}
    const escaped = escapeUnsafe(JSON.stringify(value))
    assert.deepEqual(JSON.parse(escaped), value)
    assert.equal(sanitize(escaped), escaped)
  })

  holds('have a width from 0 up where they are clean', 2000, (random) => {
    const text = sanitize(random.text(PIECES, 12)).replaceAll(/[\t\n]/g, ' ')
    const width = displayWidth(text)
    assert.ok(width >= 0 && width <= 2 * text.length, `${width}`)
  })

  holds('lose nothing when they are wrapped, and no line is too long', 1000, (random) => {
    const [text, width] = [random.text(PIECES, 30).toWellFormed(), 1 + random.below(20)]
    const lines = wrapText(text, width)
    assert.equal(bare(lines.join('')), bare(text))
    for (const line of lines) assert.ok([...line].length <= width, JSON.stringify(line))
  })

  holds('are in columns that are no wider than the table may be', 1000, (random) => {
    const natural = Array.from({length: 1 + random.below(6)}, () => 1 + random.below(60))
    const headers = natural.map((width) => Math.min(width, 1 + random.below(12)))
    const room = 20 + random.below(150)
    const widths = fitWidths(natural, {headers, minWidth: 8, room})
    for (const [at, width] of widths.entries()) {
      assert.ok(width <= Math.max(natural[at] ?? 0, headers[at] ?? 0))
      assert.ok(width >= Math.min(natural[at] ?? 0, headers[at] ?? 0))
    }
    const most = widths.map((width, at) => Math.max(width, 8, headers[at] ?? 0))
    const whole = (all: readonly number[]) => all.reduce((sum, width) => sum + width + 3, 1)
    assert.ok(whole(widths) <= Math.max(room, whole(most)))
  })

  holds('make tables whose lines are equally wide', 200, async (random) => {
    const columns = ['Name', 'ü'].slice(0, 1 + random.below(2))
    async function* rows() {
      for (let row = 0; row < 3; row += 1) yield columns.map(() => cell(random))
    }
    const table = await collected(listTable(columns, rows(), {} as ListFlags, {width: undefined, colour: false}))
    const widths = new Set(table.trimEnd().split('\n').map(displayWidth))
    assert.equal(widths.size, 1, table)
  })
})

describe('lines for a shell', () => {
  holds('are read or refused, whatever is typed', 500, (random) => {
    const line = random.text(PIECES, 15)
    const input = readInput(line, 'osc')
    if (input.kind === 'refused') assert.notEqual(input.error.message, '')
    assert.ok(readLine(line, ' :=').words.length <= line.length)
  })

  holds('give back every word that was quoted for them', 2000, (random) => {
    const words = ['x', ...random.list(4, () => random.text(PIECES, 6))]
    assert.deepEqual(readWhole(words.map(shellWord).join(' ')), {words, open: '', operator: undefined})
    const clean = words.map(sanitize)
    assert.deepEqual(readWhole(words.map(shellQuote).join(' ')), {words: clean, open: '', operator: undefined})
  })
})
