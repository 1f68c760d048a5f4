import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {badRequest, forbidden, type Routes} from '@osc-cli/core/sandbox'
import {type Collection, collection, handlers} from '#sandbox/collection'
import {duplicate, one} from '#sandbox/failures'
import {idOf, type Keystone} from '#sandbox/keystone'
import {DESCRIPTION, nullable, type Property} from '#sandbox/schema'

const REGION_ID: Property = {type: 'string', least: 1, most: 255}

export function regionRoutes(keystone: Keystone): Routes {
  const {regions} = keystone.records
  const declared: Collection = {
    name: 'regions',
    member: 'region',
    schema: {id: REGION_ID, description: DESCRIPTION, parent_region_id: nullable(REGION_ID)},
    filters: ['parent_region_id'],
    create(body, call) {
      const id = call.params.id ?? asText(asObject(call.body.region).id) ?? keystone.cloud.newId()
      if (regions.get(id)) throw duplicate('region', `Duplicate ID, ${id}.`)
      const parent = asText(body.parent_region_id) ?? null
      if (parent !== null) one(keystone, 'regions', parent)
      return {...body, id, description: asText(body.description) ?? '', parent_region_id: parent}
    },
    update(region, changes) {
      const parent = asText(changes.parent_region_id)
      if (parent !== undefined) checkParent(keystone, idOf(region), parent)
      return {...region, ...changes}
    },
    beforeDelete: (region) => {
      const family = withChildren(keystone, idOf(region))
      if (family.some((id) => keystone.records.endpoints.find({region_id: id}).length > 0))
        throw forbidden(
          `Unable to delete region ${idOf(region)} because it or its child regions have associated endpoints.`,
        )
      for (const id of family) regions.delete(id)
    },
  }
  return {...collection(keystone, declared), 'PUT /v3/regions/:id': handlers(keystone, declared).create}
}

function withChildren(keystone: Keystone, id: string): string[] {
  const children: JsonObject[] = keystone.records.regions.find({parent_region_id: id})
  return [id, ...children.flatMap((child) => withChildren(keystone, idOf(child)))]
}

function checkParent(keystone: Keystone, id: string, parent: string): void {
  one(keystone, 'regions', parent)
  if (withChildren(keystone, id).includes(parent))
    throw badRequest(`The specified parent region ${id} would create a circular region hierarchy.`)
}
