import {asObject, asText, type JsonObject, pathSegment, type Session} from '@osc-cli/core'
import type {Deployment} from '#plan/difference'

/** The values, template and files of a stack. */
export async function deployedOf(session: Session, {stack_name: name, id}: JsonObject): Promise<Deployment> {
  const path = `/stacks/${pathSegment(String(name), 'stack')}/${pathSegment(String(id), 'stack')}`
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
