import {createHash} from 'node:crypto'
import {asText, isObject} from '@osc-cli/core'
import {type Call, conflict, forbidden, notFound, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'

/** Keypairs: names belong to a user, so that no collection of the kit fits. */
export function keypairRoutes(cloud: SandboxCloud): Routes {
  const keypairs = cloud.store.collection('compute/keypairs')
  const ownerOf = ({query, caller}: Call, requested = query.get('user_id')) => {
    if (requested === null || requested === caller.userId || caller.roles.includes('admin'))
      return requested ?? caller.userId
    throw forbidden("Policy doesn't allow os_compute_api:os-keypairs to be performed.")
  }
  const one = (call: Call) => {
    const record = keypairs.get(`${ownerOf(call)}/${call.params.name}`)
    if (record) return record
    throw notFound(`Keypair ${call.params.name} not found for user ${ownerOf(call)}`)
  }
  return {
    'GET /v2.1/os-keypairs': (call) => ({
      body: {
        keypairs: keypairs
          .find({user_id: ownerOf(call)})
          .map(({name, fingerprint, type, public_key}) => ({keypair: {name, fingerprint, type, public_key}})),
      },
    }),
    'GET /v2.1/os-keypairs/:name': (call) => ({body: {keypair: one(call)}}),
    'POST /v2.1/os-keypairs': (call) => {
      const {name, public_key, type = 'ssh', user_id} = isObject(call.body.keypair) ? call.body.keypair : {}
      const owner = ownerOf(call, asText(user_id) ?? null)
      const key = `${owner}/${name}`
      if (keypairs.get(key)) throw conflict(`Key pair '${name}' already exists.`)
      const digest = createHash('md5').update(String(public_key)).digest('hex')
      const shown = {name, fingerprint: digest.replace(/..(?=.)/g, '$&:'), user_id: owner, public_key, type}
      const number = keypairs.count() + 1
      keypairs.put(key, {
        ...shown,
        id: number,
        created_at: cloud.now().toISOString().slice(0, 23),
        deleted: false,
        deleted_at: null,
        updated_at: null,
      })
      return {status: 201, body: {keypair: shown}}
    },
    'DELETE /v2.1/os-keypairs/:name': (call) => {
      const {user_id, name} = one(call)
      keypairs.delete(`${user_id}/${name}`)
      return {status: 204}
    },
  }
}
