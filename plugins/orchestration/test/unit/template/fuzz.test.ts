import assert from 'node:assert/strict'
import {holds, PIECES, type Random} from '@osc-cli/core/test/support/fuzz'
import {DocumentError} from '../../../src/template/document-error.ts'
import {parseEnvironment} from '../../../src/template/environment.ts'
import {parseJson} from '../../../src/template/json-document.ts'
import {parseTemplate} from '../../../src/template/template.ts'

const TEMPLATE = [
  'heat_template_version: 2021-04-16',
  'parameters:',
  '  flavor: {type: string, default: &small m1.small}',
  'resources:',
  '  web:',
  '    type: OS::Nova::Server',
  '    properties: {flavor: *small, user_data: {get_file: setup.sh}}',
  '    metadata: !!str 7',
  'outputs:',
  '  url: {value: {str_replace: {template: "http://$ip/", params: {$ip: {get_attr: [web, first_address]}}}}}',
]
const ENVIRONMENT = ['parameters:', '  key: |', '    a', '    b', 'resource_registry: {A::B: b.yaml, resources: {}}']

/** A document with errors: lines that are missing, repeated, indented differently, or contain unexpected text. */
const withErrors = (lines: readonly string[], random: Random): string =>
  lines
    .flatMap((line) => {
      const kind = random.below(20)
      if (kind < 2) return kind === 0 ? [] : [line, line]
      if (kind === 2) return [' '.repeat(random.below(8)) + line.trimStart()]
      const at = random.below(line.length + 1)
      return [kind === 3 ? line.slice(0, at) + random.text(PIECES, 3) + line.slice(at) : line]
    })
    .join('\n')

/** An error names the file in one line. */
async function readOrRejected(read: () => unknown): Promise<void> {
  try {
    await read()
  } catch (error) {
    assert.ok(error instanceof DocumentError, `${error}`)
    assert.match(error.message, /^file:\/\/\/web\.yaml:? ?[^\n]+$|^\/web\.yaml[^\n]+$/)
  }
}

describe('invalid documents are parsed, or rejected with one line that names the file', () => {
  const url = 'file:///web.yaml'
  holds('templates', 50, (random) => readOrRejected(() => parseTemplate({url, text: withErrors(TEMPLATE, random)})))
  holds('environments', 100, (random) =>
    readOrRejected(() => parseEnvironment({url, text: withErrors(ENVIRONMENT, random)})),
  )
  holds('JSON', 1000, (random) =>
    readOrRejected(() => parseJson({url, text: random.text([...PIECES, '{"a": ', '["b", ', '1.5', 'true'], 10)})),
  )
})
