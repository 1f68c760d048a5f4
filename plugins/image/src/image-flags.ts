import {Flags, UsageError} from '@osc-cli/core'

export const CONTAINER_FORMATS = ['ami', 'ari', 'aki', 'bare', 'docker', 'ova', 'ovf'] as const
export const DISK_FORMATS = ['ami', 'ari', 'aki', 'vhd', 'vmdk', 'raw', 'qcow2', 'vhdx', 'vdi', 'iso', 'ploop'] as const

/** `--protected` and `--unprotected`; read with `chosen(flags, PROTECTED)`. */
export const protectedFlags = Flags.choices({
  protected: 'Prevent the image from being deleted',
  unprotected: 'Allow the image to be deleted (default)',
})
export const PROTECTED = {protected: true, unprotected: false}

/** `--public` and its like; read with `chosen(flags, VISIBILITY)`. */
export const visibilityFlags = Flags.choices({
  public: 'Make the image visible to all projects',
  private: 'Make the image visible to its owner only',
  community: 'Make the image usable by all projects, without listing it by default',
  shared: 'Make the image visible to its owner and its members (default)',
})
export const VISIBILITY = {public: 'public', private: 'private', community: 'community', shared: 'shared'}

export const sizeFlags = {
  'min-disk': Flags.integer({description: 'Minimum disk size to boot the image, in GB', helpValue: 'GB'}),
  'min-ram': Flags.integer({description: 'Minimum RAM size to boot the image, in MB', helpValue: 'MB'}),
}

/** `--file` of what uploads. */
export const fileFlag = (exclusive: string[] = []) =>
  Flags.string({description: 'File with the data (default: standard input)', helpValue: 'FILE', exclusive})

/** `--size` and `--progress` of what uploads. */
export const dataFlags = {
  size: Flags.integer({description: 'Size of the data in bytes', helpValue: 'BYTES', min: 1}),
  progress: Flags.boolean({description: 'Accepted for compatibility: a terminal always shows the progress'}),
}

/** Keys of an image that the options of `create` and `set` give; what is undefined stays as it is. */
export const attributesOf = (flags: Readonly<Record<string, unknown>>) => ({
  container_format: text(flags['container-format']),
  disk_format: text(flags['disk-format']),
  min_disk: number(flags['min-disk']),
  min_ram: number(flags['min-ram']),
  visibility: Flags.chosen(flags, VISIBILITY),
  protected: Flags.chosen(flags, PROTECTED),
})

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
const number = (value: unknown) => (typeof value === 'number' ? value : undefined)

/** Where the data comes from: `--file`, or standard input unless it is a terminal; undefined: there is none. */
export function dataPath(
  {file, size}: {file?: string | undefined; size?: number | undefined},
  stdin: {isTTY?: boolean},
): string | undefined {
  const path = file ?? (stdin.isTTY ? undefined : '-')
  if (path === undefined && size !== undefined)
    throw new UsageError('Option --size requires data.', {hint: 'Specify a file with --file, or pipe the data in.'})
  return path
}
