import assert from 'node:assert/strict'
import type {ChildProcess} from 'node:child_process'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {run} from '../../support/run.ts'

/** Answers each request with a head, and a body that never ends. */
async function startEndless(status: number): Promise<Server> {
  const server = createServer((_, answer) => void answer.writeHead(status, {'content-type': 'text/plain'}).write('x'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

describe('the end of the process', () => {
  let server: Server
  beforeEach(async () => {
    server = await startEndless(200)
  })
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })

  const env = () => ({
    OS_AUTH_TYPE: 'none',
    OS_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    OSC_CONTEXT_HELP: '0',
  })
  const line = ['api', 'DELETE', '/x', '--service', 'orchestration', '--include']
  const whenRequested = (act: (child: ChildProcess) => void) => (child: ChildProcess) =>
    void server.once('request', () => setImmediate(() => act(child)))

  it('does not wait for a body that is not read', async () => {
    server.removeAllListeners('request')
    server.on('request', ({method}, answer) => {
      if (method === 'DELETE') return void answer.writeHead(200).write('x')
      answer.writeHead(200, {'content-type': 'application/json'}).end('{"stack": {"id": "1", "stack_name": "web"}}')
    })
    const {status} = await run(['stack', 'delete', '-y', 'web'], {env: env()})
    assert.equal(status, 0)
  })

  const signals: [NodeJS.Signals, number, string][] = [
    ['SIGINT', 130, 'Interrupted.'],
    ['SIGTERM', 143, 'Terminated.'],
  ]
  for (const [signal, code, message] of signals) {
    it(`has exit code ${code} after ${signal}`, async () => {
      const {status, stderr} = await run(line, {env: env(), started: whenRequested((child) => child.kill(signal))})
      assert.deepEqual([status, stderr.trim()], [code, message])
    })
  }

  it('does not open the debugger on SIGUSR1', async () => {
    const {stderr} = await run(line, {
      env: env(),
      started: whenRequested((child) => {
        child.kill('SIGUSR1')
        setTimeout(() => child.kill('SIGTERM'), 300)
      }),
    })
    assert.doesNotMatch(stderr, /[Dd]ebugger/)
  })
})
