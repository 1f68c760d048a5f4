import type {Context} from '#context/context'

/** What every page is made from besides its facts. */
export interface View {
  program: string
  env: Readonly<Record<string, string | undefined>>
  context: Context
  /** What is on the line besides the command, which its options may be given by. */
  line?: readonly string[]
  /** Also what this cloud does not offer, in its usual place. */
  all: boolean
}
