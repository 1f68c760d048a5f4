import assert from 'node:assert/strict'
import {parseFile} from '#cloud/config/parse-file'
import {OscError} from '#errors'
import {decodeJson, NestingError} from '#json'
import {parseYaml as parseTemplate} from '../../../plugins/orchestration/src/template/yaml.ts'
import {parseYaml as parseTosca} from '../../../plugins/tosca/src/yaml/parse.ts'
import {readYaml as parsePlanFile} from '../../../plugins/tripleo/src/plan/yaml.ts'
import {lint} from '../../../plugins/workflow/src/lint/lint.ts'
import {holds, PIECES, type Random} from '../../support/fuzz.ts'

const SECRET = 'hunter2secret'

const LINES = [
  'heat_template_version: 2021-04-16',
  'topology_template:',
  '  inputs: &inputs {size: {type: integer, default: 3}}',
  '  node_templates:',
  '    server:',
  '      properties: {<<: *inputs, ports: [80, 443]}',
  `      password: ${SECRET}`,
  `      user_data: "a ${SECRET} b"`,
  `      list: [${SECRET}, b]`,
  `- {name: Control, ${SECRET}: 1}`,
  '      text: |',
  `        echo ${SECRET}`,
]
const ODD = [...PIECES, `!${SECRET}`, `*${SECRET}`, `&${SECRET} `, `@${SECRET}`, `"${SECRET}`, `\\${SECRET}`]

/** A document with some slips: lines left out, doubled, indented differently, or with odd pieces in them. */
function yaml(random: Random): string {
  const lines = LINES.flatMap((line) => {
    const kind = random.below(20)
    if (kind === 0) return []
    if (kind === 1) return [line, line]
    if (kind === 2) return [' '.repeat(random.below(8)) + line.trimStart()]
    if (kind > 4) return [line]
    const at = random.below(line.length + 1)
    return [line.slice(0, at) + random.text(ODD, 2) + line.slice(kind === 3 ? at : at + 1)]
  })
  return `${lines.join('\n')}\n`
}

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'clouds.yaml': (text) => parseFile(text, 'FILE'),
  template: (text) => parseTemplate({url: 'FILE', text}),
  'TOSCA definition': (text) => parseTosca(text, 'FILE'),
  'file of a plan': (text) => parsePlanFile('FILE', text),
}

describe('a YAML document with slips', () => {
  for (const [name, read] of Object.entries(readers))
    holds(`as a ${name} is read, or refused with its place in one line that quotes no value`, 150, async (random) => {
      const text = random.below(10) === 0 ? random.text(ODD, 30) : yaml(random)
      try {
        await read(text)
      } catch (error) {
        assert.ok(error instanceof OscError, `${error instanceof Error ? error.stack : error}`)
        assert.match(error.message, /^[^\n]*FILE:\d+(?::\d+)?: [^\n]+$/)
        assert.ok(!`${error.message} ${error.hint}`.includes(SECRET), error.message)
      }
    })

  holds('as a workflow definition has findings with places, and syntax errors that quote no value', 150, (random) => {
    const text = random.below(10) === 0 ? random.text(ODD, 30) : yaml(random)
    for (const {line, column, rule, message} of lint(text)) {
      assert.ok(line > 0 && column > 0, `${rule} ${line}:${column}`)
      if (rule === 'syntax') assert.ok(!message.includes(SECRET), message)
    }
  })
})

describe('JSON with slips', () => {
  const document = JSON.stringify(
    {auth: {password: SECRET, n: [1, -0.5, 1e5, true, null]}, a: '\u00fc\n"', b: []},
    null,
    1,
  )

  holds('is what JSON.parse reads, or refused with a place and without its text', 2000, (random) => {
    const at = random.below(document.length)
    const text = document.slice(0, at) + random.text(ODD, 2) + document.slice(at + random.below(3))
    const expected = outcome(() => JSON.parse(text))
    const actual = outcome(() => decodeJson(text))
    assert.equal(actual.error === undefined, expected.error === undefined, text)
    if (actual.error instanceof NestingError || actual.error === undefined) return
    assert.match(actual.error.message, /^[^\n]+ at line \d+, column \d+$/)
    assert.ok(!actual.error.message.includes(SECRET), actual.error.message)
    assert.ok(!actual.error.message.startsWith('not valid JSON'), text)
  })
})

function outcome(act: () => unknown): {error?: Error} {
  try {
    act()
    return {}
  } catch (error) {
    assert.ok(error instanceof SyntaxError)
    return {error}
  }
}
