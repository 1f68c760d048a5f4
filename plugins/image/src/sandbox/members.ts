import type {JsonObject} from '@osc-cli/core'
import {
  badRequest,
  type Call,
  conflict,
  notFound,
  type RestRecords,
  type Routes,
  type SandboxCloud,
} from '@osc-cli/core/sandbox'

const PATH = '/v2/images/:id/members'

/** Projects that images are shared with. */
export function members(cloud: SandboxCloud, images: RestRecords): Routes {
  const stored = cloud.store.collection('image/members')
  const now = () => `${cloud.now().toISOString().slice(0, 19)}Z`
  const keyOf = ({params}: Call) => `${params.id}/${params.member}`
  const view = ({key: _, ...member}: JsonObject) => ({...member, schema: '/v2/schemas/member'})
  const one = (call: Call): JsonObject => {
    const member = stored.get(keyOf(call))
    if (!member) throw notFound(`${call.params.member} not found in the member list of the image ${call.params.id}.`)
    return member
  }
  return {
    [`GET ${PATH}`]: (call: Call) => ({
      body: {members: stored.find({image_id: images.idOf(images.one(call))}).map(view), schema: '/v2/schemas/members'},
    }),
    [`POST ${PATH}`](call: Call) {
      const image = images.own(call)
      const {member} = call.body
      if (typeof member !== 'string') throw badRequest('Member to be added not specified.')
      if (image.visibility !== 'shared') throw badRequest('Only shared images have members.')
      const key = `${image.id}/${member}`
      if (stored.get(key)) throw conflict(`Project ${member} is already a member of image ${image.id}.`)
      const at = now()
      const added = {key, image_id: image.id, member_id: member, status: 'pending', created_at: at, updated_at: at}
      stored.put(key, added)
      return {body: view(added)}
    },
    [`GET ${PATH}/:member`]: (call: Call) => ({body: view(one(call))}),
    [`PUT ${PATH}/:member`](call: Call) {
      const changed = {...one(call), status: call.body.status, updated_at: now()}
      stored.put(keyOf(call), changed)
      return {body: view(changed)}
    },
    [`DELETE ${PATH}/:member`](call: Call) {
      images.own(call)
      one(call)
      stored.delete(keyOf(call))
      return {status: 204}
    },
  }
}
