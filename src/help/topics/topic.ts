import type {Section} from '#help/page'

/** A page that belongs to no command. */
export interface Topic {
  about: string
  sections: readonly Section[]
}
