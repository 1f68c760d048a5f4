import {Args, Flags, type JsonObject, ListCommand} from '@osc-cli/core'
import {Batch} from '#batch'
import {containerArg, jobsFlag} from '#flags'
import {commandLine} from '#retry-command'
import {type Sync, syncDown, syncUp} from '#sync'

export default class ObjectSync extends ListCommand {
  static override summary = 'Synchronize a folder with a container'
  static override description =
    'Uploads the files that are missing from the container or differ from its objects; with --download, downloads ' +
    'instead. Files are compared by size and MD5 checksum, large objects in segments by size only. Each change is ' +
    'listed. Nothing is deleted without --delete, nor after a failure.'
  static override roles = ['member']
  static override calls = [
    'GET /v1/{account}/{container}',
    'PUT /v1/{account}/{container}/{object}',
    'GET /v1/{account}/{container}/{object}',
    'DELETE /v1/{account}/{container}/{object}',
  ]
  static override seeAlso = ['object create', 'container save']
  static override examples = [
    {command: 'osc object sync --dry-run photos album', description: 'List what would be uploaded'},
    {command: 'osc object sync --delete photos album', description: 'Make the container the same as the folder'},
    {command: 'osc object sync --download photos album', description: 'Update the folder from the container'},
  ]
  static override args = {
    folder: Args.string({description: 'Folder to synchronize', required: true}),
    container: containerArg('Container to synchronize'),
  }
  static override flags = {
    download: Flags.boolean({description: 'Update the folder from the container'}),
    delete: Flags.boolean({description: 'Delete files or objects that the source does not have'}),
    'dry-run': Flags.boolean({description: 'List the changes without making them'}),
    jobs: jobsFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ObjectSync)
    const sync = flags.download ? syncDown(this, args) : syncUp(this, args)
    const batch = new Batch(this, flags.download ? 'Downloading' : 'Uploading', flags.jobs)
    const rows = this.changes(sync, batch, flags)
    await this.table({Action: 'action', Name: 'name'}, rows)
    batch.finish(() => commandLine(this, ['object', 'sync', ...this.argv]))
  }

  private async *changes(
    sync: Sync,
    batch: Batch,
    flags: {delete: boolean; 'dry-run': boolean},
  ): AsyncGenerator<JsonObject> {
    const isDry = flags['dry-run']
    yield* batch.run(
      sync.transfers(),
      ({name}) => name,
      async (candidate) => {
        const action = await sync.transfer(candidate, isDry)
        return action && {action, name: candidate.name}
      },
    )
    if (!flags.delete || batch.failed.length > 0) return
    yield* batch.run(
      sync.surplus(),
      (name) => name,
      async (name) => {
        if (!isDry) await sync.remove(name)
        return {action: 'delete', name}
      },
    )
  }
}
