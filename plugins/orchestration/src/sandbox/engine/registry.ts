import {asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {notImplemented} from '@osc-cli/core/sandbox'
import type {Source} from '#sandbox/engine/records'
import {invalidStack} from '#sandbox/failures'
import {builtInType} from '#sandbox/resources/registry'
import {templateType} from '#sandbox/resources/template-resource'
import type {ResourceType} from '#sandbox/resources/type'
import {readDocument, readTemplate} from '#sandbox/template/read'

const isFile = (type: string): boolean => /\.(yaml|yml|template)$/.test(type) || /^(file|https?):/.test(type)

/** What the resource registry of an environment maps a type to, with entries for single resources. */
export function mappedType(environment: JsonObject, resource: string, type: string): string {
  const registry = asObject(environment.resource_registry)
  const own = Object.entries(asObject(registry.resources)).filter(([pattern]) => matches(pattern, resource))
  let current = type
  for (let hops = 0; hops < 20; hops++) {
    const next = [...own.map(([, mappings]) => asObject(mappings)), registry].flatMap(
      (map) => mapping(map, current) ?? [],
    )[0]
    if (next === undefined || next === current) return current
    current = next
  }
  throw invalidStack(`The resource registry maps ${type} in a circle`)
}

function mapping(mappings: JsonObject, type: string): string | undefined {
  const exact = asText(mappings[type])
  if (exact !== undefined) return exact
  for (const [pattern, target] of Object.entries(mappings)) {
    if (!pattern.endsWith('*') || typeof target !== 'string') continue
    const prefix = pattern.slice(0, -1)
    if (type.startsWith(prefix)) return target.endsWith('*') ? target.slice(0, -1) + type.slice(prefix.length) : target
  }
  return undefined
}

const matches = (pattern: string, name: string): boolean =>
  pattern === name || (pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)))

/** Rejects features of environments that the sandbox does not support. */
export function refuseHooks(environment: JsonObject): void {
  const asksFor = (value: Json | undefined, key: string): boolean =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([name, part]) => name === key || asksFor(part, key))
  const registry = asObject(asObject(environment.resource_registry).resources)
  if (asksFor(registry, 'hooks')) throw notImplemented('hooks')
  if (asksFor(registry, 'restricted_actions')) throw notImplemented('restricted_actions')
}

/** The type of a resource, or Heat's error when there is none. */
export async function findType({environment, files}: Source, resource: string, type: string): Promise<ResourceType> {
  const target = mappedType(environment, resource, type)
  if (!isFile(target)) {
    const known = await builtInType(target)
    if (known) return known
    throw invalidStack(`The Resource Type (${target}) could not be found.`)
  }
  const content = files[target]
  if (content === undefined)
    throw invalidStack(
      `Could not fetch remote template "${target}": Invalid URL scheme ${/^(\w+):/.exec(target)?.[1] ?? ''}`,
    )
  return templateType(type, readTemplate(await readDocument(content, target)))
}

/** The registry with its template files as types of their own, as Heat returns it. */
export function registryOf({template, environment}: Source): JsonObject {
  const registry = asObject(environment.resource_registry)
  const resources = Object.entries(asObject(template.resources ?? template.Resources))
  const used = resources.flatMap(([name, body]) => {
    const type = asText(asObject(body).type ?? asObject(body).Type)
    return type !== undefined && isFile(type) && mappedType(environment, name, type) === type ? [type] : []
  })
  return {resources: {}, ...registry, ...Object.fromEntries(used.map((type) => [type, type]))}
}
