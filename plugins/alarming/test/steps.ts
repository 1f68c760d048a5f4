import assert from 'node:assert/strict'
import {asArray, asObject, decodeJson, type JsonObject} from '@osc-cli/core'
import type {Expected, Scenario} from './functional.ts'

interface Result {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs the steps of a scenario. False when the first one says that the cloud does not support it. */
export async function follow(
  {steps, unsupported}: Scenario,
  name: string,
  osc: (...argv: string[]) => Promise<Result>,
): Promise<boolean> {
  const words: Record<string, string> = {NAME: name, PROJECT: crypto.randomUUID().replaceAll('-', '')}
  const fill = (text: string) => text.replaceAll(/\b(?:NAME|PROJECT|ID)\b/g, (word) => words[word] ?? word)
  for (const [index, [line, expected]] of steps.entries()) {
    // A no-break space is a blank inside a word.
    const argv = fill(line)
      .split(' ')
      .map((word) => word.replaceAll('\u00a0', ' '))
    const result = await osc(...argv, ...(line.includes(' delete ') ? [] : ['-f', 'json']))
    if (index === 0 && result.status !== 0 && unsupported?.test(result.stderr)) return false
    if (line.startsWith('alarm create') && result.status === 0)
      words.ID = String(asObject(decodeJson(result.stdout)).alarm_id)
    check(fill(line), result, expected, fill)
  }
  return true
}

function check(line: string, {status, stdout, stderr}: Result, expected: Expected, fill: (text: string) => string) {
  if (isFailure(expected)) {
    assert.equal(status, expected[0], `${line}: ${stderr}`)
    assert.match(stderr, new RegExp(fill(expected[1].source), expected[1].flags), line)
    return
  }
  assert.equal(status, 0, `${line}: ${stderr}`)
  if (expected === 'nothing') return assert.equal(stdout, '', line)
  const printed = decodeJson(stdout)
  const rows = (Array.isArray(printed) ? asArray(printed) : [printed]).map(asObject)
  if (expected === 'absent') return assert.ok(!rows.some(({alarm_id}) => alarm_id === fill('ID')), line)
  const facts = asObject(decodeJson(fill(JSON.stringify(expected))))
  assert.ok(
    rows.some((row) => hasFacts(row, facts)),
    `${line} does not print ${JSON.stringify(facts)}:\n${stdout}`,
  )
}

const isFailure = (expected: Expected): expected is readonly [number, RegExp] => Array.isArray(expected)

const hasFacts = (row: JsonObject, facts: JsonObject): boolean =>
  Object.entries(facts).every(([key, value]) => JSON.stringify(row[key]) === JSON.stringify(value))
