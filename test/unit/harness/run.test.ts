import assert from 'node:assert/strict'
import {existsSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {makePlace, removePlace} from '../../support/place.ts'
import {quote} from '../../support/quote.ts'
import {runShell} from '../../support/run.ts'

describe('the harness runs a program', () => {
  it('in an environment without OS_* and proxies of the caller', async () => {
    process.env.OS_CLOUD = 'of-the-caller'
    process.env.http_proxy = 'http://of-the-caller'
    try {
      const {stdout} = await runShell('env', {env: {OS_REGION_NAME: 'asked-for'}})
      assert.doesNotMatch(stdout, /of-the-caller/)
      assert.match(stdout, /^OS_REGION_NAME=asked-for$/m)
    } finally {
      delete process.env.OS_CLOUD
      delete process.env.http_proxy
    }
  })

  it('with the osc under test on PATH', async () => {
    const {stdout} = await runShell('command -v osc && echo "$OSC_CACHE_DIR"')
    const [osc = '', cache = ''] = stdout.split('\n')
    assert.equal(osc.replace(/bin\/osc$/, 'cache'), cache)
  })

  it('in a place that is gone afterwards, unless it is given', async () => {
    const {stdout} = await runShell('pwd')
    assert.equal(existsSync(stdout.trim()), false)
    const place = makePlace()
    await runShell('echo kept > file', {place})
    assert.equal((await runShell('cat file', {place})).stdout, 'kept\n')
    removePlace(place)
  })

  it('with stdin, both outputs and the status apart', async () => {
    const {status, stdout, stderr} = await runShell('cat; echo no >&2; exit 7', {stdin: 'yes\n'})
    assert.deepEqual({status, stdout, stderr}, {status: 7, stdout: 'yes\n', stderr: 'no\n'})
  })

  it('and reports which signal ended it', async () => {
    const {status, signal} = await runShell('kill -TERM $$; sleep 5')
    assert.deepEqual({status, signal}, {status: null, signal: 'SIGTERM'})
  })

  it('and gives up after the timeout, saying what it had printed', async () => {
    await assert.rejects(runShell('echo so far; exec sleep 30', {timeout: 300}), /not done after 300 ms.\nso far/)
  })

  it('on a terminal of a given size', async () => {
    const {status, stdout} = await runShell('stty size; exit 3', {terminal: {width: 61, height: 17}})
    assert.deepEqual({status, stdout}, {status: 3, stdout: '17 61\n'})
  })

  it('with some streams on a terminal and some not', async () => {
    const line = 'for n in 0 1 2; do test -t $n && echo $n is a terminal; done; echo two >&2'
    const {stdout, stderr} = await runShell(line, {terminal: {streams: ['stderr']}})
    assert.deepEqual({stdout, stderr}, {stdout: '2 is a terminal\n', stderr: 'two\n'})
  })

  it('on a terminal that hands over what is typed', async () => {
    const {stdout} = await runShell('stty -echo; read line; echo "<$line>"', {stdin: 'typed\n', terminal: {}})
    assert.match(stdout, /<typed>\n$/)
  })

  it('and writes down its requests', async () => {
    const server = createServer((request, answer) => {
      answer.writeHead(request.url === '/there' ? 200 : 404).end('body')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const script = `
      const http = require('node:http')
      const [proxy, url] = [new URL(process.env.http_proxy), process.argv[1]]
      http.request({host: proxy.hostname, port: proxy.port, path: url, method: 'PUT'}, (a) => a.pipe(process.stdout)).end('x')`
    const node = `${process.execPath} -e ${quote(script)}`
    const {stdout, requests} = await runShell(`${node} ${url}/there; ${node} ${url}/gone`, {record: true})
    server.close()
    assert.equal(stdout, 'bodybody')
    assert.deepEqual(requests, [
      {method: 'PUT', url: `${url}/there`, status: 200},
      {method: 'PUT', url: `${url}/gone`, status: 404},
    ])
  })
})
