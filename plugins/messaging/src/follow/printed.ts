import type {JsonObject, Runtime} from '@osc-cli/core'
import {messageId} from '#message'

/**
 * Finds the messages of a page that did not come before. With Redis, Zaqar starts at the first message again if the marker is
 * that message, or one that has expired; a message is remembered until it expires, as it cannot come again after that.
 */
export function newMessages(clock: Runtime['clock']): (page: readonly JsonObject[]) => JsonObject[] {
  /** When the messages expire, by ID. */
  const known = new Map<string, number>()
  return (page) => {
    const now = clock.now()
    for (const [id, expires] of known) if (expires < now) known.delete(id)
    return page.filter((message) => {
      const id = messageId(message) ?? ''
      const isNew = !known.has(id)
      known.set(id, now + secondsLeft(message) * 1000)
      return isNew
    })
  }
}

/** A minute more than its TTL says, as the clocks of Zaqar and of this machine differ, and so does the rounding of ages. */
const secondsLeft = ({ttl, age}: JsonObject): number => Number(ttl ?? DAY) - Number(age ?? 0) + 60

const DAY = 86_400
