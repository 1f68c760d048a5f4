import {asText, NotFoundError, type Session, shellWord} from '@osc-cli/core'
import {stackResources} from '#services'

/** NotFoundError when a stack does not have one of these resources. */
export async function checkResources(session: Session, stack: string, names: readonly string[]): Promise<void> {
  const known = (await stackResources(session, stack)).map(({resource_name: name}) => name)
  const missing = names.find((name) => !known.includes(name))
  if (missing !== undefined) throw noResource(stack, missing)
}

/** The ID of what a resource of a stack is in its service. NotFoundError when there is none. */
export async function serverOf(session: Session, stack: string, resource: string): Promise<string> {
  const found = (await stackResources(session, stack)).find(({resource_name: name}) => name === resource)
  if (found === undefined) throw noResource(stack, resource)
  const id = asText(found.physical_resource_id)
  if (id) return id
  throw new NotFoundError(`Resource '${resource}' of stack '${stack}' does not have a server.`, {
    hint: `Show its state: osc stack resource show ${shellWord(stack)} ${shellWord(resource)}`,
  })
}

const noResource = (stack: string, resource: string): NotFoundError =>
  new NotFoundError(`Stack '${stack}' does not have a resource '${resource}'.`, {
    hint: `List its resources: osc stack resource list --nested-depth 5 ${shellWord(stack)}`,
  })
