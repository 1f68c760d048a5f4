import assert from 'node:assert/strict'
import {asObject, decodeJson} from '@osc-cli/core'
import {before, describe, it} from 'mocha'
import {FAILING, INPUT, PARAMS, VALUES, workflows} from '../expressions.ts'
import {story} from './story.ts'

const NAME = 'expressions'

describe('expressions in the sandbox have the values that Mistral gives them:', () => {
  const {ok, run} = story({
    'expressions.json': workflows(NAME),
    'endless.yaml': `version: '2.0'
endless:
  tasks:
    long: {action: std.echo, input: {output: <% range(1000).select(range(1000).len()).sum() %>}}
growing:
  tasks:
    grow: {action: std.echo, input: {output: "<% let('aaaaaaaaaa') -> ${' let($ + $ + $ + $) ->'.repeat(12)} $.len() %>"}}
statement:
  tasks:
    say: {action: std.echo, input: {output: '{% for x in [1] %}{{ x }}{% endfor %}'}}
`,
  })
  const start = (workflow: string) =>
    run(
      ...['workflow', 'execution', 'create', '--wait', '-f', 'json'],
      ...[workflow, JSON.stringify(INPUT), JSON.stringify(PARAMS)],
    )
  let values: Readonly<Record<string, unknown>>

  before(async () => {
    await ok('workflow', 'create', 'expressions.json')
    const {stdout} = await start(NAME)
    values = asObject(asObject(asObject(decodeJson(stdout)).Output).values)
  })

  for (const [at, [text, value]] of VALUES.entries())
    it(text, () => assert.deepEqual(values[`v${at}`], value === 'NAME' ? NAME : value))

  for (const [at, text] of FAILING.entries())
    it(`${text} fails`, async () => {
      const {status, stderr} = await start(`${NAME}-${at}`)
      assert.equal(status, 6)
      assert.match(stderr, /Can not evaluate (?:YAQL|Jinja) expression/)
    })

  it('an expression cannot keep the sandbox busy', async () => {
    await ok('workflow', 'create', 'endless.yaml')
    for (const workflow of ['endless', 'growing']) {
      const {stderr} = await run('workflow', 'execution', 'create', '--wait', workflow)
      assert.match(stderr, /stops expressions after 1000000 steps/)
    }
  })

  it('statements of Jinja are refused', async () => {
    const {stderr} = await run('workflow', 'execution', 'create', '--wait', 'statement')
    assert.match(stderr, /The sandbox does not support statements/)
  })
})
