import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {shortId} from '#sandbox/engine/world'
import {attributesByMember, memberAttribute, NESTED_ACTIONS} from '#sandbox/resources/members'
import {least, ROLLING_BATCHES} from '#sandbox/resources/rolling'
import type {Handle, NestedSource, ResourceType} from '#sandbox/resources/type'

export const AutoScalingGroupResource: ResourceType = {
  name: 'OS::Heat::AutoScalingGroup',
  description: 'Resources with the same definition, whose number scaling policies change.',
  since: '2014.1',
  properties: {
    resource: {type: 'map', description: 'Definition of each resource.', required: true, updatable: true},
    max_size: {
      type: 'integer',
      description: 'Maximum number of resources.',
      required: true,
      updatable: true,
      constraints: least(0),
    },
    min_size: {
      type: 'integer',
      description: 'Minimum number of resources.',
      required: true,
      updatable: true,
      constraints: least(0),
    },
    cooldown: {type: 'integer', description: 'Seconds between two changes of the number.', updatable: true},
    desired_capacity: {
      type: 'integer',
      description: 'Initial number of resources (default: min_size).',
      updatable: true,
    },
    rolling_updates: {
      type: 'map',
      description: 'Batches of an update; the sandbox updates all resources at once.',
      default: {min_in_service: 0, max_batch_size: 1, pause_time: 0},
      updatable: true,
      schema: ROLLING_BATCHES,
    },
  },
  attributes: {
    outputs: {description: 'An attribute of each resource, by name.', type: 'map'},
    outputs_list: {description: 'An attribute of each resource.', type: 'list'},
    current_size: {description: 'Number of resources.', type: 'integer'},
    refs: {description: 'References of all resources.', type: 'list'},
    refs_map: {description: 'References by name.', type: 'map'},
  },
  hasAll: true,
  // With names of its own: only the definitions matter when a template is checked.
  nestedTemplate: (properties) => sourceOf(properties, ['0']),
  async create(handle) {
    rename(handle, wantedSize(handle.properties))
    await handle.nested.create(handle, sourceOf(handle.properties, membersOf(handle)))
  },
  async update(handle, _, changed) {
    const size = changed.has('desired_capacity') ? wantedSize(handle.properties) : membersOf(handle).length
    await resize(handle, size)
  },
  ...NESTED_ACTIONS,
  attribute(handle, name, path) {
    if (handle.record.physicalId === null) return undefined
    const members = membersOf(handle)
    const [attribute, ...rest] = path
    if (name === 'current_size') return members.length
    if (name === 'refs_map') {
      return Object.fromEntries(members.map((member) => [member, handle.nested.memberReference(handle, member)]))
    }
    if (name !== 'outputs' && name !== 'outputs_list') return memberAttribute(handle, members, name, path)
    if (attribute === undefined) return undefined
    const values = attributesByMember(handle, members, asText(attribute) ?? '', rest)
    return name === 'outputs' ? values : Object.values(asObject(values)).map((value): Json => value ?? null)
  },
  ownPath: (name) => name === 'outputs' || name === 'outputs_list' || name.startsWith('resource.'),
}

const membersOf = ({record}: Handle): string[] =>
  asArray(record.data.members ?? []).flatMap((name) => asText(name) ?? [])

const wantedSize = ({desired_capacity: wanted, min_size: min}: JsonObject): number => Number(wanted ?? min)

/** Gives the group so many members; the oldest ones go first. */
function rename(handle: Handle, wanted: number): void {
  const {min_size: min, max_size: max} = handle.properties
  const size = Math.min(Math.max(wanted, Number(min)), Number(max))
  const known = membersOf(handle)
  const kept = known.slice(Math.max(0, known.length - size))
  const added = Array.from({length: size - kept.length}, shortId)
  handle.setData({members: [...kept, ...added]})
}

/** Changes the number of resources. */
export async function resize(handle: Handle, wanted: number): Promise<void> {
  rename(handle, wanted)
  await handle.nested.update(handle, sourceOf(handle.properties, membersOf(handle)))
}

export const sizeOf = (handle: Handle): number => membersOf(handle).length

function sourceOf({resource}: JsonObject, members: readonly string[]): NestedSource {
  const definition = asObject(resource ?? {})
  const resources = Object.fromEntries(members.map((name): [string, JsonObject] => [name, definition]))
  return {template: {heat_template_version: '2015-04-30', resources}, parameters: {}}
}
