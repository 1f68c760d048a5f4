import type {ResourceType} from '#sandbox/resources/type'

export const NoneResource: ResourceType = {
  name: 'OS::Heat::None',
  description: 'Replaces an unwanted resource: accepts any property, has any attribute, does nothing.',
  since: '5.0.0',
  properties: {},
  attributes: {},
  takesAll: true,
  hasAll: true,
  create: (handle) => handle.setPhysicalId(handle.record.physicalName),
  update: () => {},
  attribute: () => null,
}
