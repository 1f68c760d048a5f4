import {asArray, asObject, asText, isObject, type JsonObject} from '@osc-cli/core'
import {
  badRequest,
  type Call,
  conflict,
  notFound,
  type RestRecords,
  type Routes,
  type SandboxCloud,
} from '@osc-cli/core/sandbox'
import {lint} from '#lint/lint'
import {mistralCollection, stamp, tagsOf} from '#sandbox/collection'
import {parseYaml} from '#yaml'

export interface Definitions {
  routes: Routes
  workflows: RestRecords
  /** The workflow of that name or ID; 404 when there is none. */
  workflow(nameOrId: string): JsonObject
  /** Refuses to run an action that does not exist. */
  checkAction(name: string): void
}

const BUILT_IN = {'std.echo': 'output, delay=0', 'std.fail': 'error_data=null', 'std.noop': ''}

/** Workflows, workbooks and actions, which are uploaded as text. */
export function definitions(cloud: SandboxCloud): Definitions {
  const named = {alsoFoundBy: 'name', without: ['create', 'update', 'list']} as const
  const workflows = mistralCollection(cloud, {collection: 'workflows', noun: 'workflow', ...named})
  const workbooks = mistralCollection(cloud, {collection: 'workbooks', noun: 'workbook', ...named})
  const actions = mistralCollection(cloud, {
    collection: 'actions',
    noun: 'action',
    ...named,
    beforeDelete({name, is_system: isSystem}) {
      // Built-in actions are not in Mistral's database.
      if (isSystem === true) throw notFound(`Action definition not found [action_name=${name}, namespace=]`)
    },
  })
  for (const [name, input] of Object.entries(BUILT_IN))
    if (actions.find({name}).length === 0)
      actions.put({id: name, name, input, is_system: true, scope: 'public', description: null, definition: ''})

  const store = (records: RestRecords, call: Call, name: string, spec: JsonObject, text: string, id?: string) => {
    const before = id ? records.get(id) : records.find({name})[0]
    if (before && call.method === 'POST') throw conflict(`Duplicate entry for definition ['name']: ${name}`)
    if (!before && call.method === 'PUT') throw notFound(`Definition not found [name=${name}]`)
    return put(records, call, before, name, spec, text)
  }
  const put = (
    records: RestRecords,
    call: Call,
    before: JsonObject | undefined,
    ...[name, spec, text]: [name: string, spec: JsonObject, text: string]
  ) =>
    records.put({
      id: crypto.randomUUID(),
      created_at: stamp(cloud.now()),
      project_id: call.caller.projectId ?? null,
      is_system: false,
      ...before,
      name,
      namespace: call.query.get('namespace') ?? '',
      scope: call.query.get('scope') ?? 'private',
      description: asText(spec.description) ?? null,
      tags: tagsOf(spec),
      input: inputText(spec),
      definition: text,
      spec,
    })
  const many = (records: RestRecords, key: string, check: (text: string) => void) => (call: Call) => {
    check(call.text)
    const defined = Object.entries(read(call.text))
    const stored = defined.map(([name, spec]) => store(records, call, name, asObject(spec), call.text))
    return {status: call.method === 'POST' ? 201 : 200, body: {[key]: stored}}
  }
  const workbook = (call: Call) => {
    check(call.text)
    const {name, ...spec} = read(call.text)
    if (asText(name) === undefined) throw badRequest("Invalid DSL: 'name' is a required property")
    // Deleting a workbook keeps its workflows, so each may be there or not.
    for (const [workflow, one] of Object.entries(asObject(spec.workflows))) {
      const full = `${name}.${workflow}`
      put(workflows, call, workflows.find({name: full})[0], full, asObject(one), call.text)
    }
    return {status: call.method === 'POST' ? 201 : 200, body: store(workbooks, call, String(name), spec, call.text)}
  }
  const validate = (call: Call) => ({body: validation(call.text)})

  return {
    workflows,
    workflow(nameOrId) {
      const found = workflows.get(nameOrId) ?? workflows.find({name: nameOrId})[0]
      if (!found) throw notFound(`Workflow not found [workflow_identifier=${nameOrId}, namespace=]`)
      return found
    },
    checkAction(name) {
      if (actions.find({name}).length === 0) throw badRequest(`Failed to find action [action_name=${name}]`)
    },
    routes: {
      'POST /v2/workflows/validate': validate,
      'POST /v2/workbooks/validate': validate,
      ...workflows.routes,
      ...workbooks.routes,
      ...actions.routes,
      'POST /v2/workflows': many(workflows, 'workflows', check),
      'PUT /v2/workflows': many(workflows, 'workflows', check),
      'PUT /v2/workflows/:id': (call) => {
        const [[name, spec] = ['', {}]] = Object.entries(read(call.text))
        return {body: store(workflows, call, name, asObject(spec), call.text, call.params.id)}
      },
      'POST /v2/workbooks': workbook,
      'PUT /v2/workbooks': workbook,
      'POST /v2/actions': many(actions, 'actions', checkActions),
      'PUT /v2/actions': many(actions, 'actions', checkActions),
    },
  }
}

function read(text: string): JsonObject {
  const value = parseYaml(text)
  if (!isObject(value)) throw badRequest('Definition could not be parsed.')
  const {version, ...defined} = value
  if (version === undefined) throw badRequest("Invalid DSL: 'version' is a required property")
  return defined
}

/** Refuses what `workflow lint` calls an error, as Mistral does. Mistral looks for workflows of a workbook when they run. */
function check(text: string): void {
  read(text)
  const found = lint(text).find(({severity, rule}) => severity === 'error' && rule !== 'unknown-workflow')
  if (!found) return
  const {rule, message} = found
  if (rule === 'expression') throw badRequest(message)
  throw badRequest(
    rule === 'unknown-task' ? message.replace('does not exist.', 'not found.') : `Invalid DSL: ${message}`,
  )
}

function checkActions(text: string): void {
  for (const spec of Object.values(read(text)))
    if (asObject(spec).base === undefined) throw badRequest("Invalid DSL: 'base' is a required property")
}

function validation(text: string): JsonObject {
  try {
    check(text)
    return {valid: true}
  } catch (error) {
    return {valid: false, error: error instanceof Error ? error.message : String(error)}
  }
}

/** `name="world", count`. */
const inputText = (spec: JsonObject): string =>
  asArray(spec.input)
    .map((one) =>
      isObject(one)
        ? Object.entries(one)
            .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
            .join('')
        : String(one),
    )
    .join(', ')
