import assert from 'node:assert/strict'
import type {JsonObject} from '@osc-cli/core'
import {deploymentOutput, failureReason} from '../../../src/format/deployment-output.ts'

const twelve = Array.from({length: 12}, (_, line) => `line ${line + 1}`)
const indented = twelve.map((line) => `    ${line}`)

describe('outputs of deployments', () => {
  const outputs: [what: string, outputs: JsonObject, name: string, long: boolean, lines: string[]][] = [
    ['a value', {code: 0}, 'code', false, ['  code: 0']],
    ['a nested value', {x: {a: [true, null]}}, 'x', false, ["  x: {'a': [True, None]}"]],
    ['a missing value', {}, 'code', false, ['  code: None']],
    ['a short log', {deploy_stdout: 'a\r\nb\n'}, 'deploy_stdout', false, ['  deploy_stdout: |', '    a', '    b']],
    ['an empty log', {deploy_stderr: ''}, 'deploy_stderr', false, ['  deploy_stderr: |', '']],
    ['no log', {}, 'deploy_stderr', false, ['  deploy_stderr: |', 'None']],
    [
      'the last lines of a long log',
      {deploy_stdout: twelve.join('\n')},
      'deploy_stdout',
      false,
      ['  deploy_stdout: |', '    ...', ...indented.slice(2), '    (truncated, view all with --long)'],
    ],
    [
      'all of a long log',
      {deploy_stdout: twelve.join('\n')},
      'deploy_stdout',
      true,
      ['  deploy_stdout: |', ...indented],
    ],
  ]
  for (const [what, values, name, long, lines] of outputs) {
    it(`shows ${what}`, () => assert.deepEqual(deploymentOutput(values, name, long), lines))
  }

  it('shows the last lines of a reason', () =>
    assert.deepEqual(failureReason(twelve.join('\n'), false), ['    ...\n', ...indented.slice(2)]))
  it('shows a whole reason', () => assert.deepEqual(failureReason(twelve.join('\n'), true), indented))
  it('shows None without a reason', () => assert.deepEqual(failureReason(null, false), ['None']))
})
