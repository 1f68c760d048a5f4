import {asText, type Json, type JsonObject} from '@osc-cli/core'
import {callOf} from '#model/functions'
import {inputValue} from '#model/inputs'
import type {Node, Policy, Template} from '#model/model'

type Row = Record<'section' | 'name' | 'type' | 'details', string>

/** A template as rows, in the order of its sections. */
export function rowsOf(template: Template, values: Readonly<Record<string, string>>): Row[] {
  const {inputs, nodes, groups, policies, outputs, workflows} = template
  return [
    ...inputs.map((input): Row => {
      const value = inputValue(input, values)
      const absent = input.body.required === false ? 'optional' : 'required'
      const details = value === undefined ? absent : `default ${shown(value)}`
      return {section: 'input', name: input.name, type: asText(input.body.type) ?? 'string', details}
    }),
    ...nodes.flatMap((node) => [nodeRow(node), ...requirementRows(node)]),
    ...groups.map(({name, type, members}) => ({section: 'group', name, type: type.name, details: members.join(', ')})),
    ...policies.map(policyRow),
    ...workflows.map(({name, steps}) => ({
      section: 'workflow',
      name,
      type: '',
      details: steps.map((step) => step.name).join(', '),
    })),
    ...outputs.map(({name, body}) => ({section: 'output', name, type: '', details: shown(body.value ?? null)})),
  ]
}

function nodeRow({name, type, properties, capabilities}: Node): Row {
  const own = ['host', 'os', 'scalable'].flatMap((key) => pairs(capabilities.get(key)?.properties ?? {}))
  return {section: 'node', name, type: type.name, details: [...pairs(properties), ...own].join(', ')}
}

const requirementRows = ({name: node, requirements}: Node): Row[] =>
  requirements.map(({name, target, relationship}) => ({
    section: 'requirement',
    name: `${node}.${name}`,
    type: relationship?.type.name ?? '',
    details: target?.name ?? '',
  }))

const policyRow = ({name, type, targets, properties}: Policy): Row => ({
  section: 'policy',
  name,
  type: type.name,
  details: [`on ${targets.join(', ') || 'nothing'}`, ...pairs({...properties, targets: undefined})].join(', '),
})

const pairs = (values: JsonObject): string[] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${shown(value)}`]))

/** A value in short: calls as `get_input(cpus)`. */
function shown(value: Json): string {
  const call = callOf(value)
  if (call) return `${call.name}(${call.args.map(shown).join(', ')})`
  return asText(value) ?? JSON.stringify(value)
}
