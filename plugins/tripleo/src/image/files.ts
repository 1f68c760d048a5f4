import type {ImageFile} from '#image/upload'

interface ImageOptions {
  'os-image-name': string
  'ironic-python-agent-name': string
  'whole-disk': boolean
  architecture?: string | undefined
  platform?: string | undefined
  'image-type'?: string | undefined
}

/** Disk formats by the end of a file's name. */
const FORMATS: Readonly<Record<string, string>> = {qcow2: 'qcow2', vmdk: 'vmdk', vhd: 'vhd', iso: 'iso'}

/** The files to upload, in an order in which a disk image comes after its kernel and ramdisk. */
export function filesOf(options: ImageOptions): (ImageFile & {role: string})[] {
  const {architecture, platform} = options
  const properties = {
    ...(architecture !== undefined && {hw_architecture: architecture}),
    ...(platform !== undefined && {tripleo_platform: platform}),
  }
  // The usual architecture is not part of the names.
  const prefix =
    architecture === undefined || (architecture === 'x86_64' && platform === undefined)
      ? ''
      : `${platform === undefined ? '' : `${platform}-`}${architecture}-`
  const file = (role: string, name: string, path: string, diskFormat: string) => ({
    role,
    name: `${prefix}${name}`,
    path,
    diskFormat,
    properties,
  })
  const disk = options['os-image-name']
  const base = disk.split('.')[0] ?? disk
  const agent = options['ironic-python-agent-name']
  const partition = [
    file('kernel', `${base}-vmlinuz`, `${base}.vmlinuz`, 'aki'),
    file('ramdisk', `${base}-initrd`, `${base}.initrd`, 'ari'),
  ]
  const type = options['image-type']
  return [
    ...(type === 'ironic-python-agent'
      ? []
      : [
          ...(options['whole-disk'] ? [] : partition),
          file('disk', base, disk, FORMATS[disk.split('.').at(-1) ?? ''] ?? 'raw'),
        ]),
    ...(type === 'os'
      ? []
      : [
          file('agent kernel', 'bm-deploy-kernel', `${agent}.kernel`, 'aki'),
          file('agent ramdisk', 'bm-deploy-ramdisk', `${agent}.initramfs`, 'ari'),
        ]),
  ]
}
