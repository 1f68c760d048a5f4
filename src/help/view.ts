import type {Context} from '#context/context'

/** What every page is made from besides its facts. */
export interface View {
  program: string
  env: Readonly<Record<string, string | undefined>>
  context: Context
  /** Also what this cloud does not offer, in its usual place. */
  all: boolean
}
