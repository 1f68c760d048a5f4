export const LIST_FORMATS = ['csv', 'json', 'table', 'value', 'yaml']
export const SHOW_FORMATS = ['json', 'shell', 'table', 'value', 'yaml']

/** Formats of the core's own, which no plugin can replace. */
export const CORE_FORMATS: ReadonlySet<string> = new Set([...LIST_FORMATS, ...SHOW_FORMATS])

export const OUTPUT_GROUP = 'OUTPUT'

/** The option `--watch`, in words. */
export const WATCH = {
  name: 'watch',
  description: 'Repeat the command at this interval in seconds (terminal only)',
  helpValue: 'SECONDS',
  helpGroup: OUTPUT_GROUP,
}

/** The flags of a command with `--watch`, where the command is a list or a show and has no such option of its own. */
export const withWatch = <T extends FormatFlag>(
  id: string,
  flags: Readonly<Record<string, T>>,
  watch: T,
): Readonly<Record<string, T>> =>
  /(?:^|[ :])(?:list|show)$/.test(id) && flags.format?.helpGroup === OUTPUT_GROUP && !('watch' in flags)
    ? {...flags, watch}
    : flags

/** A flag, as its class or the manifest declares it. */
interface FormatFlag {
  helpGroup?: string | undefined
  options?: readonly string[] | undefined
}

/** The flags of a command with what plugins add (`names`) among the choices of its -f, where it has one. */
export function withFormats<T extends FormatFlag>(
  flags: Readonly<Record<string, T>>,
  names: readonly string[],
): Readonly<Record<string, T>> {
  const {format} = flags
  if (names.length === 0 || format?.helpGroup !== OUTPUT_GROUP || !format.options) return flags
  return {...flags, format: {...format, options: [...new Set([...format.options, ...names])].sort()}}
}
