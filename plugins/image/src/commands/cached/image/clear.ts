import {Flags, OscCommand} from '@osc-cli/core'
import {cacheRequest} from '#cache'

export default class CachedImageClear extends OscCommand {
  static override summary = 'Clear the image cache, its queue or both'
  static override description = 'Without options both are cleared. The images themselves stay.'
  static override roles = ['admin']
  static override calls = ['DELETE /v2/cache']
  static override examples = [{command: 'osc cached image clear --queue', description: 'Clear the queue only'}]
  static override flags = {
    cache: Flags.boolean({description: 'Clear the cached images only'}),
    queue: Flags.boolean({description: 'Clear the queued images only'}),
  }

  async run(): Promise<void> {
    const {given} = await this.parse(CachedImageClear)
    // As argparse has it, the last one counts.
    const target = given.filter(({name}) => name === 'cache' || name === 'queue').at(-1)?.name
    const headers = target === undefined ? {} : {'x-image-cache-clear-target': target}
    await cacheRequest(this, {method: 'DELETE', path: '/cache', headers})
  }
}
