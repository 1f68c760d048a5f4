import {isObject, type Json, type JsonObject} from '@osc-cli/core'
import {forbidden} from '@osc-cli/core/sandbox'
import {idOf} from '#sandbox/keystone'
import type {Property} from '#sandbox/schema'

/** The options of projects, domains and roles. */
export const IMMUTABLE: Property = {
  type: 'object',
  closed: true,
  properties: {immutable: {type: 'boolean', nullable: true}},
}

/** Options after a change: null removes one. */
export function mergeOptions(old: Json | undefined, changes: Json | undefined): JsonObject {
  const merged = {...(isObject(old) ? old : {}), ...(isObject(changes) ? changes : {})}
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
}

const isImmutable = ({options}: JsonObject): boolean => isObject(options) && options.immutable === true

/** 403 for an immutable record, unless the only change makes it mutable. */
export function checkMutable(kind: string, record: JsonObject, changes: JsonObject): void {
  if (!isImmutable(record)) return
  const isFreed = isObject(changes.options) && 'immutable' in changes.options && changes.options.immutable !== true
  if (isFreed && Object.keys(changes).every((key) => key === 'options')) return
  throw forbidden(
    `Unable to update immutable ${kind} resource: \`${idOf(record)}. Set resource option "immutable" to false first.`,
  )
}

export function checkDeletable(kind: string, record: JsonObject): void {
  if (!isImmutable(record)) return
  throw forbidden(
    `Unable to delete immutable ${kind} resource: \`${idOf(record)}. Set resource option "immutable" to false first.`,
  )
}
