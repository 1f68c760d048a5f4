import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'

/** Limits by resource, as the API lists them. */
export const limitsOf = ({quotas}: JsonObject): JsonObject =>
  Object.fromEntries(
    asArray(quotas)
      .map(asObject)
      .map(({resource, limit}) => [asText(resource) ?? '', limit]),
  )
