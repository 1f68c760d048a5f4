import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {bashScript, shellData} from '#completion/bash'

const table = new Map([
  ['', ['region', 'role', 'server']],
  ['role', ['add', 'assignment']],
  ['role add', ['--user', '-h']],
  ['role assignment', ['list']],
  ['role assignment list', ['--names', '--user-domain']],
])

/** What a real bash offers for a line whose last word is the one under the cursor. */
function offers(line: string[]): string[] {
  const script = `${bashScript('my-osc', table, ['--os-cloud'])}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _my_osc; printf '%s\\n' "\${COMPREPLY[@]}"`
  return execFileSync('bash', ['-c', script, 'bash', 'my-osc', ...line], {encoding: 'utf8'})
    .split('\n')
    .filter(Boolean)
}

describe('completion in bash', () => {
  const cases: [string[], string[]][] = [
    [['r'], ['region', 'role']],
    [
      ['role', ''],
      ['add', 'assignment'],
    ],
    [['role', 'assignment', ''], ['list']],
    [['role', 'assignment', 'list', '--u'], ['--user-domain']],
    [['--os-cloud', 'role', 'ser'], ['server']],
    [
      ['-v', 'role', 'a'],
      ['add', 'assignment'],
    ],
    [['nonsense', 'there-is-no-such-file'], []],
  ]
  for (const [line, expected] of cases) it(line.join(' '), () => assert.deepEqual(offers(line), expected))

  it('without a shell it is data', () => assert.match(shellData(table), /^ {2}cmds_role_assignment='list'$/m))
})
