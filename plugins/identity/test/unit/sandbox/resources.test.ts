import assert from 'node:assert/strict'
import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {messageOf, onKeystone} from './on-keystone.ts'

/** What is sent, the status, and a message or part of the record that comes back; `{name}` is the ID made as `name`. */
type Step = [request: string, sent: JsonObject | undefined, status: number, expected?: RegExp | JsonObject, as?: string]

const STORIES: Record<string, Step[]> = {
  'domains and projects': [
    ['POST /domains', {domain: {name: 'farm'}}, 201, {enabled: true, description: ''}, 'farm'],
    ['POST /domains', {domain: {name: 'farm'}}, 409, /acting as domains with the same name: farm/],
    ['POST /domains', {domain: {name: ''}}, 400, /field 'name': '' is too short/],
    [
      'POST /projects',
      {project: {name: 'barn', domain_id: '{farm}', tags: ['b', 'a']}},
      201,
      {is_domain: false},
      'barn',
    ],
    ['POST /projects', {project: {name: 'barn', domain_id: '{farm}'}}, 409, /either the same name or same id/],
    ['POST /projects', {project: {name: 'stall', domain_id: '{farm}', parent_id: '{barn}'}}, 201, {}, 'stall'],
    ['POST /projects', {project: {name: 'x', domain_id: 'none'}}, 400, /Could not find domain: none/],
    ['POST /projects', {project: {name: 'x', domain_id: 'default', parent_id: '{barn}'}}, 400, /a different domain/],
    ['POST /projects', {project: {}}, 400, /'name' is a required property/],
    ['GET /projects/{stall}?parents_as_ids', undefined, 200, /"\{barn\}":\{"\{farm\}":null\}/],
    ['GET /projects/{barn}?subtree_as_ids', undefined, 200, /"subtree":\{"\{stall\}":null\}/],
    ['PATCH /projects/{barn}', {project: {enabled: false}}, 403, /subtree contains enabled projects/],
    ['PATCH /projects/{barn}', {project: {parent_id: '{stall}'}}, 403, /`parent_id` is not allowed/],
    ['PATCH /projects/{barn}', {project: {domain_id: 'default'}}, 400, /Cannot change Domain ID/],
    ['PATCH /projects/{barn}', {project: {options: {immutable: true}}}, 200, {options: {immutable: true}}],
    ['PATCH /projects/{barn}', {project: {name: 'shed'}}, 403, /immutable project/],
    ['DELETE /projects/{barn}', undefined, 403, /immutable project/],
    ['PATCH /projects/{barn}', {project: {options: {immutable: null}}}, 200, {options: {}}],
    ['DELETE /projects/{barn}', undefined, 403, /not a leaf in the hierarchy/],
    ['PUT /projects/{barn}/tags/c', undefined, 201],
    ['GET /projects/{barn}/tags', undefined, 200, /"tags":\["a","b","c"\]/],
    ['DELETE /projects/{barn}/tags/z', undefined, 404, /project tag: z/],
    ['GET /projects?tags=a,c', undefined, 200, /barn/],
    ['GET /projects?not-tags-any=a&domain_id={farm}', undefined, 200, /"name":"stall"/],
    ['GET /projects?name__icontains=BAR', undefined, 200, /"name":"barn"/],
    ['DELETE /domains/{farm}', undefined, 403, /disable it first/],
    ['PATCH /domains/{farm}', {domain: {enabled: false}}, 200, {enabled: false}],
    ['DELETE /domains/{farm}', undefined, 204],
    ['GET /projects/{stall}', undefined, 404, /Could not find project: \{stall\}/],
  ],
  'users and groups': [
    ['POST /users', {user: {name: 'cow', password: 'x', email: 'c@x'}}, 201, {email: 'c@x', enabled: true}, 'cow'],
    ['POST /users', {user: {name: 'cow'}}, 409, /name cow at domain ID default/],
    ['POST /users', {user: {name: 'bull', id: '{cow}'}}, 201, {name: 'bull'}],
    ['GET /users/{cow}', undefined, 200, {name: 'cow'}],
    ['POST /users', {user: {name: 'x', options: {speed: 1}}}, 400, /'speed' was unexpected/],
    ['POST /users', {user: {name: 'x', default_project_id: 'default'}}, 400, /cannot be a domain ID/],
    ['PATCH /users/{cow}', {user: {options: {lock_password: true}}}, 200, {options: {lock_password: true}}],
    ['POST /users/{cow}/password', {user: {original_password: 'x', password: 'y'}}, 400, /disallowing password/],
    ['POST /users/{cow}/password', {user: {original_password: 'z', password: 'y'}}, 401, /requires authentication/],
    ['POST /groups', {group: {name: 'herd'}}, 201, {description: ''}, 'herd'],
    ['PUT /groups/{herd}/users/{cow}', undefined, 204],
    ['HEAD /groups/{herd}/users/{cow}', undefined, 204],
    ['GET /groups/{herd}/users', undefined, 200, /"name":"cow"/],
    ['GET /users/{cow}/groups', undefined, 200, /"name":"herd"/],
    ['PUT /groups/{herd}/users/none', undefined, 404, /user: none/],
    ['DELETE /users/{cow}', undefined, 204],
    ['GET /groups/{herd}/users', undefined, 200, /"users":\[\]/],
  ],
  'roles and grants': [
    ['POST /roles', {role: {name: 'milker'}}, 201, {domain_id: null}, 'milker'],
    ['POST /roles', {role: {name: 'milker', domain_id: 'default'}}, 201, {domain_id: 'default'}, 'local'],
    ['POST /roles', {role: {name: 'milker'}}, 409, /name milker/],
    ['PUT /roles/{local}/implies/{milker}', undefined, 201, /"name":"milker"/],
    ['PUT /roles/{milker}/implies/{local}', undefined, 403, /cannot be an implied roles/],
    ['GET /roles/{milker}/implies/{local}', undefined, 404, /does not imply/],
    ['POST /users', {user: {name: 'hand'}}, 201, {}, 'hand'],
    ['POST /domains', {domain: {name: 'away'}}, 201, {}, 'away'],
    ['PUT /domains/default/users/{hand}/roles/{local}', undefined, 204],
    ['PUT /domains/{away}/users/{hand}/roles/{local}', undefined, 403, /must be in the same domain as the role/],
    ['GET /domains/default/users/{hand}/roles', undefined, 200, /"id":"\{local\}"/],
    ['GET /domains/default/users/{hand}/roles/{milker}', undefined, 404, /Could not find role assignment/],
    ['PUT /OS-INHERIT/domains/default/users/{hand}/roles/{milker}/inherited_to_projects', undefined, 204],
    ['PUT /system/users/{hand}/roles/{milker}', undefined, 204],
    ['GET /system/users/{hand}/roles', undefined, 200, /milker/],
    ['DELETE /roles/{milker}', undefined, 204],
    ['GET /system/users/{hand}/roles', undefined, 200, /"roles":\[\]/],
  ],
  'the catalog': [
    ['POST /regions', {region: {id: 'north'}}, 201, {parent_region_id: null}],
    ['POST /regions', {region: {id: 'north'}}, 409, /Duplicate ID, north/],
    ['POST /regions', {region: {id: 'hill', parent_region_id: 'north'}}, 201, {}],
    ['PATCH /regions/north', {region: {parent_region_id: 'hill'}}, 400, /circular region hierarchy/],
    ['POST /services', {service: {type: 'milk', name: 'dairy'}}, 201, {enabled: true}, 'dairy'],
    ['POST /services', {service: {name: 'x'}}, 400, /'type' is a required property/],
    [
      'POST /endpoints',
      {endpoint: {service_id: '{dairy}', interface: 'public', url: 'http://m/$(project_id)s', region: 'south'}},
      201,
      {region_id: 'south', region: 'south'},
      'milk',
    ],
    [
      'POST /endpoints',
      {endpoint: {service_id: '{dairy}', interface: 'public', url: 'http://m/$(cow)s'}},
      400,
      /invalid URL: http:\/\/m\/\$\(cow\)s/,
    ],
    ['POST /endpoints', {endpoint: {service_id: 'x', interface: 'public', url: 'http://m'}}, 400, /service table/],
    ['PATCH /endpoints/{milk}', {endpoint: {region: 'hill'}}, 200, {region_id: 'hill'}],
    ['DELETE /regions/north', undefined, 403, /associated endpoints/],
    ['POST /policies', {policy: {blob: '{}', type: 'application/json'}}, 201, {}, 'rules'],
    ['PUT /policies/{rules}/OS-ENDPOINT-POLICY/services/{dairy}', undefined, 204],
    ['GET /endpoints/{milk}/OS-ENDPOINT-POLICY/policy', undefined, 200, /"id":"\{rules\}"/],
    ['DELETE /services/{dairy}', undefined, 204],
    ['GET /endpoints/{milk}', undefined, 404, /endpoint: \{milk\}/],
  ],
  limits: [
    ['POST /services', {service: {type: 'grass'}}, 201, {}, 'grass'],
    [
      'POST /registered_limits',
      {registered_limits: [{service_id: '{grass}', resource_name: 'bale', default_limit: 5}]},
      201,
      {default_limit: 5},
      'bale',
    ],
    ['POST /projects', {project: {name: 'meadow'}}, 201, {}, 'meadow'],
    [
      'POST /limits',
      {limits: [{service_id: '{grass}', project_id: '{meadow}', resource_name: 'none', resource_limit: 1}]},
      403,
      /no corresponding registered limit/,
    ],
    [
      'POST /limits',
      {limits: [{service_id: '{grass}', project_id: '{meadow}', resource_name: 'bale', resource_limit: 1}]},
      201,
      {domain_id: null},
      'own',
    ],
    ['PATCH /registered_limits/{bale}', {registered_limit: {default_limit: 6}}, 403, /project limits associated/],
    ['PATCH /limits/{own}', {limit: {resource_limit: 2}}, 200, {resource_limit: 2}],
    ['DELETE /projects/{meadow}', undefined, 204],
    ['GET /limits/{own}', undefined, 404, /find limit for \{own\}/],
    ['DELETE /registered_limits/{bale}', undefined, 204],
  ],
  federation: [
    ['PUT /OS-FEDERATION/identity_providers/campus', {identity_provider: {remote_ids: ['r']}}, 201, {enabled: false}],
    ['PUT /OS-FEDERATION/identity_providers/other', {identity_provider: {remote_ids: ['r']}}, 409, /remote ID: r/],
    ['PUT /OS-FEDERATION/mappings/m', {mapping: {rules: []}}, 400, /\[\] is too short/],
    ['PUT /OS-FEDERATION/mappings/m', {mapping: {rules: [{local: [], remote: [{type: 'U'}]}]}}, 201],
    ['PUT /OS-FEDERATION/identity_providers/campus/protocols/x', {protocol: {mapping_id: 'no'}}, 400, /mapping id: no/],
    ['PUT /OS-FEDERATION/identity_providers/campus/protocols/x', {protocol: {mapping_id: 'm'}}, 201],
    ['GET /OS-FEDERATION/identity_providers/campus/protocols', undefined, 200, /"idp_id":"campus"/],
    ['DELETE /OS-FEDERATION/mappings/m', undefined, 403],
    ['DELETE /OS-FEDERATION/identity_providers/campus', undefined, 204],
    ['GET /OS-FEDERATION/identity_providers/campus/protocols/x', undefined, 404, /federated protocol x/],
    ['PUT /OS-FEDERATION/service_providers/s', {service_provider: {auth_url: 'http://a', sp_url: 'http://s'}}, 201],
    ['PATCH /OS-FEDERATION/service_providers/s', {service_provider: {enabled: true}}, 200, {enabled: true}],
  ],
  'what is not there': [
    ['GET /domains/config/default', undefined, 501, /does not support defaults of domain configurations/],
    ['GET /users/none', undefined, 404, /Could not find user: none/],
    ['DELETE /groups/none', undefined, 404, /Could not find group: none/],
    ['PATCH /roles/none', {role: {name: 'x'}}, 404, /Could not find role: none/],
  ],
}

describe('the resources of the sandbox\u2019s Keystone', () => {
  const {ask} = onKeystone()
  for (const [story, steps] of Object.entries(STORIES)) {
    it(story, async () => {
      const ids = new Map<string, string>()
      const filled = (text: string) => text.replace(/\{(\w+)\}/g, (all, name: string) => ids.get(name) ?? all)
      const unfilled = (text: string) =>
        [...ids].reduce((result, [name, id]) => result.replaceAll(id, `{${name}}`), text)
      for (const [request, sent, status, expected, as] of steps) {
        const body = sent && JSON.parse(filled(JSON.stringify(sent)))
        const answered = await ask(filled(request), {body})
        const message = unfilled(messageOf(answered) || JSON.stringify(answered.body))
        assert.equal(answered.status, status, `${request}: ${message}`)
        const record = recordIn(answered.body)
        if (as !== undefined) ids.set(as, asText(record.id) ?? '')
        if (expected instanceof RegExp) assert.match(message, expected, request)
        else if (expected) assert.partialDeepStrictEqual(record, expected, request)
      }
    })
  }

  it('lists in Keystone\u2019s form', async () => {
    const {body} = await ask('GET /regions?parent_region_id=none')
    const self = String(asObject(body.links).self)
    assert.match(self, /\/identity\/v3\/regions\?parent_region_id=none$/)
    assert.deepEqual(body, {regions: [], links: {next: null, previous: null, self}})
  })
})

/** The record of an answer: `{user: {...}}`, or the first of `{limits: [...]}`. */
function recordIn(body: JsonObject): JsonObject {
  const [first] = Object.values(body)
  return asObject(Array.isArray(first) ? asArray(first)[0] : first)
}
