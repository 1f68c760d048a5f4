import {HttpError, type JsonObject, type Session} from '@osc-cli/core'
import {createProgressLine} from '../../../src/progress.ts'
import type {Waiting} from '../../../src/waiting.ts'

/** One poll of a stack's events: what Heat answers, statuses of the stack or a failure. */
export type Step = readonly string[] | Error

export interface ScriptedHeat {
  waiting: Waiting
  /** What people saw on stderr. */
  notes: string[]
  /** Everything that was written on the terminal, if there is one. */
  screen: string[]
  /** Seconds that were waited. */
  waited(): number
}

export const serverError = (status: number): HttpError =>
  new HttpError(`broken (HTTP ${status})`, {status, method: 'GET', url: 'http://heat/events'})

/** A Heat whose stack `web` goes through these steps, one for each poll, and stays as it is after the last one. */
export function scriptedHeat(
  steps: readonly Step[],
  {
    stack = {},
    resources = [],
    terminal = false,
  }: {stack?: JsonObject; resources?: JsonObject[]; terminal?: boolean} = {},
): ScriptedHeat {
  const [notes, screen, left] = [[] as string[], [] as string[], [...steps]]
  let [time, count, status] = [0, 0, 'CREATE_IN_PROGRESS']
  async function* events() {
    const step = left.shift() ?? []
    if (step instanceof Error) throw step
    for (const next of step) {
      status = next
      const links = [{rel: 'stack', href: 'http://heat/stacks/web/1'}]
      yield {id: `e${count++}`, resource_name: 'web', physical_resource_id: '1', resource_status: status, links}
    }
  }
  async function* listed(_service: string, path: string) {
    yield* path.endsWith('/events') ? events() : resources
  }
  const session = {
    list: listed,
    get: async () => ({stack: {stack_status: status, disable_rollback: true, ...stack}}),
  } as unknown as Session
  const sink = {isTTY: terminal, width: 60, write: async (text: string) => void screen.push(text)}
  return {
    notes,
    screen,
    waited: () => time,
    waiting: {
      session: async () => session,
      note: async (line) => void notes.push(line),
      pause: async (seconds) => {
        time += seconds
      },
      progress: createProgressLine(sink, terminal, () => time * 1000),
      program: 'osc',
    },
  }
}
