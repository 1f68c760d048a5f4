import {Args, asText, Flags, OscCommand, UsageError} from '@osc-cli/core'
import {Volume} from '#volume'
import {gone, waitFlags} from '#waiting'
import {whyNotDeleted} from '#why-not-deleted'

export default class VolumeDelete extends OscCommand {
  static override summary = 'Delete volumes'
  static override roles = []
  static override calls = [
    'GET /v3/volumes/detail?name={name}',
    'GET /v3/volumes/{id}',
    'DELETE /v3/volumes/{id}',
    'POST /v3/volumes/{id}/action',
    'GET /v3/snapshots/detail',
  ]
  static override examples = [
    {command: 'osc volume delete --wait data', description: 'Delete a volume and wait until it is deleted'},
    {command: 'osc volume delete --cascade data logs', description: 'Delete two volumes with their snapshots'},
  ]
  static override args = {
    volumes: Args.string({description: 'Volumes to delete (names or IDs)', required: true, multiple: true}),
  }
  static override flags = {
    force: Flags.boolean({
      description: 'Delete in any state, also while attached (administrators)',
      exclusive: ['cascade', 'purge'],
    }),
    cascade: Flags.boolean({description: 'Delete the snapshots as well', exclusive: ['force', 'purge']}),
    purge: Flags.boolean({description: 'Old name of --cascade', hidden: true, exclusive: ['force', 'cascade']}),
    remote: Flags.boolean({description: 'Remove from Cinder only, keep the data on the back end (administrators)'}),
    ...waitFlags('the volumes are deleted'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeDelete)
    const cascade = flags.cascade || flags.purge
    if (flags.remote && (flags.force || cascade))
      throw new UsageError(`--remote cannot be combined with --${flags.force ? 'force' : 'cascade'}.`)
    const volumes = this.api(Volume)
    const act = (id: string) =>
      volumes.send(id, 'POST', '/action', {[flags.remote ? 'os-unmanage' : 'os-force_delete']: null})
    await this.each(args.volumes, async (name) => {
      const volume = await volumes.find(name)
      const id = asText(volume.id) ?? ''
      try {
        if (flags.remote || flags.force) await act(id)
        else await volumes.delete(id, {cascade: cascade || undefined})
      } catch (error) {
        throw await whyNotDeleted(this, volume, error)
      }
      await gone(this, Volume, id, flags)
    })
  }
}
