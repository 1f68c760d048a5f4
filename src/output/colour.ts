import type {Sink} from '#output/types'

type Env = Readonly<Record<string, string | undefined>>

/** Colours and bold type are for terminals that know them, unless NO_COLOR says otherwise. */
export const wantsColour = ({isTTY}: Pick<Sink, 'isTTY'>, env: Env): boolean =>
  isTTY && !env.NO_COLOR && env.TERM !== 'dumb'
