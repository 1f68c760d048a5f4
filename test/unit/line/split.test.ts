import assert from 'node:assert/strict'
import {UsageError} from '#errors'
import {splitLine} from '#line/split'

const own =
  (...names: string[]) =>
  (name: string) =>
    names.includes(name)

describe('global options on a line', () => {
  const cases: [string, string[], Record<string, string | true>, string[]][] = [
    ['before the command', ['--os-cloud', 'x', 'region', 'list'], {cloud: 'x'}, ['region', 'list']],
    ['between its words', ['region', '--os-cloud', 'x', 'list'], {cloud: 'x'}, ['region', 'list']],
    ['behind it', ['region', 'list', '--os-cloud', 'x'], {cloud: 'x'}, ['region', 'list']],
    ['with an equals sign', ['--os-cloud=x=y', 'region'], {cloud: 'x=y'}, ['region']],
    ['with an empty value', ['--os-region-name=', 'region'], {region_name: ''}, ['region']],
    ['with a value that begins with a dash', ['--os-password', '-secret', 'region'], {password: '-secret'}, ['region']],
    ['by a unique beginning', ['--os-clo', 'x'], {cloud: 'x'}, []],
    ['the last of a repeated one counts', ['--os-cloud', 'x', '--os-cloud', 'y'], {cloud: 'y'}, []],
    ['not behind --', ['a', '--', '--os-cloud', 'x'], {}, ['a', '--', '--os-cloud', 'x']],
    ['old names', ['--os-tenant-name', 'p'], {project_name: 'p'}, []],
    ['switches', ['--debug', '--insecure'], {debug: true, insecure: true}, []],
  ]
  for (const [title, argv, options, rest] of cases) {
    it(title, () => {
      const line = splitLine(argv)
      assert.deepEqual({options: {...line.options}, rest: line.rest}, {options, rest})
    })
  }

  it('counts -v and lets -q win when last', () => {
    assert.equal(splitLine(['-vv', '-v']).verbosity, 3)
    assert.equal(splitLine(['-v', '-q']).verbosity, -1)
  })

  it('leaves an option that the command claims', () => {
    assert.deepEqual(splitLine(['--verify', 'x'], own('--verify')).rest, ['--verify', 'x'])
  })

  const wrong: [string, string[], RegExp][] = [
    ['an ambiguous beginning', ['--os-user', 'x', '--os-pro', 'y'], /--os-pro is ambiguous. It matches --os-pro/],
    ['a missing value', ['--os-cloud'], /--os-cloud requires a value \(NAME\)/],
    ['a value for a switch', ['--debug=yes'], /--debug does not take a value: '--debug=yes'/],
    ['a value that is no choice', ['--os-interface', 'outer'], /--os-interface cannot be 'outer'/],
  ]
  for (const [title, argv, message] of wrong) {
    it(`refuses ${title}`, () => {
      assert.throws(
        () => splitLine(argv),
        (error) => error instanceof UsageError && message.test(error.message),
      )
    })
  }
})
