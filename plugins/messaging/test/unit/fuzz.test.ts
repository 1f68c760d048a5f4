import assert from 'node:assert/strict'
import {EventEmitter} from 'node:events'
import {OscError} from '@osc-cli/core'
import {holds, PIECES, withOddParts} from '@osc-cli/core/test/support/fuzz'
import {describe} from 'mocha'
import type {WebSocket} from 'ws'
import {newMessages} from '../../src/follow/printed.ts'
import {notifications} from '../../src/follow/socket.ts'

const ACCEPTED = {headers: {status: 200}, body: {message: 'Authentified.'}}
const MESSAGE = {body: {n: 1}, ttl: 60, age: 0, id: '5f1', href: '/v2/queues/q/messages/5f1', queue_name: 'q'}

/** A websocket that answers each action, then sends one notification, and closes. */
class Socket extends EventEmitter {
  readonly #answers: string[]
  constructor(answers: string[]) {
    super()
    this.#answers = answers
  }
  send(): void {
    const answer = this.#answers.shift()
    setImmediate(() => answer !== undefined && this.emit('message', Buffer.from(answer)))
    if (this.#answers.length > 1) return
    setImmediate(() => {
      for (const each of this.#answers) this.emit('message', Buffer.from(each))
      this.emit('close', 4003)
    })
  }
  close(): void {}
}

describe('messages of a websocket', () => {
  holds('are printed, or end the command with one line', 300, async (random) => {
    const answers = [ACCEPTED, ACCEPTED, MESSAGE].map((value) => {
      const text = JSON.stringify(withOddParts(value, random, 10))
      return random.below(10) === 0 ? text.slice(0, random.below(text.length)) + random.text(PIECES, 2) : text
    })
    const socket = new Socket(answers) as unknown as WebSocket
    const follower = {queue: 'q', clientId: 'c', token: 't', projectId: 'p'}
    const isNew = newMessages({now: () => 0, pause: async () => {}})
    try {
      for await (const message of notifications(socket, follower, new AbortController().signal)) isNew([message])
    } catch (error) {
      assert.ok(error instanceof OscError, `${error instanceof Error ? error.stack : error}`)
      assert.match(error.message, /^[^\n]+$/)
    }
  })
})
