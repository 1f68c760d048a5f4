import assert from 'node:assert/strict'
import {type ChildProcess, spawn} from 'node:child_process'
import {generateKeyPairSync} from 'node:crypto'
import {once} from 'node:events'
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {asArray, asObject, type JsonObject} from '@osc-cli/core'
import {api, login} from '@osc-cli/core/test/integration/support/api'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {lacks, needs} from '@osc-cli/core/test/integration/support/features'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {after, before, describe, it} from 'mocha'

const templates = join(import.meta.dirname, '../templates')

describe('TOSCA workflows on Mistral', function () {
  this.timeout(120_000)
  const osc = oscOnCloud()
  const name = uniqueName('care').replaceAll('-', '_')
  const folder = mkdtempSync(join(tmpdir(), 'osc-tosca-'))
  const runs: string[] = []

  before(async function () {
    await needs(this, 'workflowv2')
    lacks(this, 'workflow-actions')
    const {endpoints} = await login()
    cpSync(join(templates, 'scripts'), join(folder, 'scripts'), {recursive: true})
    const text = readFileSync(join(templates, 'workflows.yaml'), 'utf8')
      .replace('template_name: shop-care', `template_name: ${name}`)
      .replaceAll('http://127.0.0.1:5000/v3', endpoints.get('identity') ?? '')
    writeFileSync(join(folder, 'app.yaml'), text)
    const output = join(folder, 'workbook.yaml')
    await ok(osc('translate', 'workflow', '--template-file', join(folder, 'app.yaml'), '--output-file', output))
    await ok(osc('workbook', 'create', output))
  })
  after(async () => {
    rmSync(folder, {recursive: true})
    for (const id of runs) await api('workflowv2', 'DELETE', `/executions/${id}?force=true`)
    await api('workflowv2', 'DELETE', `/workbooks/${name}`)
    for (const each of ['care', 'finish', 'mend', 'tell', 'meet', 'greet'])
      await api('workflowv2', 'DELETE', `/workflows/${name}.${each}`)
  })

  /** Runs a workflow; the results of its tasks by name. */
  async function results(workflow: string, ...input: string[]): Promise<JsonObject> {
    const line = ['workflow', 'execution', 'create', `${name}.${workflow}`, ...input, '--wait']
    const id = await ok(osc(...line, '-f', 'value', '-c', 'ID'))
    runs.push(id)
    const {state} = asObject((await api('workflowv2', 'GET', `/executions/${id}`)).body)
    assert.equal(state, 'SUCCESS')
    const {body} = await api('workflowv2', 'GET', `/executions/${id}/tasks`)
    const tasks = asArray(asObject(body).tasks).map(asObject)
    const shown = await Promise.all(tasks.map(({id: task}) => api('workflowv2', 'GET', `/tasks/${task}`)))
    const records = shown.map(({body: task}) => asObject(task))
    return Object.fromEntries(records.map((task) => [String(task.name), JSON.parse(String(task.result))]))
  }

  it('prints texts, calls URLs, and calls other workflows', async () => {
    const {print, call_2: called, begin, repair, end} = await results('care')
    assert.deepEqual([begin, print, repair], ['server: creating', 'Work begins.', undefined])
    assert.equal(asObject(called).status, 200)
    assert.ok(end !== undefined)
  })

  it('goes on with what follows a failure', async () => {
    const {attempt, praise, mend} = await results('mend')
    // Keystone reads the JSON body, and misses its own key in it.
    const {status, content} = asObject(attempt)
    assert.equal(status, 400)
    assert.match(JSON.stringify(content), /auth/)
    assert.ok(mend !== undefined)
    assert.equal(praise, undefined)
  })

  describe('with scripts', () => {
    const host = '127.0.0.77'
    const {privateKey} = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: {type: 'spki', format: 'pem'},
      privateKeyEncoding: {type: 'pkcs1', format: 'pem'},
    })
    let server: ChildProcess | undefined
    // Mistral connects to port 22, so this needs a Mistral on this machine, and the right to listen there.
    before(async function () {
      const {hostname} = new URL((await login()).endpoints.get('workflowv2') ?? '')
      if (hostname !== '127.0.0.1' || process.getuid?.() !== 0) this.skip()
      const program = join(import.meta.dirname, '../support/ssh_server.py')
      server = spawn('/usr/bin/python3', [program, host], {stdio: ['pipe', 'pipe', 'inherit']})
      server.stdin?.end(privateKey)
      if (server.stdout) await Promise.race([once(server.stdout, 'data'), once(server, 'exit')])
      assert.equal(server.exitCode, null)
    })
    after(() => void server?.kill())

    it('runs a script on the server of its node, with its inputs as variables', async () => {
      const input = {hosts: {server: host}, username: 'tosca', private_key: privateKey, word: "it's <% 1 %>"}
      const {greet} = await results('greet', JSON.stringify(input))
      assert.equal(greet, `it's <% 1 %> http://${host}/ it's "fixed"\n`)
    })

    it('runs an operation of a relationship on its target', async () => {
      const input = {hosts: {other: host}, username: 'tosca', private_key: privateKey, word: "it's"}
      const {meet} = await results('meet', JSON.stringify(input))
      assert.equal(meet, "it's it's none 7\n")
    })
  })
})
