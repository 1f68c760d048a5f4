import {plural} from '#text/plural'
import {commandsOf, type Found, parentAt, type ReferenceAttribute, type ReferenceResource} from './reference.ts'

/** A resource that another one is below. */
export interface Parent {
  /** Its placeholder in the path: `zone_id`. */
  param: string
  noun: string
  resource: ReferenceResource
}

/** How the records of a noun are requested, as its descriptor, its commands and its sandbox collection have it. */
export interface Style {
  noun: string
  service: string
  resource: ReferenceResource
  parents: readonly Parent[]
  collection: string
  idKey: string
  /** How a name or ID is resolved; undefined: by name, then by ID. */
  by: 'path' | 'id' | undefined
  /** Whether a list can be filtered by name; otherwise a name is looked up in the whole list. */
  filtersNames: boolean
  create: 'POST' | 'PUT'
  /** undefined: records do not change. */
  update: 'PATCH' | 'PUT' | 'JSON patch' | undefined
}

export function styleOf(noun: string, {service, resource}: Found): Style {
  const {path, resources_key, allows, create_method, commit_method} = resource
  const filtersNames = resource.query?.name !== undefined
  const lists = commandsOf(noun).flatMap(({columns = []}) => columns)
  const hasNames = filtersNames || lists.some((header) => header.toLowerCase() === 'name')
  const alternate = bodyOf(resource).find(([, {alternate_id}]) => alternate_id)
  return {
    noun,
    service,
    resource,
    parents: parentsOf(noun, service, path),
    collection: resources_key || (path.split('/').at(-1) ?? plural(noun)),
    idKey: alternate ? wireOf(alternate) : 'id',
    by: alternate ? 'path' : hasNames ? undefined : 'id',
    filtersNames,
    create: create_method === 'PUT' ? 'PUT' : 'POST',
    update: allows.includes('patch') ? 'JSON patch' : allows.includes('commit') ? methodOf(commit_method) : undefined,
  }
}

const methodOf = (method: string): 'PATCH' | 'PUT' => (method === 'PUT' ? 'PUT' : 'PATCH')

/** Those whose placeholders are in the path, outermost first. One that the SDK does not have is missing. */
function parentsOf(noun: string, service: string, path: string): Parent[] {
  return [...path.matchAll(/%\((\w+)\)s/g)].flatMap(({1: param = '', index}) => {
    const found = parentAt(path.slice(0, index).replace(/\/$/, ''), noun, service)
    return found ? [{param, ...found}] : []
  })
}

/** The attributes that a record has in the body; without the SDK's own `id` where another one is the ID. */
export function bodyOf({attributes}: ReferenceResource): [name: string, ReferenceAttribute][] {
  const inBody = Object.entries(attributes).filter(([, {in: place}]) => place === undefined)
  const hasOther = inBody.some(([name, {alternate_id}]) => alternate_id && name !== 'id')
  return inBody.filter(([name]) => name !== 'links' && !(hasOther && name === 'id'))
}

/** The key of an attribute in the body. */
export const wireOf = ([name, {wire = name}]: readonly [string, ReferenceAttribute]): string => wire

/** The path with its placeholders in another form: `{zone_id}`, `:zone_id`. */
export const pathWith = ({resource: {path}}: Style, placeholder: (param: string) => string): string =>
  path.replace(/%\((\w+)\)s/g, (_, param: string) => placeholder(param))

/**
 * The attribute that an option sets: `--share` is `is_shared`, `--provider` is `provider_name`. `--network` is not `network_id`:
 * the author looks up the ID of what is named.
 */
export function attributeOf(option: string, {resource}: Style): (ReferenceAttribute & {key: string}) | undefined {
  const word = option.replaceAll('-', '_')
  const forms = [word, `is_${word}`, `${word}s`, `${word}_name`, `is_${word}d`]
  const attributes = bodyOf(resource)
  const found = forms
    .map((form) => attributes.find((attribute) => attribute[0] === form || wireOf(attribute) === form))
    .find((attribute) => attribute !== undefined)
  return found && {...found[1], key: wireOf(found)}
}
