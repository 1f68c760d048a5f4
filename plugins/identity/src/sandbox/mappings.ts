import {asArray, type Json} from '@osc-cli/core'
import {forbidden, type Routes} from '@osc-cli/core/sandbox'
import {collection} from '#sandbox/collection'
import {duplicate} from '#sandbox/failures'
import {idOf, type Keystone} from '#sandbox/keystone'
import {checkBody, checkValue, type Schema} from '#sandbox/schema'

const RULE: Schema = {
  local: {type: 'array', required: true},
  remote: {
    type: 'array',
    required: true,
    least: 1,
    items: {type: 'object', properties: {type: {type: 'string', required: true}}},
  },
}

function checkRules(rules: Json | undefined): void {
  checkValue(rules ?? null, {type: 'array', least: 1})
  for (const rule of asArray(rules)) checkBody(rule, RULE)
}

/** Rules that map external users to local ones. They are validated and stored but not applied. */
export function mappingRoutes(keystone: Keystone): Routes {
  const {mappings, protocols} = keystone.records
  return collection(keystone, {
    name: 'mappings',
    member: 'mapping',
    path: '/OS-FEDERATION/mappings',
    byPut: true,
    schema: {rules: {type: 'array', required: true}, schema_version: {type: 'string'}},
    create(body, call) {
      if (mappings.get(call.params.id ?? '')) throw duplicate('mapping', 'Duplicate entry')
      checkRules(body.rules)
      return {rules: body.rules}
    },
    update(mapping, {rules}) {
      checkRules(rules)
      return {...mapping, rules}
    },
    beforeDelete(mapping) {
      if (protocols.find({mapping_id: idOf(mapping)}).length > 0)
        throw forbidden('You are not authorized to perform the requested action.')
    },
  })
}
