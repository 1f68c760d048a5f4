import assert from 'node:assert/strict'
import {mergeEnvironments, parseEnvironment} from '../../../src/template/environment.ts'
import {addHooks} from '../../../src/template/hooks.ts'
import {toJson} from '../../../src/template/tree.ts'

const parse = (text: string) => parseEnvironment({url: 'file:///e.yaml', text})

describe('environments', () => {
  const merges: [what: string, older: string, newer: string, merged: string][] = [
    [
      'mappings meet',
      'parameters: {a: 1, b: {c: 1}}',
      'parameters: {b: {d: 2}}',
      'parameters: {a: 1, b: {c: 1, d: 2}}',
    ],
    ['lists replace', 'encrypted_param_names: [a]', 'encrypted_param_names: [b]', 'encrypted_param_names: [b]'],
    ['texts replace', 'parameters: {a: {b: 1}}', 'parameters: {a: text}', 'parameters: {a: text}'],
    ['mappings replace texts', 'parameters: {a: text}', 'parameters: {a: {b: 1}}', 'parameters: {a: {b: 1}}'],
    ['an empty section changes nothing', 'parameters: {a: 1}', 'parameters:', 'parameters: {a: 1}'],
    ['an empty value replaces another', 'parameters: {a: 1}', 'parameters: {a: }', 'parameters: {a: }'],
    ['a section after an empty one', 'parameters:', 'parameters: {a: 1}', 'parameters: {a: 1}'],
  ]
  for (const [what, older, newer, merged] of merges) {
    it(`merges: ${what}`, async () => {
      const [first, second] = [await parse(older), await parse(newer)]
      assert.deepEqual(toJson(mergeEnvironments(first, second)), toJson(await parse(merged)))
      assert.deepEqual(toJson(first), toJson(await parse(older)), 'the older one must stay as it was')
    })
  }

  it('takes an empty file', async () => assert.deepEqual(toJson(await parse('')), {}))

  it('rejects unknown sections and lists the valid ones', () =>
    assert.rejects(parse('parameter: {}'), {
      message: "/e.yaml: unknown section 'parameter' in an environment",
      hint: /^Use these sections: parameters, parameter_defaults, resource_registry/,
    }))

  it('refuses anything but a mapping', () =>
    assert.rejects(parse('- a'), {message: '/e.yaml: an environment must be a mapping'}))

  it('sets hooks beside existing entries of the registry', async () => {
    const environment = await parse('resource_registry: {resources: {web: {"My::Type": "OS::Heat::Value"}, db: text}}')
    addHooks(environment, ['web', 'nested//an*/x_?', 'db'], 'pre-create')
    const hooks = 'pre-create'
    const resources = {web: {'My::Type': 'OS::Heat::Value', hooks}, db: {hooks}, nested: {'an*': {'x_?': {hooks}}}}
    assert.deepEqual(toJson(environment), {resource_registry: {resources}})
  })
})
