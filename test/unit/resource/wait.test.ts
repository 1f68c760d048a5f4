import assert from 'node:assert/strict'
import {OutageError} from '#cloud/outage'
import {ConnectionError, HttpError, InterruptedError, WaitError} from '#errors'
import type {JsonObject} from '#json'
import {type WaitFor, waitUntil} from '#resource/wait'

type Answer = JsonObject | Error

const http = (status: number) => new HttpError('no', {status, method: 'GET', url: '/'})

/** Waits over these answers, the last of which repeats; with the seconds that it took by the clock of the test. */
async function wait(answers: Answer[], options: Partial<WaitFor> = {}, notes: string[] = []) {
  let now = 0
  let next = 0
  const progress: string[] = []
  const poll = async () => {
    const answer = answers[Math.min(next, answers.length - 1)] ?? {}
    next += 1
    if (answer instanceof Error) throw answer
    return answer
  }
  const waiter = {
    now: () => now,
    pause: async (seconds: number) => {
      now += seconds * 1000
    },
    progress: async (text: string) => void progress.push(text),
    note: async (message: string) => void notes.push(message),
  }
  const record = await waitUntil(waiter, {what: 'server web', poll, until: ['ACTIVE'], ...options})
  return {record, seconds: now / 1000, progress}
}

describe('waiting for a state', () => {
  it('polls after one second, then every two, and reports progress', async () => {
    const building = {status: 'BUILD', progress: 50}
    const {seconds, progress} = await wait([building, building, building, {status: 'active'}])
    assert.equal(seconds, 5)
    assert.deepEqual(progress, [
      'server web: BUILD 50 %, 0 s',
      'server web: BUILD 50 %, 1 s',
      'server web: BUILD 50 %, 3 s',
    ])
  })

  for (const [name, outage] of [
    ['a refused connection', new ConnectionError('refused')],
    ['HTTP 503', http(503)],
    ['HTTP 500', http(500)],
    ['HTTP 429', http(429)],
  ] as const) {
    it(`bridges a short outage: ${name}`, async () => {
      const {record} = await wait([{status: 'BUILD'}, outage, outage, {status: 'ACTIVE'}])
      assert.deepEqual(record, {status: 'ACTIVE'})
    })
    it(`gives up after a minute and a half, and says what continues: ${name}`, async () => {
      const notes: string[] = []
      const given = wait([{status: 'BUILD'}, outage], {follow: 'osc server show web'}, notes)
      await assert.rejects(given, (error: OutageError) => {
        assert.match(
          error.message,
          /^No response from the service for \d+ seconds: .*\nThe operation on server web continues/,
        )
        assert.equal(error.hint, 'Follow it with: osc server show web')
        return error instanceof OutageError && error.cause === outage
      })
      assert.equal(notes.length, 1)
    })
  }

  it('says what continues when it is interrupted', async () => {
    const notes: string[] = []
    const interrupted = new InterruptedError()
    const follow = 'osc server show web'
    await assert.rejects(wait([{status: 'BUILD'}, interrupted], {follow}, notes), (error) => error === interrupted)
    assert.deepEqual(notes, [
      'The operation on server web continues in the cloud.\nFollow it with: osc server show web',
    ])
  })

  it('says what is being done when it is interrupted, and how to stop it', async () => {
    const notes: string[] = []
    const stop = 'osc server delete web'
    const interrupted = new InterruptedError()
    await assert.rejects(wait([interrupted], {doing: 'created', stop}, notes))
    await assert.rejects(wait([interrupted], {until: 'gone'}, notes))
    assert.deepEqual(notes, [
      'Server web is still being created.\nStop it with: osc server delete web',
      'Server web is still being deleted.',
    ])
  })

  it('ends when the record is gone', async () => {
    assert.deepEqual((await wait([{status: 'DELETING'}, http(404)], {until: 'gone'})).record, {})
  })

  const failures: [string, Answer[], Partial<WaitFor>, string][] = [
    ['a failure with its reason', [{status: 'ERROR', fault: {message: 'No valid host'}}], {}, 'Server web is in state ERROR: No valid host'],
    ['a failure without one', [{status: 'error'}], {}, 'Server web is in state error.'],
    ['a time-out', [{status: 'BUILD'}], {timeout: 10}, 'Server web is still BUILD after 10 seconds.'],
  ] // biome-ignore format: a case a line
  for (const [name, answers, options, message] of failures) {
    it(name, async () => {
      await assert.rejects(wait(answers, {...options, follow: 'osc server show web'}), (error: WaitError) => {
        assert.equal(error.message, message)
        assert.equal(error.hint, 'Follow it with: osc server show web')
        return error instanceof WaitError
      })
    })
  }
})
