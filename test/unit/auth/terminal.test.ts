import assert from 'node:assert/strict'
import {type Result, type RunOptions, runProgram} from '../../support/run.ts'

/** Asks for a password in a process of its own, and prints what became of it. */
function ask(options: RunOptions): Promise<Result> {
  const script = `const {processTerminal} = await import('#cloud/auth/terminal')
    const requested = processTerminal().ask('Password: ', 'Set OS_PASSWORD.')
    console.log(await requested.then((secret) => 'got ' + secret, (error) => error.name + ': ' + error.message + ' ' + error.hint))`
  const argv = ['--conditions=@osc/source', '--no-warnings', '--input-type=module', '--eval', script]
  return runProgram([process.execPath, ...argv], {cwd: import.meta.dirname, ...options})
}

describe('a missing password', () => {
  it('is asked for at the terminal, and not shown', async () => {
    const {stdout} = await ask({terminal: {streams: ['stdin', 'stderr']}, stdin: 'wonderland\r'})
    assert.equal(stdout, 'got wonderland\n')
  })

  it('is asked for on stderr: the prompt is not part of the results', async () => {
    const {stdout, stderr} = await ask({terminal: {streams: ['stdin', 'stderr']}, stdin: 'wonderland\r'})
    assert.doesNotMatch(stdout, /Password/)
    // Before the process reads, the terminal itself may still echo what is typed too early.
    assert.match(stderr, /Password: /)
  })

  for (const [what, options] of [
    ['a pipe', {stdin: 'wonderland\n'}],
    ['a pipe, though results go to a terminal', {terminal: {streams: ['stdout', 'stderr']}} satisfies RunOptions],
    ['a terminal in CI', {terminal: {streams: ['stdin', 'stderr']}, env: {CI: '1'}} satisfies RunOptions],
    ['nobody who would see the question', {terminal: {streams: ['stdin']}, stdin: 'wonderland\r'} satisfies RunOptions],
  ] as const) {
    it(`is an error with ${what}, which says what to set`, async () => {
      const {stdout} = await ask(options)
      assert.match(stdout, /ConfigError: No password is set, and there is no terminal to prompt on\. Set OS_PASSWORD\./)
    })
  }
})
