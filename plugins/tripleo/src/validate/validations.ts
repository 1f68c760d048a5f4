import {asArray, asText, type JsonObject, NotFoundError, type Session, yamlFaults} from '@osc-cli/core'
import {parseDocument} from 'yaml'

/** A workflow that validates a plan. */
export interface Validation {
  /** Name of the workflow. */
  id: string
  /** The last part of it. */
  name: string
  groups: string[]
  description: string
}

/** The tag of workflows that validate a plan, and how the tags of their groups begin. */
const TAG = 'osc-check'
const GROUP = 'group:'

/** Requests of `listValidations`. */
export const LIST_CALLS = ['GET /v2/workflows']

/** Every workflow of the cloud that validates plans, sorted by name; of these groups, if any are given. */
export async function listValidations(session: Session, groups: readonly string[] = []): Promise<Validation[]> {
  const query = {tags: TAG, fields: 'id,name,tags,definition,project_id'}
  const {projectId} = await session.access()
  const found = await Array.fromAsync(session.list('workflow', '/workflows', 'workflows', {query}))
  // A public workflow of another project gives way to one of the same name in this project.
  const own = found.filter(({project_id: owner}) => owner === projectId)
  const others = found.filter(({name}) => !own.some((one) => one.name === name))
  return [...own, ...others]
    .map(validationOf)
    .filter((one) => groups.length === 0 || one.groups.some((group) => groups.includes(group)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function validationOf({name, tags, definition}: JsonObject): Validation {
  const id = String(name)
  const short = id.split('.').at(-1) ?? id
  return {
    id,
    name: short,
    groups: asArray(tags)
      .map(String)
      .filter((tag) => tag.startsWith(GROUP))
      .map((tag) => tag.slice(GROUP.length)),
    description: descriptionIn(asText(definition) ?? '', short),
  }
}

/** The description of a workflow in its definition, which may be that of its workbook. */
function descriptionIn(definition: string, name: string): string {
  const document = parseDocument(definition, {prettyErrors: false, logLevel: 'error'})
  const content: unknown = yamlFaults(document, definition).length === 0 && document.toJS({maxAliasCount: -1})
  const workflow: unknown = Object(content)[name] ?? Object(Object(content).workflows)[name]
  return String(Object(workflow).description ?? '').trim()
}

/** Validations by name or ID, each of them once. NotFoundError for an unknown one. */
export function chosenValidations(all: readonly Validation[], names: readonly string[]): Validation[] {
  const found = names.map((name) => {
    const validation = all.find((one) => one.id === name) ?? all.find((one) => one.name === name)
    if (validation) return validation
    throw new NotFoundError(`No validation with a name or ID of '${name}' exists.`, {
      hint: 'List validations with: osc tripleo validator list',
    })
  })
  return [...new Set(found)]
}

/** Validations of groups. NotFoundError for a group without validations. */
export function validationsOfGroups(all: readonly Validation[], groups: readonly string[]): Validation[] {
  const unknown = groups.find((group) => !all.some((one) => one.groups.includes(group)))
  if (unknown !== undefined)
    throw new NotFoundError(`No validation is in the group '${unknown}'.`, {
      hint: 'List groups with: osc tripleo validator group info',
    })
  return all.filter((one) => one.groups.some((group) => groups.includes(group)))
}
