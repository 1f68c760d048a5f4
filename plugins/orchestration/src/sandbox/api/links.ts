import type {JsonObject} from '@osc-cli/core'
import type {Call} from '@osc-cli/core/sandbox'
import type {StackRecord} from '#sandbox/engine/records'

type Place = Pick<StackRecord, 'projectId' | 'name' | 'id'>

/** The URL of a stack or of a path below it. */
export const stackUrl = (call: Call, {projectId, name, id}: Place, ...below: string[]): string =>
  [`${call.origin}/orchestration/v1/${projectId}/stacks`, name, id, ...below]
    .map((part, i) => (i === 0 ? part : encodeURIComponent(part)))
    .join('/')

export const link = (rel: string, href: string): JsonObject => ({href, rel})
