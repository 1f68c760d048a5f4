import {Args, Flags, type JsonObject, ListCommand, UsageError} from '@osc-cli/core'
import {Batch} from '#batch'
import {bytes, containerArg, jobsFlag} from '#flags'
import {putLargeObject} from '#large-object'
import {filesIn, isFolder, oneFile} from '#local-files'
import {type Context, putFile, withoutProgress} from '#put-object'
import {commandLine, FEW} from '#retry-command'
import {objectName} from '#swift'

/** A file to upload, and the name of its object. */
interface Upload {
  path: string
  name: string
}

export default class ObjectCreate extends ListCommand {
  static override summary = 'Upload files to a container'
  static override description =
    'Uploads are verified with MD5. An existing object is replaced, unless --skip-existing is given. ' +
    'A file of more than 5 GiB requires --segment-size; its segments are stored in the container CONTAINER_segments, ' +
    'and an interrupted upload continues with the missing ones.'
  static override roles = ['member']
  static override calls = [
    'PUT /v1/{account}/{container}/{object}',
    'HEAD /v1/{account}/{container}/{object}',
    'HEAD /v1/{account}/{container}',
    'GET /v1/{account}/{container}',
    'PUT /v1/{account}/{container}',
  ]
  static override seeAlso = ['object save', 'object list', 'container create']
  static override examples = [
    {command: 'osc object create backups db.sql', description: 'Upload a file under its own name'},
    {command: 'osc object create --recursive --name 2026 photos album', description: 'Upload a folder as 2026/...'},
    {command: 'osc object create --name db.sql backups -', description: 'Upload standard input'},
    {command: 'osc object create --segment-size 1G backups disk.img', description: 'Upload a large file in segments'},
  ]
  static override args = {
    container: containerArg('Container to upload to'),
    objects: Args.string({
      description: 'Files to upload; - for standard input; folders with --recursive',
      required: true,
      multiple: true,
    }),
  }
  static override flags = {
    name: Flags.string({
      description: 'Name of the object, or for a folder the prefix of all names (default: the path)',
      helpValue: 'NAME',
    }),
    recursive: Flags.boolean({char: 'r', description: 'Upload folders with all files in them'}),
    'segment-size': bytes({description: 'Upload larger files in segments of this size, in bytes or as 500M or 1G'}),
    'skip-existing': Flags.boolean({description: 'Keep objects that already exist'}),
    jobs: jobsFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ObjectCreate)
    if (flags.name !== undefined && args.objects.length > 1)
      throw new UsageError('--name names one object, but several files were specified.', {
        hint: 'Upload one file or one folder with --name.',
      })
    const folders = args.objects.filter((path) => isFolder(path, this))
    if (folders.length > 0 && !flags.recursive)
      throw new UsageError(`${folders[0]} is a folder.`, {hint: 'Upload all files in it with --recursive.'})
    const isOne = args.objects.length === 1 && folders.length === 0
    const context = isOne ? this : withoutProgress(this)
    const batch = new Batch(this, 'Uploading', flags.jobs)
    const rows = batch.run(
      this.uploads(args.objects, flags.name),
      ({path}) => path,
      (upload) => this.upload(context, args.container, upload, flags),
    )
    await this.table({object: 'object', container: 'container', etag: 'etag'}, rows)
    const options = [
      ...(flags['segment-size'] === undefined ? [] : ['--segment-size', String(flags['segment-size'])]),
      ...(flags['skip-existing'] ? ['--skip-existing'] : []),
    ]
    batch.finish(() => {
      const isNamed = flags.name !== undefined || batch.failed.length > FEW
      const words = isNamed ? this.argv : [...options, args.container, ...batch.failed.map(asArgument)]
      return commandLine(this, ['object', 'create', ...words])
    })
  }

  private async *uploads(paths: readonly string[], name: string | undefined): AsyncGenerator<Upload> {
    for (const path of paths) {
      if (path === '-' && name === undefined)
        throw new UsageError('Standard input does not have a name.', {hint: 'Specify the object with --name.'})
      if (!isFolder(path, this)) {
        yield {path, name: name ?? nameFor(path)}
        continue
      }
      const folder = path.replace(/\/+$/, '')
      const start = name ?? (/^\.?$/.test(folder) ? '' : nameFor(folder))
      for await (const below of filesIn(path, this))
        yield {path: `${folder || '/'}/${below}`, name: start === '' ? below : `${start.replace(/\/$/, '')}/${below}`}
    }
  }

  private async upload(
    context: Context,
    container: string,
    {path, name}: Upload,
    flags: {'segment-size'?: number | undefined; 'skip-existing': boolean},
  ): Promise<JsonObject | undefined> {
    const file = oneFile(path, this)
    const to = {container, name: objectName(name), onlyNew: flags['skip-existing']}
    const size = flags['segment-size']
    const isLarge = size !== undefined && (file.source.size ?? Number.POSITIVE_INFINITY) > size
    const stored = isLarge ? await putLargeObject(context, file, to, size) : await putFile(context, file, to)
    if (stored) return {object: name, container, etag: stored.etag}
    await this.note(`Kept the existing object ${name}.`)
    return undefined
  }
}

/** A path that is not taken for an option. */
const asArgument = (path: string): string => (path.startsWith('-') ? `./${path}` : path)

/** The name of an object for a path. UsageError for `..`, which other programs would resolve to another container. */
function nameFor(path: string): string {
  const name = objectName(path)
  if (!name.split('/').includes('..')) return name
  throw new UsageError(`'${path}' leads to another folder, so it cannot be the name of the object.`, {
    hint: 'Specify the object with --name.',
  })
}
