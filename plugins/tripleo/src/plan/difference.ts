import {isDeepStrictEqual} from 'node:util'
import {asObject, type Json, type JsonObject} from '@osc-cli/core'
import {toJson} from '#plan/json'
import {isSecret, masked} from '#plan/secrets'
import {readYaml} from '#plan/yaml'

/** What a plan deploys, or what is deployed. */
export interface Deployment {
  /** Values of parameters. */
  values: JsonObject
  /** The root template. */
  template: Json
  /** Other files that Heat reads, by name. */
  files: Readonly<Record<string, string>>
}

/** The values of a role that have words of their own. */
const ROLE_VALUES: Readonly<Record<string, (from: string, to: string) => string>> = {
  Count: (from, to) => `${from} -> ${to} ${to === '1' ? 'server' : 'servers'}`,
  Image: (from, to) => `image ${from} -> ${to}`,
  Flavor: (from, to) => `flavor ${from} -> ${to}`,
}

/** Parameters that change with every deployment. */
const ALWAYS_NEW = ['DeployIdentifier', 'StackAction', 'SwiftRingGetTempurl', 'SwiftRingPutTempurl', 'UpdateIdentifier']

/** Which servers go when a number is reduced: part of one deployment, not of what is deployed. */
const REMOVAL = /RemovalPolicies$/

/** How Heat shows the value of a hidden parameter. */
const MASKED = '******'

/** The names that the lines of values depend on. */
interface Names {
  /** The roles of the plan. */
  roles: readonly string[]
  /** Whether the value of a parameter is secret. */
  secret: (name: string) => boolean
}

/** What deploying a plan changes, a line each, without secret values; `roles` are the names of its roles. */
export function differences(
  deployed: Deployment,
  planned: Deployment,
  roles: readonly string[],
  secret: Names['secret'] = isSecret,
): string[] {
  return [...valueLines(effective(deployed), effective(planned), {roles, secret}), ...templateLines(deployed, planned)]
}

/** The values of a deployment, with the defaults of its root template. */
function effective({values, template}: Deployment): JsonObject {
  const parameters = Object.entries(asObject(asObject(template).parameters))
  const defaults = parameters.map(([name, parameter]) => [name, asObject(parameter).default])
  return {...Object.fromEntries(defaults), ...values}
}

function valueLines(deployed: JsonObject, planned: JsonObject, known: Names): string[] {
  const names = [...new Set([...Object.keys(deployed), ...Object.keys(planned)])].sort()
  return names
    .filter((name) => !ALWAYS_NEW.includes(name) && !REMOVAL.test(name) && !same(deployed[name], planned[name]))
    .map((name) => valueLine(name, deployed[name], planned[name], known))
}

function valueLine(name: string, from: Json | undefined, to: Json | undefined, {roles, secret}: Names): string {
  if (secret(name)) return `${name}: ${from === undefined ? 'set' : to === undefined ? 'removed' : 'changed'} (secret)`
  const role = ownerOf(name, roles)
  const words = role && ROLE_VALUES[name.slice(role.length)]
  if (words) return `${role}: ${words(shown(from), shown(to))}`
  return `${name}: ${shown(from)} -> ${shown(to)}`
}

/** The role that a parameter belongs to: the longest one that it begins with. ComputeGpuCount is not of the role Compute. */
export const ownerOf = (name: string, roles: readonly string[]): string | undefined =>
  roles.filter((role) => name.startsWith(role)).sort((a, b) => b.length - a.length)[0]

/** Whether two values are the same to Heat, which takes numbers as text too; a masked value cannot be compared. */
function same(deployed: Json | undefined, planned: Json | undefined): boolean {
  if (deployed === MASKED && planned !== undefined) return true
  return isDeepStrictEqual(comparable(deployed), comparable(planned))
}

const comparable = (value: Json | undefined): unknown =>
  typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value === undefined ? undefined : String(value)

function shown(value: Json | undefined): string {
  if (value === undefined) return 'default'
  return typeof value === 'string' ? value : JSON.stringify(masked(value))
}

function templateLines(deployed: Deployment, planned: Deployment): string[] {
  const same = isDeepStrictEqual(comparable(deployed.template), comparable(planned.template))
  const names = [...new Set([...Object.keys(deployed.files), ...Object.keys(planned.files)])].sort()
  const lines = names.flatMap((name) => fileLine(name, deployed.files[name], planned.files[name]))
  return same ? lines : ['templates: the root template changed', ...lines]
}

function fileLine(name: string, from: string | undefined, to: string | undefined): string[] {
  if (from === to || (from !== undefined && to !== undefined && sameContent(name, from, to))) return []
  if (from === undefined) return [`templates: ${name} is new`]
  if (to === undefined) return [`templates: ${name} is no longer used`]
  return [`templates: ${name} changed (${changedLines(from, to)} lines)`]
}

/** Whether two texts are the same document. tripleo-common gives Heat JSON for the YAML of a plan. */
function sameContent(name: string, from: string, to: string): boolean {
  if (!name.endsWith('.yaml') || !from.startsWith('{')) return false
  const [deployed, planned] = [from, to].map((text) => comparable(toJson(readYaml(name, text))))
  return isDeepStrictEqual(deployed, planned)
}

/** Lines that only one of two texts has, the greater number of both. */
function changedLines(from: string, to: string): number {
  const count = (text: string, other: string) => {
    const left = Map.groupBy(other.split('\n'), (line) => line)
    return text.split('\n').filter((line) => left.get(line)?.pop() === undefined).length
  }
  return Math.max(count(from, to), count(to, from))
}
