import {asText, type JsonObject, type Session} from '@osc-cli/core'
import {stackPath} from '#stack-path'

/** How far an action on a stack is, from the states of its resources: `CREATE_IN_PROGRESS, 3 of 7 resources`. */
export function createResourceProgress(session: Session, stack: string, action: string | undefined) {
  let total = 0
  return async (status: string): Promise<string> => {
    const resources = await Array.fromAsync(
      session.list('orchestration', `${stackPath(stack)}/resources`, 'resources', {singlePage: true}),
    )
    total = Math.max(total, resources.length)
    const done = action === 'DELETE' ? total - resources.filter(isLeft).length : resources.filter(isDone(action)).length
    return total === 0 ? status : `${status}, ${done} of ${total} resources`
  }
}

const isLeft = (resource: JsonObject): boolean => asText(resource.resource_status) !== 'DELETE_COMPLETE'

/** INIT_COMPLETE is the state of a resource that Heat has not started with. An update leaves most resources as they are. */
const isDone =
  (action: string | undefined) =>
  (resource: JsonObject): boolean => {
    const status = asText(resource.resource_status) ?? ''
    const changesAll = action !== undefined && !['UPDATE', 'ADOPT'].includes(action)
    return changesAll ? status === `${action}_COMPLETE` : status.endsWith('_COMPLETE') && status !== 'INIT_COMPLETE'
  }
