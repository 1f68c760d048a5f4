import assert from 'node:assert/strict'
import {missingPasswords} from '../../../src/plan/passwords.ts'
import {resolvePlan} from '../../../src/plan/resolve.ts'
import {planOf} from './plan-of.ts'

describe('resolving a plan', () => {
  it('follows types, files and registries, and leaves everything else as it is', () => {
    const files = planOf({
      'top.yaml':
        'resources:\n  a: {type: parts/a.yaml}  # kept\n  b: {type: OS::X}\n  c: {type: "https://example.org/c.yaml"}\n',
      'parts/a.yaml': 'resources: {x: {type: ./b.yaml}, y: {type: a.yaml}}\noutputs: {t: {get_file: ../text.sh}}\n',
      'parts/b.yaml': 'resources: {}\n',
      'text.sh': 'get_file: none',
      'env/e.yaml': 'resource_registry:\n  T: ../parts/b.yaml\n  N: OS::Heat::None\n  resources: {r: {U: own.yaml}}\n',
      'env/own.yaml': '{}',
      'unused.yaml': 'resources: {x: {type: none.yaml}}',
    })
    const {files: used, texts} = resolvePlan(files, 'top.yaml', ['env/e.yaml'])
    assert.deepEqual(Object.fromEntries(used), {
      'top.yaml':
        'resources:\n  a: {type: "parts/a.yaml"}  # kept\n  b: {type: OS::X}\n  c: {type: "https://example.org/c.yaml"}\n',
      'parts/a.yaml':
        'resources: {x: {type: "parts/b.yaml"}, y: {type: "parts/a.yaml"}}\noutputs: {t: {get_file: "text.sh"}}\n',
      'parts/b.yaml': 'resources: {}\n',
      'env/e.yaml':
        'resource_registry:\n  T: "parts/b.yaml"\n  N: OS::Heat::None\n  resources: {r: {U: "env/own.yaml"}}\n',
      'env/own.yaml': '{}',
    })
    assert.deepEqual(Object.fromEntries(texts), {'text.sh': 'get_file: none'})
  })

  const wrong: [files: Record<string, string>, message: string][] = [
    [{}, 'plan-environment.yaml refers to top.yaml, which the plan does not have.'],
    [{'top.yaml': 'resources: {a: {type: x/a.yaml}}'}, 'top.yaml refers to x/a.yaml, which the plan does not have.'],
    [
      {'top.yaml': 'resources: {a: {type: x/a.yaml}}', 'x/a.yaml': 'a: {get_file: ../b}'},
      'x/a.yaml refers to ../b (b), which the plan does not have.',
    ],
    [{'top.yaml': 'resources: {a: {type: ../a.yaml}}'}, 'top.yaml refers to ../a.yaml, which the plan does not have.'],
  ]
  for (const [files, message] of wrong)
    it(message, () => assert.throws(() => resolvePlan(planOf(files), 'top.yaml', []), {message, code: 'MissingFile'}))
})

describe('passwords', () => {
  const parameters = (text: string) => new Map([['t.yaml', `parameters: ${text}`]])
  const cases: [what: string, text: string, values: string[], created: string[], special: string[]][] = [
    ['hidden without a default', '{A: {hidden: true}, B: {type: string}}', [], ['A'], []],
    ['not with a default', '{A: {hidden: true, default: ""}}', [], [], []],
    ['not with a value', '{A: {hidden: true}}', ['A'], [], []],
    ['not in a form of their own', '{CephClientKey: {hidden: true}, Z: {hidden: true}}', [], ['Z'], ['CephClientKey']],
  ]
  for (const [what, text, values, created, special] of cases)
    it(`are created for parameters ${what}`, () => {
      const given = new Map(values.map((name) => [name, 'x']))
      assert.deepEqual(missingPasswords(parameters(text), given), {created, special})
    })
})
