import {join} from 'node:path'
import {Flags, OscCommand, openSource, UsageError} from '@osc-cli/core'
import {filesOf} from '#image/files'
import {type ImageFile, UPLOAD_CALLS, uploadImage} from '#image/upload'

const HOST = 'files of the host of Ironic are not changed'

export default class OvercloudImageUpload extends OscCommand {
  static override summary = 'Upload the images of the servers to Glance'
  static override description =
    'Uploads the disk image with its kernel and ramdisk, and the kernel and ramdisk of the Ironic agent as bm-deploy-kernel ' +
    'and bm-deploy-ramdisk. Files that Glance has already are not sent.'
  static override service = 'image'
  static override roles = ['admin']
  static override calls = UPLOAD_CALLS
  static override seeAlso = ['overcloud node configure', 'image create']
  static override examples = [
    {command: 'osc overcloud image upload --image-path images', description: 'Upload the images of a folder'},
    {
      command: 'osc overcloud image upload --image-type os --whole-disk --os-image-name server.qcow2',
      description: 'Upload one whole disk image',
    },
  ]
  static override flags = {
    'image-path': Flags.string({
      description: 'Folder with the files (default: the current one)',
      helpValue: 'FOLDER',
      default: './',
      env: 'IMAGE_PATH',
    }),
    'os-image-name': Flags.string({
      description: 'File of the disk image (default: overcloud-full.qcow2)',
      helpValue: 'FILE',
      default: 'overcloud-full.qcow2',
      env: 'OS_IMAGE_NAME',
    }),
    'ironic-python-agent-name': Flags.string({
      description: 'Files of the Ironic agent, without .kernel and .initramfs (default: ironic-python-agent)',
      helpValue: 'NAME',
      default: 'ironic-python-agent',
      env: 'IRONIC_PYTHON_AGENT_NAME',
    }),
    'http-boot': Flags.string({description: `Accepted for compatibility: ${HOST}`, helpValue: 'FOLDER'}),
    'update-existing': Flags.boolean({
      description: 'Replace images with other content; the old ones are renamed',
    }),
    'whole-disk': Flags.boolean({description: 'The disk image has a boot loader, and no kernel and ramdisk beside it'}),
    architecture: Flags.string({
      description: 'Architecture of the images, such as x86_64',
      helpValue: 'ARCHITECTURE',
    }),
    platform: Flags.string({description: 'Kind of the architecture (requires --architecture)', helpValue: 'PLATFORM'}),
    'image-type': Flags.string({
      description: 'Upload only the disk image (os), or only the agent (ironic-python-agent)',
      helpValue: 'TYPE',
      options: ['os', 'ironic-python-agent'],
    }),
    progress: Flags.boolean({description: 'Accepted for compatibility: a terminal always shows the progress'}),
    local: Flags.boolean({description: `Not supported: ${HOST}`}),
    'local-path': Flags.string({description: `Accepted for compatibility: ${HOST}`, helpValue: 'FOLDER'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudImageUpload)
    if (flags.local)
      throw new UsageError('Option --local is not supported: images are uploaded to Glance.', {
        hint: 'Remove the option.',
      })
    if (flags.platform !== undefined && flags.architecture === undefined)
      throw new UsageError('Option --platform requires --architecture.', {hint: 'Add --architecture.'})
    const files = filesOf(flags)
    const at = (path: string) => join(flags['image-path'], path)
    // All must be there before the first is sent.
    for (const {path} of files) openSource(at(path), this)
    const ids = new Map<string, string>()
    for (const file of files) {
      const linked = this.linked({...file, path: at(file.path)}, ids)
      const {image, state} = await uploadImage(this, linked, flags['update-existing'])
      ids.set(file.role, String(image.id))
      await this.print(`${file.name}: ${state} (${image.id})`)
      if (state === 'differs') await this.note(`Replace the image ${file.name} with --update-existing.`)
    }
  }

  /** A partition image with the IDs of its kernel and ramdisk. */
  private linked({role, ...file}: ImageFile & {role: string}, ids: ReadonlyMap<string, string>): ImageFile {
    const [kernel, ramdisk] = [ids.get('kernel'), ids.get('ramdisk')]
    if (role !== 'disk' || kernel === undefined || ramdisk === undefined) return file
    return {...file, properties: {...file.properties, kernel_id: kernel, ramdisk_id: ramdisk}}
  }
}
