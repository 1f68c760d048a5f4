import {Args, ConflictError, Flags, type JsonObject, ShowCommand, UsageError} from '@osc-cli/core'
import {findImage, Image} from '#image'
import {imageFields} from '#image-fields'
import {requireImportMethod} from '#import-methods'
import {importAndWait} from '#wait-for-import'

/** The status that an image must have, by the method that imports it. */
const STATUS: Readonly<Record<string, string>> = {
  'glance-direct': 'uploading',
  'web-download': 'queued',
  'copy-image': 'active',
}

const stores = Flags.words({
  description: 'Stores to import into (IDs)',
  helpValue: 'STORE',
  exclusive: ['all-stores'],
})

export default class ImageImport extends ShowCommand {
  static override summary = 'Import data into an image'
  static override roles = []
  static override calls = [
    'GET /v2/info/import',
    'GET /v2/images?name={name}',
    'POST /v2/images/{id}/import',
    'GET /v2/images/{id}/tasks',
  ]
  static override examples = [
    {command: 'osc image import --wait cirros', description: 'Import staged data'},
    {
      command: 'osc image import --method web-download --uri https://example.org/cirros.img cirros',
      description: 'Have the image service download a file',
    },
  ]
  static override seeAlso = ['image stage', 'image import info']
  static override args = {
    image: Args.string({description: 'Image to import into (name or ID)', required: true}),
  }
  static override flags = {
    method: Flags.string({
      description: 'Import method (default: glance-direct, for data staged with image stage)',
      helpValue: 'METHOD',
      options: ['glance-direct', 'web-download', 'glance-download', 'copy-image'],
      default: 'glance-direct',
    }),
    uri: Flags.string({description: 'URL to download from (web-download only)', helpValue: 'URL'}),
    'remote-image': Flags.string({description: 'ID of the remote image (glance-download only)', helpValue: 'ID'}),
    'remote-region': Flags.string({
      description: 'Region of the remote image (glance-download only)',
      helpValue: 'REGION',
    }),
    'remote-service-interface': Flags.string({
      description: 'Interface of the remote image service (glance-download only)',
      helpValue: 'INTERFACE',
    }),
    store: stores,
    'all-stores': Flags.boolean({description: 'Import into all stores', exclusive: ['store']}),
    ...Flags.choices({
      'allow-failure': 'Continue when the import into one of several stores fails (default)',
      'disallow-failure': 'Revert the import when it fails in one of several stores',
    }),
    wait: Flags.boolean({description: 'Wait for completion'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageImport)
    checkOptions(flags)
    await requireImportMethod(this, flags.method)
    const image = await findImage(this.api, args.image)
    checkImage(image, flags.method)
    const id = String(image.id)
    const body = {
      method: {
        name: flags.method,
        uri: flags.uri,
        glance_image_id: flags['remote-image'],
        glance_region: flags['remote-region'],
        glance_service_interface: flags['remote-service-interface'],
      },
      stores: flags.store,
      all_stores: flags['all-stores'],
      all_stores_must_succeed: flags['disallow-failure'],
    }
    const start = () => this.api(Image).send(id, 'POST', '/import', body)
    if (!flags.wait) await start()
    const shown = flags.wait ? await importAndWait(this, id, start) : image
    await this.show(shown, imageFields(shown))
  }
}

interface Options {
  method: string
  uri?: string | undefined
  'remote-image'?: string | undefined
  'remote-region'?: string | undefined
  'remote-service-interface'?: string | undefined
  store?: readonly string[] | undefined
  'all-stores': boolean
}

/** UsageError for options that the method needs or does not take. */
function checkOptions(flags: Options): void {
  const {method, uri} = flags
  const need = (options: string) => {
    throw new UsageError(`The import method ${method} requires ${options}.`, {hint: `Add ${options}.`})
  }
  const allow = (option: keyof Options, only: string) => {
    if (flags[option] !== undefined && method !== only)
      throw new UsageError(`--${option} works with --method ${only} only, not with ${method}.`)
  }
  allow('uri', 'web-download')
  for (const option of ['remote-image', 'remote-region', 'remote-service-interface'] as const)
    allow(option, 'glance-download')
  if (method === 'web-download' && uri === undefined) need('--uri')
  if (uri !== undefined && !URL.canParse(uri)) throw new UsageError(`--uri '${uri}' is not a URL.`)
  if (method === 'glance-download' && !(flags['remote-region'] && flags['remote-image']))
    need('--remote-region and --remote-image')
  if (method === 'copy-image' && !flags.store && !flags['all-stores']) need('--store or --all-stores')
}

/** ConflictError when the image is not ready for the method. */
function checkImage(image: JsonObject, method: string): void {
  const {id, status} = image
  if (!image.container_format && !image.disk_format)
    throw new ConflictError(`Image ${id} has neither a container format nor a disk format.`, {
      hint: `Set them: osc image set --container-format bare --disk-format raw ${id}`,
    })
  const required = STATUS[method]
  if (required === undefined || status === required) return
  throw new ConflictError(`Image ${id} is in status ${status}; the import method ${method} requires ${required}.`, {
    hint: method === 'glance-direct' && status === 'queued' ? howToFill(id) : undefined,
  })
}

const howToFill = (id: JsonObject[string]): string =>
  [
    `Stage the data first: osc image stage --file FILE ${id}`,
    `Or have the image service download it: osc image import --method web-download --uri URL ${id}`,
  ].join('\n')
