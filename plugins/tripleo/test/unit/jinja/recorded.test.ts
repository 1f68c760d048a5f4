import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {Jinja} from '../../../src/jinja/jinja.ts'
import {values} from './values.ts'

interface Recorded {
  jinja2: string
  values: Record<string, unknown>
  files: Record<string, string>
  cases: {template: string; text?: string; error?: string}[]
}

const recorded: Recorded = JSON.parse(
  readFileSync(new URL('../../fixtures/jinja/recorded.json', import.meta.url), 'utf8'),
)

describe(`templates that Jinja2 ${recorded.jinja2} rendered`, () => {
  const render = (template: string) =>
    new Jinja({load: (name) => recorded.files[name]}).render('case', template, values(recorded.values))

  for (const {template, text, error} of recorded.cases)
    it(JSON.stringify(template), () => {
      if (error) assert.throws(() => render(template), {name: 'TemplateError'})
      else assert.equal(render(template), text)
    })
})
