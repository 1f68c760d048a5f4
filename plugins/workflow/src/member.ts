import {Args, type CommandContext, defineResource, Flags, fields, type ResourceApi, UsageError} from '@osc-cli/core'
import {listColumns} from '#mistral-list'

// https://docs.openstack.org/mistral/latest/user/rest_api_v2.html#members
export const Member = defineResource({
  noun: 'resource member',
  service: 'workflow',
  path: '/{type}/{resource}/members',
  collection: 'members',
  by: 'id',
  idKey: 'member_id',
  updateMethod: 'PUT',
})

export const memberFields = fields({
  'Resource ID': 'resource_id',
  'Resource Type': 'resource_type',
  'Resource Owner': 'project_id',
  'Member ID': 'member_id',
  Status: 'status',
  'Created at': 'created_at',
  'Updated at': 'updated_at',
})

export const memberColumns = listColumns(memberFields)

/** The arguments that name what is shared. */
export const sharedArgs = {
  resource: Args.string({description: 'Shared resource (ID)', required: true}),
  type: Args.string({description: 'Type of the resource: workflow', required: true}),
}

/** `--member-id`; without it the caller's own project. */
export const memberFlag = {
  'member-id': Flags.string({
    char: 'm',
    description: 'Project it is shared with (ID; default: your own)',
    helpValue: 'PROJECT-ID',
  }),
}

/** The members of a resource. UsageError when Mistral does not share its type. */
export function membersOf({api}: Pick<CommandContext, 'api'>, args: {resource: string; type: string}): ResourceApi {
  if (args.type !== 'workflow')
    throw new UsageError(`Mistral does not share resources of type '${args.type}'.`, {hint: 'Use the type workflow.'})
  return api(Member).under('workflows', args.resource)
}

/** The project that `--member-id` names, or the caller's own. */
export async function memberId(context: Pick<CommandContext, 'session'>, given: string | undefined): Promise<string> {
  if (given) return given
  const {projectId} = await (await context.session()).access()
  if (projectId) return projectId
  throw new UsageError('The login is not scoped to a project.', {hint: 'Add --member-id.'})
}
