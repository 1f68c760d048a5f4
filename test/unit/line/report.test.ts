import assert from 'node:assert/strict'
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ConnectionError, causes, OscError, PolicyError} from '#errors'
import {exitOf, fromOclif} from '#line/oclif-exit'
import {report} from '#line/report'
import {unknownGlobalOption} from '#line/unknown-command'
import {coreRoot} from '#main'
import {ReaderGoneError} from '#output/sink'
import {loadIndex} from '#plugins/index-cache'

const oclifError = (message: string, more: object) => Object.assign(new Error(message), more)

describe('a report', () => {
  const root = mkdtempSync(join(tmpdir(), 'osc-report-'))
  mkdirSync(join(root, 'data'), {mode: 0o700})
  after(() => rmSync(root, {recursive: true}))

  const reported = async (error: unknown, argv: readonly string[]) => {
    let stderr = ''
    const write = async (text: string) => {
      stderr += text
    }
    const sink = {isTTY: false, width: undefined, write}
    const [dataDir, cacheDir] = [join(root, 'data'), join(root, 'cache')]
    const status = await report(
      error,
      argv,
      {},
      {
        ...{stderr: sink, env: {OS_PASSWORD: 'sesame-1'}, cwd: root, cacheDir, dataDir, program: 'osc', version: '1'},
      },
    )
    return {status, stderr}
  }

  it('is silent only when the reader of the output has gone, not when a connection broke while it was written to', async () => {
    const broken = oclifError('write EPIPE', {code: 'EPIPE', syscall: 'write'})
    assert.deepEqual(await reported(new ReaderGoneError('gone', {cause: broken}), ['image', 'list']), {
      status: 0,
      stderr: '',
    })
    for (const error of [new ConnectionError('The connection was closed.', {code: 'EPIPE', cause: broken}), broken]) {
      const {status, stderr} = await reported(error, ['image', 'list'])
      assert.equal(status, 1)
      assert.notEqual(stderr, '')
    }
  })

  it('shows neither secrets nor control characters, also in the stacks of --debug', async () => {
    const error = new OscError('the service got sesame-1 \x1b]8;;evil\x07', {
      cause: new Error('sesame-1 \x9b31m \u202e'),
    })
    const {stderr} = await reported(error, ['--debug', 'user', 'list'])
    assert.match(stderr, /^the service got \*\*\*/)
    assert.doesNotMatch(stderr, /sesame|[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
  })

  it('has exit code 1 where an error of a plugin has no valid one', async () => {
    for (const code of [Number.NaN, 0, -1, 256, 1.5, '7']) {
      const error = Object.assign(new OscError('It failed.'), {exitCode: code})
      assert.equal((await reported(error, ['user', 'list'])).status, 1, String(code))
    }
    assert.equal((await reported(Object.assign(new OscError('It failed.'), {exitCode: 7}), ['user', 'list'])).status, 7)
  })

  it('ends where causes are a circle', async () => {
    const [first, second] = [new Error('first'), new Error('second')]
    first.cause = second
    second.cause = first
    assert.deepEqual(causes(first), [first, second])
    const {stderr} = await reported(first, ['--debug', 'user', 'list'])
    assert.equal(stderr.match(/Error: first/g)?.length, 1)
  })

  it('suggests lines for the cloud that the line selects, also where the remedy replaces the hint', async () => {
    const failure = {status: 403, method: 'GET', url: 'http://keystone.example/v3/users', requestId: undefined}
    const error = new PolicyError('Forbidden', {...failure, service: 'identity', caller: undefined}, {rule: undefined})
    const {stderr} = await reported(error, ['--os-cloud', 'lab', 'user', 'list'])
    assert.match(stderr, /: osc --os-cloud lab whoami\n$/)
  })

  it('does not suggest the line that failed', async () => {
    const index = await loadIndex({
      coreRoot: coreRoot(),
      root: coreRoot(),
      dataDir: join(root, 'data'),
      cacheDir: join(root, 'cache'),
    })
    const argv = ['-x', 'whoami']
    const {message, hint} = unknownGlobalOption(argv, argv, index, 'osc')
    assert.deepEqual([message, hint], ['Unknown global option -x.', 'Did you mean:\n  osc whoami'])
  })
})

describe('the ways in which a command of oclif ends', () => {
  it('this.exit(0) and this.exit(7) are statuses', () => {
    const exits = [0, 7].map((exit) => exitOf(oclifError(`EEXIT: ${exit}`, {code: 'EEXIT', oclif: {exit}})))
    assert.deepEqual(exits, [0, 7])
    assert.equal(exitOf(new Error('EEXIT')), undefined)
  })

  it('this.error is an error of osc with its status and suggestions, and no bug', () => {
    const error = fromOclif(
      oclifError('it broke', {oclif: {exit: 9}, suggestions: ['mend it', 'leave it'], code: 'EBROKE'}),
    )
    assert(error instanceof OscError)
    assert.deepEqual(
      [error.message, error.exitCode, error.hint, error.code],
      ['it broke', 9, 'mend it\nleave it', 'EBROKE'],
    )
  })

  it('any other error stays as it is', () => {
    const error = new TypeError('x')
    assert.equal(fromOclif(error), error)
  })
})
