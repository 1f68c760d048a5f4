import assert from 'node:assert/strict'
import type {Json} from '@osc-cli/core'
import {hiddenValues} from '../../../src/template/hidden-parameters.ts'

const hot = (declaration: Json) => ({heat_template_version: '2021-04-16', parameters: {pin: declaration, open: {}}})

describe('values of hidden parameters', () => {
  const cases: [what: string, template: Json, expected: string[]][] = [
    ['hidden: true', hot({hidden: true, default: 'd'}), ['given', 'env', 'env-default', 'd']],
    ['hidden as text', hot({hidden: 'True'}), ['given', 'env', 'env-default']],
    ['NoEcho', {Parameters: {pin: {NoEcho: 'true', Default: 'd'}}}, ['given', 'env', 'env-default', 'd']],
    [
      'lists and mappings',
      hot({hidden: true, default: {a: ['x', 5], b: true}}),
      ['given', 'env', 'env-default', 'x', '5'],
    ],
    ['not hidden', hot({hidden: false, default: 'd'}), []],
    ['no template', null, []],
    ['no mapping', hot('text'), []],
  ]
  for (const [what, template, expected] of cases) {
    it(`are found: ${what}`, () =>
      assert.deepEqual(
        hiddenValues({
          template,
          environment: {parameters: {pin: 'env', open: 'x'}, parameter_defaults: {pin: 'env-default'}},
          parameters: {pin: 'given', open: 'x'},
        }),
        expected,
      ))
  }
})
