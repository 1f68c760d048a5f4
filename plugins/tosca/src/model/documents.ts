import {asArray, asObject, asText, isFailure, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {type Faults, TemplateError} from '#faults'
import {BASIC} from '#model/basic-types'
import {checkKeys, KEYS} from '#model/keys'
import {checkParts, FILE_PARTS, TYPE_PARTS} from '#model/parts'
import {type Files, isUrl, Missing, wholeFile} from '#read/source'
import {KINDS, type Kind, MAX_PARENTS, type Types} from '#types/types'
import {parseYaml, REPEATED} from '#yaml/parse'
import {type Place, placeOfKey, placeOfValue} from '#yaml/places'

const BEGIN = {hint: 'Begin the template with: tosca_definitions_version: tosca_simple_yaml_1_3'}

/** A file of a template. */
export interface Document {
  location: string
  body: JsonObject
}

const VERSIONS = /^tosca_(?:simple_yaml_1_[0-3](?:_\d+)?|simple_profile_for_(?:nfv|mec)_1_0(?:_0)?)$/

const SECTIONS = new Set([
  'tosca_definitions_version',
  'namespace',
  'tosca_default_namespace',
  'template_name',
  'template_author',
  'template_version',
  'description',
  'metadata',
  'dsl_definitions',
  'imports',
  'repositories',
  'topology_template',
  ...Object.values(KINDS).map(({section}) => section),
])

/** Reads a template and all that it imports, and collects the types. Itself is the first of the documents. */
export async function readDocuments(files: Files, location: string, types: Types, faults: Faults): Promise<Document[]> {
  const documents = new Map<string, Document>()

  async function read(at: string, chain: readonly string[]): Promise<void> {
    const body = await parse(files, at, chain.length === 0, faults)
    documents.set(at, {location: at, body})
    const path = [...chain, at]
    const prefixed: {prefix: string; target: string}[] = []
    for (const each of importsOf(body, faults)) {
      const reference = withRepository(each, body, faults)
      if (reference === undefined) continue
      const target = files.resolve(at, reference)
      if (each.prefix) prefixed.push({prefix: each.prefix, target})
      if (path.includes(target)) {
        const loop = [...path.slice(path.indexOf(target)), target].map((one) => files.display(one))
        faults.add(each.place, `the imports form a loop: ${loop.join(' -> ')}`)
      } else if (!documents.has(target)) await readImport(target, each, path)
    }
    addTypes(types, body, faults)
    for (const {prefix, target} of prefixed) {
      const imported = documents.get(target)
      if (imported) addTypes(types, imported.body, faults, prefix)
    }
  }

  async function readImport(target: string, {place, file}: Import, path: readonly string[]): Promise<void> {
    try {
      await read(target, path)
    } catch (cause) {
      if (cause instanceof TemplateError) {
        for (const fault of cause.faults) {
          // A fault of a whole file has no line.
          const isWhole = fault.place.line === 0
          faults.add(
            isWhole ? place : fault.place,
            isWhole ? `${file} cannot be imported: ${fault.message}` : fault.message,
          )
        }
      } else if (cause instanceof Missing || isFailure(cause))
        faults.add(place, `${file} cannot be imported: ${cause.message.replace(/\.$/, '')}`)
      else throw cause
    }
  }

  try {
    await read(location, [])
  } catch (cause) {
    if (cause instanceof Missing)
      throw wholeFile(files.display(location), `the file cannot be read: ${cause.message}`, {
        cause,
        hint: 'Check the path.',
      })
    throw cause
  }
  return [...documents.values()]
}

async function parse(files: Files, location: string, isMain: boolean, faults: Faults): Promise<JsonObject> {
  const file = files.display(location)
  // Published type definitions have repeated keys.
  const body = await parseYaml(await files.read(location), file, (place) => {
    if (isMain) faults.add(place, REPEATED)
  })
  if (!isObject(body)) throw wholeFile(file, 'the file is not a TOSCA template: it is not a mapping', BEGIN)
  const version = asText(body.tosca_definitions_version)
  if (version === undefined && isMain)
    throw wholeFile(file, 'the file is not a TOSCA template: tosca_definitions_version is missing', BEGIN)
  if (version !== undefined && !VERSIONS.test(version)) {
    const place = placeOfValue(body, 'tosca_definitions_version')
    throw new TemplateError([{place, message: `version ${version} is not supported`}], {
      hint: 'Use tosca_simple_yaml_1_0, 1_1, 1_2 or 1_3.',
    })
  }
  for (const name of Object.keys(body))
    if (!SECTIONS.has(name))
      faults.add(placeOfKey(body, name), `unknown section ${name}`, {name, known: () => SECTIONS})
  checkParts(body, FILE_PARTS, '', faults)
  return body
}

interface Import {
  file: string
  repository: string | undefined
  prefix: string | undefined
  place: Place
}

/** `a.yaml`, `name: a.yaml`, `name: {file: a.yaml}` and `{file: a.yaml}`. */
function importsOf(body: JsonObject, faults: Faults): Import[] {
  const {imports} = body
  return asArray(imports).flatMap((each, index): Import[] => {
    const simple = asText(each)
    if (simple !== undefined)
      return [{file: simple, repository: undefined, prefix: undefined, place: placeOfValue(imports, index)}]
    const object = asObject(each)
    if (asText(object.file) !== undefined) {
      checkKeys(object, KEYS.import, 'import', faults)
      return [importOf(object, placeOfValue(object, 'file'))]
    }
    const found = Object.entries(object).flatMap(([name, value]): Import[] => {
      const place = placeOfValue(object, name)
      const file = asText(value)
      if (file !== undefined) return [{file, repository: undefined, prefix: undefined, place}]
      if (asText(asObject(value).file) === undefined) return []
      checkKeys(value, KEYS.import, `import ${name}`, faults)
      return [importOf(asObject(value), place)]
    })
    if (found.length === 0) faults.add(placeOfValue(imports, index), 'an import must name a file')
    return found
  })
}

const importOf = (body: JsonObject, place: Place): Import => ({
  file: asText(body.file) ?? '',
  repository: asText(body.repository),
  prefix: asText(body.namespace_prefix),
  place,
})

/** Undefined, and a fault, when the repository is not defined. */
function withRepository({file, repository, place}: Import, body: JsonObject, faults: Faults): string | undefined {
  if (repository === undefined || isUrl(file)) return file
  const repositories = asObject(body.repositories)
  const definition = repositories[repository]
  const url = asText(definition) ?? asText(asObject(definition).url)
  if (url !== undefined) return `${url.trim().replace(/\/+$/, '')}/${file}`
  if (definition === undefined)
    faults.add(place, `repository ${repository} is not defined`, {
      name: repository,
      known: () => Object.keys(repositories),
    })
  else faults.add(placeOfKey(repositories, repository), `repository ${repository} has no url`)
  return undefined
}

function addTypes(types: Types, body: JsonObject, faults: Faults, prefix?: string): void {
  for (const [kind, {section}] of Object.entries(KINDS)) {
    for (const [name, definition] of Object.entries(asObject(body[section]))) {
      const type = definition === null ? {} : definition
      if (!isObject(type)) continue
      checkParts(type, TYPE_PARTS, `type ${name}: `, faults)
      for (const each of prefix ? [`${prefix}.${name}`, `${prefix}:${name}`] : [name])
        types.add(kind as Kind, each, type)
    }
  }
}

/** Types whose parent is unknown, or that derive from themselves. */
export function checkParents(types: Types, faults: Faults): void {
  for (const kind of Object.keys(KINDS) as Kind[]) {
    for (const type of types.all(kind)) {
      const parent: Json | undefined = type.body.derived_from
      const name = asText(parent)
      if (name === undefined || (kind === 'data' && BASIC.has(name))) continue
      const place = placeOfValue(type.body, 'derived_from')
      if (types.find(kind, name) === undefined)
        faults.add(place, `type ${type.name} derives from unknown type ${name}`, {name, known: () => types.names(kind)})
      else if (types.chain(type).some((each) => types.parent(each) === type))
        faults.add(place, `type ${type.name} derives from itself`)
      else if (types.chain(type).length > MAX_PARENTS) {
        faults.add(place, `type ${type.name} derives from more than ${MAX_PARENTS} types`)
        break
      }
    }
  }
}
