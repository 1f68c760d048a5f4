import assert from 'node:assert/strict'
import {pollThroughOutages} from '#cloud/outage'
import {HttpError} from '#errors'

const serverError = (status: number) => new HttpError('no', {status, method: 'GET', url: '/'})

/** As a command: its methods need `this`. */
class Command {
  notes: string[] = []
  waited = 0
  async pause(seconds: number) {
    this.waited += seconds
  }
  async note(message: string) {
    this.notes.push(message)
  }
}

describe('polling', () => {
  it('continues after an outage, on behalf of a command', async () => {
    const command = new Command()
    const failures = [serverError(503), serverError(503)]
    const poll = async () => {
      const failure = failures.pop()
      if (failure) throw failure
      return 'done'
    }
    assert.equal(await pollThroughOutages(command, poll, () => 2), 'done')
    assert.deepEqual([command.waited, command.notes.length], [4, 1])
  })
})
