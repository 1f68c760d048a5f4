import {asObject, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {error, type Finding, type Path, warning} from '#lint/finding'
import {type DefinedWorkflow, isWorkbook} from '#lint/workflows'

// The keys that Mistral takes and what they hold: https://docs.openstack.org/mistral/latest/user/wf_lang_v2.html
const TESTS = {
  text: (value) => typeof value === 'string' && value !== '',
  mapping: (value) => isObject(value) && Object.keys(value).length > 0,
  list: (value) => Array.isArray(value) && value.length > 0,
  number: (value) => isExpression(value) || (Number.isInteger(value) && Number(value) >= 0),
  boolean: (value) => isExpression(value) || typeof value === 'boolean',
  join: (value) => value === 'all' || value === 'one' || (Number.isInteger(value) && Number(value) >= 0),
  type: (value) => value === 'direct' || value === 'reverse',
  // One item or a list of them: `name in <% $.names %>`.
  items: (value) => [value].flat().every((each) => typeof each === 'string' && ITEMS.test(each)) && !isEmptyList(value),
  inputs: (value) => Array.isArray(value) && value.length > 0 && value.every(isInput),
  any: () => true,
} as const satisfies Record<string, (value: Json) => boolean>
type Kind = keyof typeof TESTS

const ITEMS = /^\s*[\w-]+\s*in\s*(?:\[.+\]|<%.*%>|\{\{.*\}\})/s

const isEmptyList = (value: Json): boolean => Array.isArray(value) && value.length === 0

const isInput = (entry: Json): boolean =>
  typeof entry === 'string' || (isObject(entry) && Object.keys(entry).length === 1)

const isExpression = (value: Json): boolean => typeof value === 'string' && /^(?:<%.*%>|\{\{.*\}\})\s*$/s.test(value)

const KIND_TEXTS: Readonly<Record<Kind, string>> = {
  text: 'text',
  mapping: 'a mapping that is not empty',
  list: 'a list that is not empty',
  number: 'a whole number or an expression',
  boolean: 'true, false or an expression',
  join: "'all', 'one' or a whole number",
  type: "'direct' or 'reverse'",
  items: "text such as 'name in <% $.names %>', or a list of such texts",
  inputs: 'a list of names, each with at most one default value',
  any: 'a value',
}

type Keys = Readonly<Record<string, readonly Kind[]>>

const COMMON: Keys = {version: ['any'], name: ['text'], description: ['text'], tags: ['list']}
const CLAUSE: readonly Kind[] = ['text', 'list', 'mapping']
const POLICIES: Keys = {
  retry: ['mapping', 'text'],
  'wait-before': ['number'],
  'wait-after': ['number'],
  timeout: ['number'],
  'pause-before': ['boolean'],
  concurrency: ['number'],
  'fail-on': ['boolean'],
  'safe-rerun': ['boolean'],
}
const DIRECT: Keys = {'on-success': CLAUSE, 'on-error': CLAUSE, 'on-complete': CLAUSE, 'on-skip': CLAUSE}
const REVERSE: Keys = {requires: ['text', 'list']}
const TASK: Keys = {
  ...COMMON,
  ...POLICIES,
  type: ['type'],
  action: ['text'],
  workflow: ['text'],
  input: ['mapping', 'text'],
  'with-items': ['items'],
  publish: ['mapping'],
  'publish-on-error': ['mapping'],
  'publish-on-skip': ['mapping'],
  target: ['text'],
  'keep-result': ['boolean'],
}
const WORKFLOW: Keys = {
  ...COMMON,
  type: ['type'],
  'task-defaults': ['mapping'],
  input: ['inputs'],
  output: ['mapping'],
  'output-on-error': ['mapping'],
  vars: ['mapping'],
  tasks: ['mapping'],
}
const RETRY: Keys = {
  ...COMMON,
  count: ['number'],
  delay: ['number'],
  'break-on': ['boolean'],
  'continue-on': ['boolean'],
}
const WORKBOOK: Keys = {...COMMON, workflows: ['mapping'], actions: ['mapping']}

/** Problems of a file as a whole, without those of its workflows. */
export function fileFindings(root: Json | undefined): Finding[] {
  if (!isObject(root)) return [error('structure', [], 'The file does not contain a mapping with workflows.')]
  const version = root.version === undefined ? [error('structure', [], "The key 'version' is missing: use '2.0'.")] : []
  if (isWorkbook(root)) return [...version, ...keyFindings(root, WORKBOOK, [], 'a workbook')]
  const workflows = Object.entries(root).filter(([name]) => name !== 'version')
  if (workflows.length === 0) return [...version, error('structure', [], 'The file does not define a workflow.')]
  const wrong = workflows.filter(([, spec]) => !isObject(spec))
  return [
    ...version,
    ...wrong.map(([name]) => error('structure', [name], `Workflow '${name}' is not a mapping.`, 'key')),
  ]
}

/** Unknown keys and values of the wrong kind in a workflow and its tasks. */
export function structureFindings({name, spec, path}: DefinedWorkflow): Finding[] {
  const missing =
    spec.tasks === undefined
      ? [error('structure', path, `Workflow '${name}' does not have the key 'tasks'.`, 'key')]
      : []
  const ignored = Object.keys(spec)
    .filter((key) => !Object.hasOwn(WORKFLOW, key))
    .map((key) => warning('structure', [...path, key], `Mistral ignores the key '${key}' of a workflow.`))
  const known = Object.fromEntries(Object.entries(spec).filter(([key]) => Object.hasOwn(WORKFLOW, key)))
  const defaults = keyFindings(
    asObject(spec['task-defaults']),
    {...POLICIES, ...DIRECT, ...REVERSE},
    [...path, 'task-defaults'],
    'task-defaults',
  )
  const keys = spec.type === 'reverse' ? {...TASK, ...REVERSE} : {...TASK, ...DIRECT, join: ['join'] as const}
  const tasks = Object.entries(asObject(spec.tasks)).flatMap(([task, value]) =>
    taskFindings(task, value ?? null, keys, [...path, 'tasks', task]),
  )
  return [...missing, ...ignored, ...keyFindings(known, WORKFLOW, path, 'a workflow'), ...defaults, ...tasks]
}

function taskFindings(name: string, task: Json, keys: Keys, path: Path): Finding[] {
  if (!isObject(task) || Object.keys(task).length === 0)
    return [error('structure', path, `Task '${name}' is not a mapping with keys.`, 'key')]
  const both =
    task.action !== undefined && task.workflow !== undefined
      ? [error('structure', [...path, 'workflow'], `Task '${name}' has both an action and a workflow.`, 'key')]
      : []
  return [...keyFindings(task, keys, path, 'a task'), ...both, ...retryFindings(task.retry, [...path, 'retry'])]
}

function retryFindings(retry: Json | undefined, path: Path): Finding[] {
  if (!isObject(retry)) return []
  const missing = ['count', 'delay'].filter((key) => retry[key] === undefined)
  return [
    ...keyFindings(retry, RETRY, path, 'retry'),
    ...missing.map((key) => error('structure', path, `'retry' does not have the key '${key}'.`, 'key')),
  ]
}

function keyFindings(value: JsonObject, keys: Keys, path: Path, what: string): Finding[] {
  return Object.entries(value).flatMap(([key, item]) => {
    const kinds = Object.hasOwn(keys, key) ? keys[key] : undefined
    const at = [...path, key]
    if (kinds === undefined) return [error('structure', at, unknownKey(key, keys, what), 'key')]
    if (kinds.some((kind) => TESTS[kind](item ?? null))) return []
    return [error('structure', at, `'${key}' must be ${kinds.map((kind) => KIND_TEXTS[kind]).join(' or ')}.`)]
  })
}

function unknownKey(key: string, keys: Keys, what: string): string {
  const dashed = key.replaceAll('_', '-')
  const meant = Object.hasOwn(keys, dashed) ? ` Did you mean '${dashed}'?` : ''
  return `Unknown key '${key}' in ${what}.${meant}`
}
