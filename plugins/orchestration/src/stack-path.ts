import {asObject, asText, pathSegment, type Session} from '@osc-cli/core'

/** The path of a stack by name, ID or `name/id`. Heat redirects from a short path, and from lists below it, to the full one. */
export const stackPath = (stack: string): string =>
  `/stacks/${stack
    .split('/')
    .map((part) => pathSegment(part, 'stack'))
    .join('/')}`

/** `name/id` of a stack. Needs a request unless the stack is given as `name/id`. */
export async function wholeStack(session: Session, stack: string): Promise<string> {
  if (stack.includes('/')) return stack
  const answer = await session.get('orchestration', stackPath(stack), {resolve_outputs: false})
  const {stack_name: name, id} = asObject(answer.stack)
  return `${asText(name) ?? stack}/${asText(id) ?? ''}`
}

/** The full path `/stacks/NAME/ID`, for requests that Heat does not redirect: outputs, snapshots, resources by name. */
export const wholeStackPath = async (session: Session, stack: string): Promise<string> =>
  stackPath(await wholeStack(session, stack))

/** The path of a resource in a stack. */
export const resourcePath = async (session: Session, stack: string, resource: string): Promise<string> =>
  `${await wholeStackPath(session, stack)}/resources/${pathSegment(resource)}`
