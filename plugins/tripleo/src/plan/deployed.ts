import {asObject, asText, pathSegment, type Session} from '@osc-cli/core'
import type {Deployment} from '#plan/difference'
import {stackOf} from '#plan/stack'

/** What Heat has of the stack of a plan; undefined when the plan is not deployed. */
export async function deployedOf(session: Session, name: string): Promise<Deployment | undefined> {
  const stack = await stackOf(session, name)
  if (!stack) return undefined
  const path = `/stacks/${pathSegment(name, 'stack')}/${pathSegment(String(stack.id), 'stack')}`
  const [environment, template, files] = await Promise.all([
    session.get('orchestration', `${path}/environment`),
    session.get('orchestration', `${path}/template`),
    session.get('orchestration', `${path}/files`),
  ])
  return {
    values: {...asObject(environment.parameter_defaults), ...asObject(environment.parameters)},
    template,
    files: Object.fromEntries(Object.entries(files).map(([file, text]) => [file, asText(text) ?? ''])),
  }
}
