import {Args, Known, OscCommand} from '@osc-cli/core'
import {Aggregate} from '#aggregate'

export default class AggregateCacheImage extends OscCommand {
  static override summary = 'Cache images on the hosts of an aggregate'
  static override roles = ['admin']
  static override microversion = '2.81'
  static override calls = [
    'GET /v2.1/os-aggregates/{id}',
    'GET /v2.1/os-aggregates',
    'GET /v2/images?name={name}',
    'GET /v2/images/{id}',
    'POST /v2.1/os-aggregates/{id}/images',
  ]
  static override seeAlso = ['aggregate show']
  static override examples = [{command: 'osc aggregate cache image fast cirros', description: 'Cache an image'}]
  static override args = {
    aggregate: Args.string({description: 'Aggregate (name or ID)', required: true}),
    image: Args.string({description: 'Images to cache (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(AggregateCacheImage)
    const aggregates = this.api(Aggregate)
    const [aggregate, images] = await Promise.all([
      aggregates.id(args.aggregate),
      this.api(Known.Image).ids(args.image),
    ])
    await aggregates.send(aggregate, 'POST', '/images', {cache: images.map((id) => ({id}))})
  }
}
