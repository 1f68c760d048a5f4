import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {story} from './story.ts'

const HELLO = `version: '2.0'
hello:
  tags: [greeting]
  input: [{name: world}, other]
  tasks: {say: {action: std.echo output="hello"}}
bye:
  tasks: {say: {action: std.noop}}
`
const files = {
  'hello.yaml': HELLO,
  'hello2.yaml': HELLO.replace('greeting', 'polite'),
  'one.yaml': "version: '2.0'\nciao:\n  tasks: {say: {action: std.noop}}\n",
  'bad.yaml': 'hello: {}\n',
  'lost.yaml': "version: '2.0'\na:\n  tasks: {b: {action: std.noop, on-success: [noop, c]}}\n",
  'lost-book.yaml':
    "version: '2.0'\nname: lost\nworkflows: {a: {tasks: {b: {workflow: lost.none, on-error: {d: <% true %>}}}}}\n",
  'empty.yaml': '',
  'book.yaml': "version: '2.0'\nname: book\ntags: [a]\nworkflows: {one: {tasks: {a: {action: std.noop}}}}\n",
  'action.yaml': "version: '2.0'\ngreet: {base: std.echo, input: [x], description: A greeting with a long text}\n",
}

describe('workflow', () => {
  const {ok, refuses, run} = story(files)

  it('prints an empty row for an empty list', async () => {
    assert.equal(await ok('workflow', 'list', '-f', 'value', '-c', 'Name'), '\n')
    assert.match(await ok('workflow', 'list', '-f', 'json'), /"Created at": ""/)
  })

  it('creates, lists, shows, updates and deletes', async () => {
    const created = await ok('workflow', 'create', 'hello.yaml', '--public', '-f', 'csv', '-c', 'Name', '-c', 'Scope')
    assert.equal(created, '"Name","Scope"\n"hello","public"\n"bye","public"\n')
    assert.equal(
      await ok('workflow', 'list', '--filter', 'name=hello', '-f', 'value', '-c', 'Input', '-c', 'Tags'),
      'greeting name="world", other\n',
    )
    assert.equal(await ok('workflow', 'definition', 'show', 'hello'), HELLO)
    await ok('workflow', 'update', 'hello2.yaml')
    assert.equal(await ok('workflow', 'show', 'hello', '-f', 'value', '-c', 'Tags', '-c', 'Scope'), 'polite\nprivate\n')
    const id = (await ok('workflow', 'show', 'bye', '-f', 'value', '-c', 'ID')).trim()
    await ok('workflow', 'update', '--id', id, 'one.yaml')
    assert.equal(
      await ok('workflow', 'delete', 'hello', id),
      `Request to delete workflow hello has been accepted.\nRequest to delete workflow ${id} has been accepted.\n`,
    )
    assert.equal(await ok('workflow', 'list', '-f', 'value', '-c', 'Name'), '\n')
  })

  it('refuses an ID that would lead to another path', async () => {
    for (const words of [
      ['workflow', 'update', '--id', '..', 'one.yaml'],
      ['action', 'definition', 'update', '--id', '..', 'one.yaml'],
    ]) {
      const {status, stderr} = await run(...words)
      assert.equal(status, 2, stderr)
      assert.match(stderr, /"\.\." cannot be used/)
    }
  })

  it('proposes to show the workflow that exists already, not the file', async () => {
    await ok('workflow', 'create', 'one.yaml')
    const {status, stderr} = await run('workflow', 'create', 'one.yaml')
    assert.equal(status, 5, stderr)
    const why = await ok('why')
    assert.match(why, /osc workflow show ciao\n +osc workflow list/)
    assert.doesNotMatch(why, /workflow show one/)
    await ok('workflow', 'delete', 'ciao')
  })

  it('sorts and pages as asked', async () => {
    await ok('workflow', 'create', 'hello.yaml')
    const names = (...options: string[]) => ok('workflow', 'list', '-f', 'value', '-c', 'Name', ...options)
    assert.equal(await names('--sort_keys', 'name'), 'bye\nhello\n')
    assert.equal(await names('--sort_keys', 'name', '--sort_dirs', 'desc'), 'hello\nbye\n')
    assert.equal(await names('--limit', '1'), 'hello\n')
    assert.equal(await names('--limit', '--marker'), 'hello\nbye\n')
    const id = (await ok('workflow', 'show', 'hello', '-f', 'value', '-c', 'ID')).trim()
    assert.equal(await names('--marker', id), 'bye\n')
  })

  it('validates', async () => {
    assert.equal(await ok('workflow', 'validate', 'hello.yaml', '-f', 'value'), 'True\nNone\n')
    assert.match(await ok('workflow', 'validate', 'bad.yaml', '-f', 'value'), /^False\nInvalid DSL/)
  })

  it('reports unknown tasks as Mistral does', async () => {
    assert.equal(await ok('workflow', 'validate', 'lost.yaml', '-f', 'value'), "False\nTask 'c' not found.\n")
    assert.equal(await ok('workbook', 'validate', 'lost-book.yaml', '-f', 'value'), "False\nTask 'd' not found.\n")
  })

  refuses([
    [2, ['workflow', 'create', 'none.yaml'], /none\.yaml cannot be read/],
    [2, ['workflow', 'create', 'empty.yaml'], /empty\.yaml is empty/],
    [1, ['workflow', 'create', 'bad.yaml'], /'version' is a required property/],
    [1, ['workflow', 'create', 'lost.yaml'], /Task 'c' not found/],
    [1, ['workbook', 'create', 'lost-book.yaml'], /Task 'd' not found/],
    [5, ['workflow', 'create', 'hello.yaml'], /Duplicate entry/],
    [2, ['workflow', 'list', '--filter', 'x'], /expected KEY=VALUE, got 'x'/],
    [2, ['workflow', 'list', '--filter', 'a=b=c'], /expected KEY=VALUE/],
    [2, ['workflow', 'list', '--limit', 'x'], /--limit: 'x' is not a number/],
    [4, ['workflow', 'show', 'none'], /No workflow with a name or ID of 'none' exists/],
    [4, ['workflow', 'definition', 'show', 'none'], /No workflow .*'none'/],
    [4, ['workflow', 'delete', 'none'], /none/],
  ])
})

describe('workbook', () => {
  const {ok, refuses} = story(files)

  it('creates, lists, shows, updates, validates and deletes', async () => {
    assert.match(await ok('workbook', 'create', 'book.yaml', '-f', 'value', '-c', 'Name', '-c', 'Tags'), /^book\na\n$/)
    assert.equal(await ok('workflow', 'list', '-f', 'value', '-c', 'Name'), 'book.one\n')
    assert.equal(await ok('workbook', 'list', '-f', 'value', '-c', 'Name'), 'book\n')
    assert.equal(await ok('workbook', 'definition', 'show', 'book'), files['book.yaml'])
    assert.equal(await ok('workbook', 'update', '--public', 'book.yaml', '-f', 'value', '-c', 'Scope'), 'public\n')
    assert.equal(await ok('workbook', 'show', 'book', '-f', 'value', '-c', 'Scope'), 'public\n')
    assert.match(await ok('workbook', 'validate', 'book.yaml', '-f', 'value'), /^True\n/)
    assert.equal(await ok('workbook', 'delete', 'book'), 'Request to delete workbook book has been accepted.\n')
  })

  refuses([
    [1, ['workbook', 'create', 'hello.yaml'], /'name' is a required property/],
    [4, ['workbook', 'show', 'none'], /No workbook with a name or ID of 'none' exists/],
    [4, ['workbook', 'delete', 'none'], /none/],
  ])
})

describe('action definition', () => {
  const {ok, refuses} = story(files)

  it('creates, lists, shows, updates and deletes', async () => {
    assert.match(await ok('action', 'definition', 'create', 'action.yaml', '-f', 'value', '-c', 'Name'), /^greet\n$/)
    assert.equal(
      await ok('action', 'definition', 'list', '--filter', 'name=greet', '-f', 'value', '-c', 'Description'),
      'A greeting with a long te...\n',
    )
    assert.match(await ok('action', 'definition', 'update', 'action.yaml', '-f', 'value', '-c', 'Name'), /^greet\n$/)
    assert.equal(await ok('action', 'definition', 'show', 'greet', '-f', 'value', '-c', 'Is system'), 'False\n')
    assert.equal(await ok('action', 'definition', 'definition', 'show', 'greet'), files['action.yaml'])
    assert.equal(await ok('action', 'definition', 'definition', 'show', 'std.echo'), '\n')
    assert.match(await ok('action', 'definition', 'delete', 'greet'), /action greet/)
  })

  refuses([
    [4, ['action', 'definition', 'show', 'none'], /No action definition .*'none'/],
    [4, ['action', 'definition', 'definition', 'show', 'none'], /No action definition .*'none'/],
  ])
})
