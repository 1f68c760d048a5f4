import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {placesOf} from '#lint/invalid'
import {lint} from '#lint/lint'
import {story} from './story.ts'

const flow = (tasks: string, more = '') => `version: '2.0'\na:\n${more}  tasks:\n    ${tasks}\n`

/** `4:8 error structure` for each finding. */
const found = (text: string) =>
  lint(text).map(({line, column, severity, rule}) => `${line}:${column} ${severity} ${rule}`)

describe('lint', () => {
  for (const [title, text, expected] of [
    ['nothing wrong', flow('b: {action: std.noop, on-success: [noop, {fail: <% $.x %>}]}'), []],
    ['no YAML', 'a: [', ['1:4 error syntax']],
    ['an unknown tag', 'a: !b', ['1:4 error syntax']],
    ['an unknown alias', 'a: *b', ['1:4 error syntax']],
    ['an alias in a circle', 'a: &a [*a]', ['1:8 error syntax']],
    ['a key twice', flow('b: {action: x}\n    b: {action: y}'), ['5:5 error syntax']],
    ['a list', '- a\n', ['1:1 error structure']],
    ['no version', 'a:\n  tasks: {b: {action: x}}\n', ['1:1 error structure']],
    ['no workflow', "version: '2.0'\n", ['1:1 error structure']],
    ['a workflow that is text', "version: '2.0'\na: text\n", ['2:1 error structure']],
    ['no tasks', "version: '2.0'\na: {type: direct}\n", ['2:1 error structure']],
    ['an ignored key', flow('b: {action: x}', '  extra: 1\n'), ['3:10 warning structure']],
    ['an unknown key', flow('b: {acton: x}'), ['4:9 error structure']],
    ['a key of reverse workflows', flow('b: {action: x, requires: b}'), ['4:20 error structure']],
    ['a key of direct workflows', flow('b: {action: x, join: all}', '  type: reverse\n'), ['5:20 error structure']],
    ['a wrong kind', flow('b: {action: x, publish: 3}'), ['4:29 error structure']],
    ['two default values', flow('b: {action: <% $.c + $.d %>}', '  input: [{c: 1, d: 2}]\n'), ['3:3 error structure']],
    ['with-items without a list', flow('b: {action: x, with-items: i}'), ['4:32 error structure']],
    ['retry without a delay', flow('b: {action: x, retry: {count: 1}}'), ['4:20 error structure']],
    ['an action and a workflow', flow('b: {action: x, workflow: y}'), ['4:20 error structure']],
    ['a task without keys', flow('b:'), ['4:5 error structure']],
    ['an unknown task', flow('b: {action: x, on-success: [noop, c]}'), ['4:39 error unknown-task']],
    [
      'an unknown task with a condition',
      flow('b: {action: x, on-error: [{c: <% $.y %>}]}'),
      ['4:35 error unknown-task'],
    ],
    ['an unknown task after publish', flow('b: {action: x, on-error: {next: c}}'), ['4:37 error unknown-task']],
    [
      'an unknown task for all',
      flow('b: {action: x}', '  task-defaults: {on-error: c}\n'),
      ['3:29 error unknown-task'],
    ],
    ['an unknown task after a skipped one', flow('b: {action: x, on-skip: c}'), ['4:29 error unknown-task']],
    ['an unknown requirement', flow('b: {action: x, requires: [c]}', '  type: reverse\n'), ['5:31 error unknown-task']],
    ['tasks in a circle', flow('b: {action: x, on-success: b}'), ['3:3 error no-start']],
    ['a join', flow('b: {action: x, on-success: c}\n    c: {action: x, join: all}'), ['5:26 warning join']],
    ['a join of nothing', flow('b: {action: x, join: all}'), ['4:20 error join']],
    ['on-complete alone', flow('b: {action: x, on-complete: noop}'), ['4:33 warning on-complete']],
    ['on-complete with on-error', flow('b: {action: x, on-complete: noop, on-error: noop}'), []],
    ['an expression without an end', flow('b: {action: std.echo output=<% $.x}'), ['4:17 error expression']],
    [
      'a comma in a flow mapping',
      flow('b: {action: x, input: {a: <% list(1, 2) %>}}'),
      ['4:31 error expression', '4:42 error expression'],
    ],
    ['an unclosed bracket', flow('b: {action: "x a=<% f([1) %>"}'), ['4:17 error expression']],
    ['an unclosed quote', flow(`b: {action: "x a=<% f('1) %>"}`), ['4:17 error expression']],
    ['a bracket in a text', flow(`b: {action: "x a=<% f('(') %>{{ g(1) }}"}`), []],
    ['half an expression', flow('b: {action: "x a=<% 1 + %>"}'), ['4:17 error expression']],
    ['half a Jinja expression', flow('b: {action: "x a={{ _.c | }}"}'), ['4:17 error expression']],
    ['an unknown sign', flow('b: {action: "x a=<% 1 & 2 %>"}'), ['4:17 error expression']],
    [
      'syntax that the sandbox does not evaluate',
      flow(`b: {action: "x a=<% $.c =~ 'x' and f(\`y\`) %>{{- _.c[1:] if _.d is divisibleby(2) -}}"}`),
      [],
    ],
    ['an unused input', flow('b: {action: x a=<% $.d %>}', '  input: [c, {d: 1}]\n'), ['3:11 warning unused-input']],
    ['all inputs passed on', flow('b: {action: x a=<% $ %>}', '  input: [c]\n'), []],
    ['an input in Jinja', flow('b: {action: "x a={{ _.c }}"}', '  input: [c]\n'), []],
    ['a body of text', flow('b: {action: std.http, input: {url: x, body: ü}}'), ['4:49 warning http-body']],
    [
      'a workflow that the workbook lacks',
      "version: '2.0'\nname: w\nworkflows:\n  a: {tasks: {b: {workflow: w.c}, d: {workflow: w.a}}}\n",
      ['4:29 error unknown-workflow'],
    ],
    [
      'an unknown key of a workbook',
      "version: '2.0'\nname: w\nflows: {}\nactions: {a: {base: x}}\n",
      ['3:1 error structure'],
    ],
  ] as const)
    it(title, () => assert.deepEqual(found(text), expected))

  it('proposes the key with dashes', () => {
    assert.match(lint(flow('b: {action: x, on_error: noop}'))[0]?.message ?? '', /Did you mean 'on-error'\?$/)
  })
})

describe('places of what Mistral refuses', () => {
  const shortText = "Invalid DSL: 'fail(msg=3)' is wrong\n\nOn instance['on-error']:\n    'fail(msg=3)'"
  for (const [title, text, refusal, expected] of [
    ['of lint', flow('b: {acton: x}'), 'Invalid DSL', ['4:9']],
    ['by path and value', flow('b: {action: x, on-error: fail(msg=3)}'), shortText, ['4:30']],
    ['by the name of a task', flow('b: {action: x}'), "no\n\nOn instance:\n    {'action': 'x', 'name': 'b'}", ['4:5']],
    ['none when there is a line', flow('b: {acton: x}'), 'in "<unicode string>", line 4, column 9', []],
    ['none when two fit', flow('b: {action: x}\n    c: {action: x}'), "no\n\nOn instance['action']:\n    'x'", []],
    ['of an expression', flow('b: {action: "x a=<% 1 + %>"}'), 'Parse error: unexpected end of statement', ['4:17']],
    ['none without an instance', flow('b: {action: x}'), 'Parse error', []],
  ] as const)
    it(title, () =>
      assert.deepEqual(
        placesOf(text, refusal).map(({line, column}) => `${line}:${column}`),
        expected,
      ),
    )
})

describe('workflow lint', () => {
  const {run, ok} = story({
    'bad.yaml': flow('b: {action: std.noop, on-success: c}'),
    'join.yaml': flow('b: {action: x, on-success: c}\n    c: {action: x, join: all}'),
    'unversioned.yaml': 'hello: {}\n',
  })

  it('lists problems and fails for errors', async () => {
    const {status, stdout} = await run('workflow', 'lint', 'bad.yaml', '-f', 'csv', '--quote', 'minimal')
    assert.equal(status, 1)
    assert.equal(stdout, "Line,Column,Severity,Rule,Message\n4,39,error,unknown-task,Task 'c' does not exist.\n")
  })

  it('succeeds for warnings', async () => {
    assert.equal(await ok('workflow', 'lint', 'join.yaml', '-f', 'value', '-c', 'Rule'), 'join\n')
  })

  it('is what validate reports the place with', async () => {
    const {status, stderr} = await run('workflow', 'validate', 'unversioned.yaml')
    assert.equal(status, 0)
    assert.match(stderr, /^unversioned\.yaml:1:1: The key 'version' is missing: use '2\.0'\.$/m)
  })

  it('is what create and update report the place with', async () => {
    for (const verb of ['create', 'update']) {
      const {status, stderr} = await run('workflow', verb, 'unversioned.yaml')
      assert.equal(status, 1)
      assert.match(stderr, /^unversioned\.yaml:1:1: The key 'version' is missing/m)
    }
  })

  it('fails for a file that is missing', async () => {
    assert.equal((await run('workflow', 'lint', 'none.yaml')).status, 2)
  })
})
