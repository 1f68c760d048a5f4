import {asObject, asText, decodeJson, type JsonObject, pathSegment, type Session} from '@osc-cli/core'
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
    template: asObject(decodeJson(inContainer(JSON.stringify(template), String(name)))),
    files: Object.fromEntries(
      Object.entries(files).map(([file, text]) => [
        inContainer(file, String(name)),
        inContainer(asText(text) ?? '', String(name)),
      ]),
    ),
  }
}

/** tripleo-common names the files of a stack by their URLs in Swift. */
const inContainer = (text: string, plan: string): string =>
  text.replaceAll(/https?:\/\/[^\s"'/]+(?:\/[^\s"'/]+)*?\/v1\/[^\s"'/]+\/([^\s"'/]+)\//g, (url, container) =>
    container === plan ? '' : url,
  )
