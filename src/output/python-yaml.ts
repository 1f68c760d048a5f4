import {ExactNumber, type Json} from '#json'
import {pythonNumber} from '#output/python-text'
import {compareText} from '#output/sort'
import {YamlWriter} from '#output/yaml-writer'

/** A value as PyYAML's safe_dump writes it in block style: keys sorted, ASCII only, lines of about 80. */
export function pythonYaml(value: Json): string {
  const out = new YamlWriter()
  writeNode(out, value, {inMapping: false})
  return out.finish()
}

interface Place {
  /** The value of a mapping's key: a list then stands below it without indent. */
  inMapping: boolean
}

function writeNode(out: YamlWriter, value: Json, place: Place): void {
  if (Array.isArray(value)) writeSequence(out, value, place)
  else if (typeof value === 'object' && value !== null && !(value instanceof ExactNumber))
    writeMapping(out, Object.entries(value))
  else out.indented(() => out.scalar(scalarText(value), typeof value === 'string', {isKey: false}))
}

function writeSequence(out: YamlWriter, items: readonly Json[], {inMapping}: Place): void {
  if (items.length === 0) {
    out.indicator('[]')
    return
  }
  out.block(inMapping && out.isBehindText(), () => {
    for (const item of items) {
      out.newLine()
      out.indicator('-', {opens: true})
      writeNode(out, item, {inMapping: false})
    }
  })
}

function writeMapping(out: YamlWriter, entries: readonly [string, Json | undefined][]): void {
  if (entries.length === 0) {
    out.indicator('{}')
    return
  }
  out.block(false, () => {
    for (const [key, value] of entries.toSorted(([a], [b]) => compareText(a, b))) {
      out.newLine()
      if (isSimpleKey(key)) {
        out.indented(() => out.scalar(key, true, {isKey: true}))
        out.indicator(':', {attached: true})
      } else {
        out.indicator('?', {opens: true})
        out.indented(() => out.scalar(key, true, {isKey: false}))
        out.newLine()
        out.indicator(':', {opens: true})
      }
      writeNode(out, value ?? null, {inMapping: true})
    }
  })
}

// PyYAML counts the 5 letters of the tag !!str, which it does not write.
const LONGEST_KEY = 128 - 5

const isSimpleKey = (key: string): boolean =>
  key !== '' && [...key].length < LONGEST_KEY && !/[\n\x85\u2028\u2029]/.test(key)

function scalarText(value: null | boolean | number | string | ExactNumber): string {
  if (value === null) return 'null'
  if (typeof value === 'string' || typeof value === 'boolean') return String(value)
  const text = pythonNumber(value)
  // YAML 1.1 takes an exponent for a number only after a point.
  return /^-?\d+e/.test(text) ? text.replace('e', '.0e') : text
}
