import assert from 'node:assert/strict'
import {Jinja} from '../../../src/jinja/jinja.ts'
import {values} from './values.ts'

const given = values({role: {name: 'Compute', tags: ['a']}, text: 'x'})
const files: Record<string, string> = {
  inner: 'one\n\n{{ role.nets.first }}\n',
  again: '{% include "again" %}',
}
const render = (template: string, steps?: number) =>
  new Jinja({load: (name) => files[name], ...(steps && {steps})}).render('overcloud.j2.yaml', template, given)

describe('template errors', () => {
  const wrong: [template: string, message: string][] = [
    ['a\n\n{{ role.nets.first }}', 'overcloud.j2.yaml, line 3: role.nets is not defined.'],
    ['a\n{% for x in role.nets.all %}', 'overcloud.j2.yaml, line 2: The statement that begins here is not closed.'],
    [
      '{% if text %}\n{% for x in text %}\n{% endif %}',
      'overcloud.j2.yaml, line 3: Expected `{% endfor %}` for line 2, found `{% endif %}`.',
    ],
    ['\n{{ text', 'overcloud.j2.yaml, line 2: `}}` is missing.'],
    ['\n{{ text $ }}', 'overcloud.j2.yaml, line 2: Unexpected "$".'],
    ['{{ text text }}', 'overcloud.j2.yaml, line 1: Expected the end of the expression before `text`.'],
    ['\n{% include "inner" %}', 'inner, line 3: role.nets is not defined.'],
    ['\n{% include "none" %}', 'overcloud.j2.yaml, line 2: The template none does not exist.'],
    ['{{ text | b64 }}', 'overcloud.j2.yaml, line 1: There is no filter `b64`.'],
    ['{{ text.nope() }}', 'overcloud.j2.yaml, line 1: text.nope is not defined.'],
    ['{{ text + 1 }}', 'overcloud.j2.yaml, line 1: A string and a number do not support `+`; `~` joins strings.'],
    ['{% extends "x" %}', 'overcloud.j2.yaml, line 1: The statement `extends` is not supported.'],
  ]
  for (const [template, message] of wrong)
    it(JSON.stringify(template), () => assert.throws(() => render(template), {name: 'TemplateError', message}))

  it('have file, line and reason', () =>
    assert.throws(() => render('\n{{ nothing.at.all }}'), {
      file: 'overcloud.j2.yaml',
      line: 2,
      reason: 'nothing is not defined.',
    }))
})

describe('templates', () => {
  const hidden = ['constructor', '__proto__', 'prototype', 'length', 'toString', '__class__', 'valueOf', 'size', 'set']
  for (const name of hidden)
    it(`cannot read ${name} of a value`, () => {
      const print = `{{ text.${name} }}{{ role.${name} }}{{ role['${name}'] }}{{ role.tags.${name} }}{{ range.${name} }}{{ 1.${name} }}`
      assert.equal(render(print.replace('1.', '(1).')), '')
    })

  it('cannot reach a global of the program', () => {
    for (const name of ['process', 'globalThis', 'require', 'Object', 'console'])
      assert.equal(render(`{{ ${name} }}`), '')
  })

  const endless: [what: string, template: string, message: RegExp][] = [
    ['loops', '{% for a in range(2000) %}{% for b in range(2000) %}{% endfor %}{% endfor %}', /too many steps/],
    [
      'growing strings',
      '{% set n = namespace(x="ab") %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}',
      /would have more than/,
    ],
    [
      'growing lists',
      '{% set x = [1] %}{% for i in range(99) %}{% set _ = x.extend(x) %}{% endfor %}',
      /would have more than/,
    ],
    ['huge ranges', '{{ range(10 ** 12)|length }}', /would have more than/],
    ['repetition', '{{ "ab" * 10 ** 9 }}', /would have more than/],
    ['includes of themselves', '{% include "again" %}', /use each other/],
    ['macros of themselves', '{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}', /use each other/],
    ['deep nesting', `{{ ${'('.repeat(50_000)}1${')'.repeat(50_000)} }}`, /nested too deeply/],
  ]
  for (const [what, template, message] of endless)
    it(`end in spite of ${what}`, () => assert.throws(() => render(template, 10_000), {name: 'TemplateError', message}))

  it('take a limited number of steps', () => {
    assert.equal(render('{% for i in range(4) %}{{ i }}{% endfor %}', 10), '0123')
    assert.throws(() => render('{% for i in range(9) %}{{ i }}{% endfor %}', 10), /too many steps/)
  })
})
