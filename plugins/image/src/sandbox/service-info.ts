import type {Call, RestRecords, Routes, SandboxCloud} from '@osc-cli/core/sandbox'
import {notFound} from '@osc-cli/core/sandbox'

/** Import methods, stores, tasks and the cache. */
export function serviceInfo(cloud: SandboxCloud, images: RestRecords): Routes {
  const tasks = cloud.store.collection('image/tasks')
  const queue = cloud.store.collection('image/cache-queue')
  const clear = () => {
    for (const {image_id: id} of queue.find()) queue.delete(String(id))
    return {status: 204}
  }
  const store = {id: 'sandbox', default: 'true'}
  return {
    'GET /v2/info/import': () => ({
      body: {
        'import-methods': {
          description: 'Import methods available.',
          type: 'array',
          value: ['glance-direct', 'copy-image'],
        },
      },
    }),
    'GET /v2/info/stores': () => ({body: {stores: [store]}}),
    'GET /v2/info/stores/detail': () => ({body: {stores: [{...store, properties: {}}]}}),
    'GET /v2/tasks': ({query}: Call) => {
      const {status, type} = Object.fromEntries(query)
      return {body: {tasks: tasks.find({...(status && {status}), ...(type && {type})}), first: '/v2/tasks'}}
    },
    'GET /v2/tasks/:id'({params}: Call) {
      const task = tasks.get(params.id ?? '')
      if (!task) throw notFound(`No task found with ID ${params.id}`)
      return {body: task}
    },
    'GET /v2/images/:id/tasks': (call: Call) => ({
      body: {tasks: tasks.find({image_id: images.idOf(images.one(call))})},
    }),
    'GET /v2/cache': () => ({
      body: {cached_images: [], queued_images: queue.find().map(({image_id: id}) => id ?? null)},
    }),
    'PUT /v2/cache/:id'(call: Call) {
      const id = images.idOf(images.one(call))
      queue.put(id, {image_id: id})
      return {status: 202}
    },
    'DELETE /v2/cache/:id': ({params}: Call) => {
      queue.delete(params.id ?? '')
      return {status: 204}
    },
    'DELETE /v2/cache': clear,
  }
}
