import {type Method, method} from '#jinja/call'

export type Filter = Method<unknown>

/** A filter whose parameters have these names. */
export const filter: (parameters: string, work: (value: unknown, ...given: unknown[]) => unknown) => Filter = method
