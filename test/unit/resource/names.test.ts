import assert from 'node:assert/strict'
import {InterruptedError, NotFoundError, type OscError} from '#errors'
import {namesOf} from '#resource/names'

const failing = (error: OscError) => ({
  async *list() {
    yield {id: 'a', name: 'one'}
    throw error
  },
})

describe('names of resources', () => {
  it('are those that were listed before a failure', async () =>
    assert.deepEqual(await namesOf(failing(new NotFoundError('No list.')), ['a', 'b']), new Map([['a', 'one']])))

  it('are not needed any more after an interruption', async () =>
    assert.rejects(namesOf(failing(new InterruptedError()), ['a']), InterruptedError))
})
