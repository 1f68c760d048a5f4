import type {JsonObject} from '#json'

/** A part of a noun's resources that some arguments and options are for. */
interface Kind {
  of: string
  includes: (record: JsonObject) => boolean
  /** The command that lists them. */
  list: string
}

/** By the words that the description of such an argument begins with. Their names are kept apart from those of the noun. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'external network': {
    of: 'network',
    includes: (record) => record['router:external'] === true,
    list: 'network list --external',
  },
}

/** The kind that an argument or option is for, where its description begins with one. */
export const kindIn = (description = ''): string | undefined =>
  Object.keys(KINDS).find((kind) => description.toLowerCase().startsWith(`${kind} `))
