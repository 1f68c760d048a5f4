import assert from 'node:assert/strict'
import {runProgram} from '../support/run.ts'
import {cleanUp} from './support/clean-up.ts'
import {cloudEnv, oscOnCloud, uniqueName} from './support/cloud.ts'

describe('help with a line, on a cloud', () => {
  const osc = oscOnCloud()
  const name = uniqueName('user')
  const domain = uniqueName('domain')

  const later = cleanUp()

  before(async () => {
    const make = async (...line: string[]) => {
      const {status, stdout, stderr} = await osc(...line, '-f', 'value', '-c', 'id')
      assert.equal(status, 0, stderr)
      return stdout.trim()
    }
    const domainId = await make('domain', 'create', domain)
    later('domain', 'delete', domainId)
    later('domain', 'set', '--disable', domainId)
    later('user', 'delete', await make('user', 'create', name))
    later('user', 'delete', await make('user', 'create', name, '--domain', domainId))
  })

  it('lists what an ambiguous name may mean, with lines that work', async () => {
    const {status, stderr} = await osc('user', 'show', name, '-f', 'value', '-c', 'name')
    assert.equal(status, 5, stderr)
    assert.match(stderr, /^ {2}ID +Domain/m)
    const lines = stderr.split('\n').filter((line) => /^ {2}osc user show \w+ -f value -c name$/.test(line))
    assert.equal(lines.length, 2, stderr)
    for (const line of lines) {
      const {status, stdout} = await osc(...line.trim().split(' ').slice(1))
      assert.deepEqual([status, stdout], [0, `${name}\n`])
    }
  })

  it('offers the names that a list has shown, in the line and at the cursor', async () => {
    await osc('user', 'list')
    const missing = await osc('user', 'show')
    assert.equal(missing.status, 2)
    assert.match(missing.stderr, /^Missing argument <user>\. For example: osc user show \S+\n$/)
    const completed = await runProgram(['osc', '__complete', 'zsh', name.slice(0, -1), 'osc', 'user', 'show'], {
      place: osc.place,
      env: cloudEnv(),
    })
    assert.deepEqual(completed.stdout.trimEnd().split('\n'), ['values', name])
  })

  it('never runs what it suggests', async () => {
    const {status, stdout, stderr} = await osc('list', 'users')
    assert.deepEqual([status, stdout], [127, ''])
    assert.match(stderr, /^ {2}osc user list$/m)
  })
})
