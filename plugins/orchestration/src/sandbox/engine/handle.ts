import type {ResourceRecord} from '#sandbox/engine/records'
import {propertiesOf} from '#sandbox/engine/resource-properties'
import {servicesOf} from '#sandbox/engine/services'
import type {View} from '#sandbox/engine/view'
import type {Handle, NestedStacks, ResourceType} from '#sandbox/resources/type'

/** A resource to work on; `type` is the type that it was created with. */
export function createHandle(
  {world, stack}: Pick<View, 'world' | 'stack'>,
  {id, name}: ResourceRecord,
  type: ResourceType,
  nested: NestedStacks,
): Handle {
  const current = () => {
    const record = world.resources.get(id)
    if (!record) throw new Error(`The resource ${name} no longer exists.`)
    return record
  }
  return {
    world,
    stack,
    nested,
    services: servicesOf(world, stack),
    get record() {
      return current()
    },
    get properties() {
      return propertiesOf(type, current().properties)
    },
    setPhysicalId: (physicalId) => void world.resources.put({...current(), physicalId}),
    setData: (data) => void world.resources.put({...current(), data: {...current().data, ...data}}),
    wait: (milliseconds) =>
      new Promise((done) => {
        world.cloud.after(milliseconds, done)
      }),
  }
}
