import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {oscOnCloud} from '@osc-cli/core/test/integration/support/cloud'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'
import {
  gone,
  makeStack,
  reached,
  resourceNames,
  resourceRecord,
  stackNames,
  stackRecord,
  statusOf,
} from './support/stacks.ts'
import {NESTED, TEMPLATE} from './support/templates.ts'

describe('waiting for a stack', () => {
  const osc = oscOnCloud()
  const fresh = stackNames()
  const wait = ['--wait', '--poll', '1']

  before(() => {
    writeFileSync(join(osc.place.work, 'web.yaml'), TEMPLATE)
    for (const [name, text] of Object.entries(NESTED)) writeFileSync(join(osc.place.work, name), text)
  })

  it('prints events on stderr and only the result on stdout', async () => {
    const name = fresh('created')
    const line = ['stack', 'create', '-t', 'web.yaml', ...wait, '--parameter', 'wait=2', name, '-f', 'json']
    const {status, stdout, stderr} = await osc(...line)
    assert.equal(status, 0, stderr)
    const {stack_status, ...stack} = JSON.parse(stdout)
    assert.deepEqual([stack_status, stack.stack_name], ['CREATE_COMPLETE', name])
    const events = stderr.trim().split('\n')
    assert.match(
      events[0] ?? '',
      new RegExp(`^\\d{4}-\\d\\d-\\d\\d [\\d:]+Z \\[${name}\\]: CREATE_IN_PROGRESS  Stack CREATE started$`),
    )
    assert.match(events.at(-1) ?? '', new RegExp(`\\[${name}\\]: CREATE_COMPLETE`))
    assert.equal(events.filter((event) => event.includes(`[${name}.greeting]: CREATE_`)).length, 2)
    assert.equal(new Set(events).size, events.length)
  })

  it('is silent with -q', async () => {
    const {status, stderr} = await osc('-q', 'stack', 'create', '-t', 'web.yaml', ...wait, fresh('quiet'))
    assert.deepEqual([status, stderr], [0, ''])
  })

  it('exits with 6 when the stack fails, and names the resource and its reason', async () => {
    const name = fresh('failing')
    const result = await osc('stack', 'create', '-t', 'web.yaml', ...wait, '--parameter', 'fail=true', name)
    assert.equal(result.status, 6, result.stderr)
    assert.equal(result.stdout, '')
    assert.match(result.stderr, new RegExp(`Stack ${name} failed to create \\(CREATE_FAILED\\)\\.`))
    assert.match(result.stderr, new RegExp(`  ${name}\\.greeting \\(OS::Heat::TestResource\\): .*Test Resource failed`))
    assert.match(result.stderr, new RegExp(`osc stack failures list --long ${name}`))
  })

  it('finds the deepest reason in nested stacks', async () => {
    const name = fresh('deep')
    const stderr = await fails(6, osc('stack', 'create', '-t', 'outer.yaml', ...wait, '--parameter', 'fail=true', name))
    assert.match(
      stderr,
      new RegExp(`  ${name}\\.middle\\.inner\\.leaf \\(OS::Heat::TestResource\\): .*Test Resource failed`),
    )
  })

  it('waits for the rollback and gives the reason', async () => {
    const name = fresh('rolled-back')
    const line = ['stack', 'create', '-t', 'web.yaml', '--enable-rollback', ...wait, '--parameter', 'fail=true', name]
    const stderr = await fails(6, osc(...line))
    assert.match(stderr, /and was rolled back \(ROLLBACK_COMPLETE\)\.\n.*greeting.*Test Resource failed/)
    assert.equal(await statusOf(name), 'ROLLBACK_COMPLETE')
  })

  for (const [what, line] of [
    ['create', (name: string) => ['stack', 'create', '-t', 'web.yaml', ...wait, '--parameter', 'wait=15', name]],
    ['event list --follow', (name: string) => ['stack', 'event', 'list', '--follow', name]],
  ] as const) {
    it(`is interrupted at once with 130: ${what}`, async () => {
      const name = fresh('interrupted')
      if (what !== 'create') await makeStack(name)
      let interrupted = 0
      const result = await osc(line(name), {
        started: (child) => {
          for (const stream of [child.stdout, child.stderr])
            stream?.on('data', () => {
              if (interrupted > 0) return
              interrupted = Date.now()
              child.kill('SIGINT')
            })
        },
      })
      const took = Date.now() - interrupted
      assert.equal(result.status, 130, `${result.signal} ${result.stderr}`)
      assert.ok(took < 1500, `${took} ms after Ctrl-C`)
      if (what !== 'create') return
      assert.match(
        result.stderr,
        /is still being created\.\nFollow it: osc .*\nStop it: osc stack cancel --no-rollback /,
      )
      assert.equal(await statusOf(name), 'CREATE_IN_PROGRESS')
    })
  }

  describe('update', () => {
    const name = fresh('updated')
    let id = ''
    const update = (...words: string[]) => osc('stack', 'update', ...words, name)
    const message = async () =>
      ((await stackRecord(name)).outputs as {output_key: string; output_value: string}[]).find(
        (output) => output.output_key === 'message',
      )?.output_value

    before(async () => {
      id = await makeStack(name, {parameters: {text: 'first'}})
    })

    it('keeps the rest with --existing', async () => {
      const result = await update('--existing', '--parameter', 'text=second', '--wait', '-f', 'json')
      assert.equal(result.status, 0, result.stderr)
      assert.equal(JSON.parse(result.stdout).stack_status, 'UPDATE_COMPLETE')
      assert.match(result.stderr, new RegExp(`\\[${name}.greeting\\]: UPDATE_COMPLETE`))
      assert.doesNotMatch(result.stderr, /CREATE/)
      assert.deepEqual([await message(), (await stackRecord(name)).id], ['second', id])
    })

    it('resets parameters without it', async () => {
      await ok(update('-t', 'web.yaml', '--tags', 'a,b', '--timeout', '9', '--wait'))
      const {tags, timeout_mins} = await stackRecord(name)
      assert.deepEqual([await message(), tags, timeout_mins], ['hello', ['a', 'b'], 9])
    })

    it('clears parameters', async () => {
      await ok(update('--existing', '--parameter', 'text=third', '--wait'))
      await ok(update('--existing', '--clear-parameter', 'text', '--wait'))
      assert.equal(await message(), 'hello')
    })

    it('changes nothing with --dry-run', async () => {
      const shown = await ok(update('--existing', '--parameter', 'text=never', '--dry-run', '-f', 'json'))
      const changes = JSON.parse(shown)
      assert.deepEqual(Object.keys(changes), ['added', 'deleted', 'replaced', 'unchanged', 'updated'])
      assert.match(JSON.stringify(changes.updated), /greeting/)
      assert.match(await ok(update('-t', 'middle.yaml', '--dry-run', '--show-nested', '-f', 'json')), /leaf/)
      assert.equal(await message(), 'hello')
    })

    it('replaces unhealthy resources with --converge', async () => {
      const {physical_resource_id: before} = await resourceRecord(name, 'random')
      await ok(osc('stack', 'resource', 'mark', 'unhealthy', name, 'random', 'gone stale'))
      await ok(update('--existing', '--converge', '--wait'))
      const {physical_resource_id: after, resource_status} = await resourceRecord(name, 'random')
      assert.notEqual(after, before)
      assert.match(String(resource_status), /COMPLETE/)
    })

    it('exits with 6 after the rollback with --rollback enabled', async () => {
      const failing = ['--parameter', 'fail=true', '--parameter', 'text=bad']
      const stderr = await fails(6, update('--existing', '--rollback', 'enabled', ...failing, '--wait'))
      assert.match(stderr, /failed to update \(UPDATE_FAILED\) and was rolled back \(ROLLBACK_COMPLETE\)/)
      assert.match(stderr, new RegExp(`${name}\\.greeting.*Test Resource failed`))
      await reached(name, 'ROLLBACK_COMPLETE')
      assert.equal(await message(), 'hello')
    })

    it('exits with 6 without a rollback with --rollback disabled', async () => {
      const failing = ['--parameter', 'fail=true', '--parameter', 'text=bad']
      assert.match(await fails(6, update('--existing', '--rollback', 'disabled', ...failing, '--wait')), /greeting/)
      assert.equal(await statusOf(name), 'UPDATE_FAILED')
      await ok(
        update('--existing', '--rollback', 'keep', '--parameter', 'fail=false', '--parameter', 'text=x', '--wait'),
      )
    })

    it('deletes resources that a new template does not have', async () => {
      await ok(update('-t', 'outer.yaml', '--wait'))
      assert.deepEqual(await resourceNames(name), ['alone', 'middle'])
    })

    it('deletes several and waits', async () => {
      const other = fresh('other')
      await makeStack(other)
      const {status, stdout, stderr} = await osc('stack', 'delete', '--yes', '--wait', name, other)
      assert.deepEqual([status, stdout], [0, ''], stderr)
      for (const stack of [name, other]) {
        assert.match(stderr, new RegExp(`\\[${stack}\\]: DELETE_COMPLETE`))
        await gone(stack)
      }
    })
  })
})
