import type {JsonObject} from '@osc-cli/core'
import type {Call} from '@osc-cli/core/sandbox'
import {link, stackUrl} from '#sandbox/api/links'
import {definedOutputs, type Output, outputOf} from '#sandbox/engine/outputs'
import type {StackRecord} from '#sandbox/engine/records'
import type {View} from '#sandbox/engine/view'

/** A stack as in lists. */
export function stackSummary(call: Call, stack: StackRecord): JsonObject {
  const {id, name, action, status, reason, owner, parent, userProjectId, tags} = stack
  return {
    id,
    links: [link('self', stackUrl(call, stack))],
    stack_name: name,
    description: '',
    stack_status: `${action}_${status}`,
    stack_status_reason: reason,
    creation_time: stack.createdAt,
    updated_time: stack.updatedAt,
    // Heat has it only while a deleted stack's row is being purged.
    deletion_time: null,
    stack_owner: owner,
    parent,
    stack_user_project_id: userProjectId,
    tags,
  }
}

/** A stack as in `stack show`. Outputs may be omitted, because they are slow to compute. */
export function stackJson(call: Call, stack: StackRecord, view: View, resolveOutputs: boolean): JsonObject {
  const {description} = view.template
  const isDeleted = stack.deletedAt !== null
  return {
    stack_name: stack.name,
    id: stack.id,
    links: [link('self', stackUrl(call, stack))],
    creation_time: stack.createdAt,
    updated_time: stack.updatedAt,
    deletion_time: null,
    notification_topics: [],
    parameters: view.parameters.shown(),
    description,
    template_description: description,
    capabilities: [],
    disable_rollback: stack.disableRollback,
    timeout_mins: stack.timeoutMins,
    stack_owner: stack.owner,
    parent: stack.parent,
    stack_user_project_id: stack.userProjectId,
    tags: stack.tags ?? [],
    stack_status: `${stack.action}_${stack.status}`,
    stack_status_reason: stack.reason,
    ...(resolveOutputs && !isDeleted
      ? {outputs: definedOutputs(view).map(([key, output]) => outputJson(outputOf(view, key, output)))}
      : {}),
  }
}

export function outputJson({key, description, value, error}: Output): JsonObject {
  return {
    output_key: key,
    description,
    output_value: value,
    ...(error === undefined ? {} : {output_error: error}),
  }
}
