import {asObject, type JsonObject} from '@osc-cli/core'
import {type Handle, ResourceFailure, type ResourceType} from '#sandbox/resources/type'

const seconds = (description: string) => ({type: 'number', description, updatable: true}) as const
const text = (description: string) => ({type: 'string', description, default: '', updatable: true}) as const

export const TestResource: ResourceType = {
  name: 'OS::Heat::TestResource',
  description: 'For tests: keeps a text, waits and fails as it is told.',
  since: '5.0.0',
  properties: {
    constraint_prop_secs: {...seconds('How long the check of this property takes.'), default: 0},
    attr_wait_secs: {...seconds('How long it takes to get the attribute.'), default: 0},
    value: {type: 'string', description: 'The text to keep.', default: 'test_string', updatable: true},
    update_replace_value: {type: 'string', description: 'A text that no update changes in place.'},
    fail: {type: 'boolean', description: 'Makes create and update fail.', default: false, updatable: true},
    update_replace: {
      type: 'boolean',
      description: 'Makes an update of the value replace the resource.',
      default: false,
      updatable: true,
    },
    wait_secs: {...seconds('How long each action takes; -1 is for ever.'), default: 0},
    action_wait_secs: {
      type: 'map',
      description: 'How long certain actions take.',
      updatable: true,
      schema: {
        create: seconds('How long a create takes; default: wait_secs.'),
        update: seconds('How long an update takes; default: wait_secs.'),
        delete: seconds('How long a delete takes; default: wait_secs.'),
      },
    },
    client_name: text('OpenStack client to call (not available in the sandbox).'),
    entity_name: text('Entity of the client (not available in the sandbox).'),
  },
  attributes: {output: {description: 'The text that is kept.'}},
  async create(handle) {
    if (handle.properties.fail !== true) {
      handle.setData({value: handle.properties.value})
      handle.setPhysicalId(handle.record.physicalName)
    }
    await effort(handle, 'create')
  },
  replaces: (changed, after) => changed.has('value') && after.update_replace === true,
  async update(handle, _before, changed) {
    const hasValue = changed.has('value') && Boolean(handle.properties.value)
    if (hasValue && handle.properties.fail !== true) handle.setData({value: handle.properties.value})
    await effort(handle, hasValue ? 'update' : undefined)
  },
  remove: (handle) => wait(handle, 'delete'),
  attribute: ({record}) => record.data.value,
}

async function effort(handle: Handle, action: 'create' | 'update' | undefined): Promise<void> {
  if (action !== undefined) await wait(handle, action)
  if (handle.properties.fail === true)
    throw new ResourceFailure('ValueError', `Test Resource failed ${handle.record.name}`)
}

function wait(handle: Handle, action: 'create' | 'update' | 'delete'): Promise<void> {
  const time = secondsOf(handle.properties, action)
  return time < 0 ? new Promise(() => {}) : handle.wait(time * 1000)
}

const secondsOf = (properties: JsonObject, action: string): number =>
  Number(String(asObject(properties.action_wait_secs)[action] ?? properties.wait_secs ?? 0))
