import {type CommandContext, defineResource, fields, UsageError} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/image/v2/#sharing
export const Member = defineResource({
  noun: 'image member',
  service: 'image',
  path: '/images/{image}/members',
  collection: 'members',
  by: 'id',
  idKey: 'member_id',
  updateMethod: 'PUT',
})

export const memberFields = fields({
  created_at: 'created_at',
  image_id: 'image_id',
  member_id: 'member_id',
  schema: 'schema',
  status: 'status',
  updated_at: 'updated_at',
})

/** Accepts or rejects an image for a project; without one for the project of the login. */
export async function setMembership(
  command: CommandContext,
  imageId: string,
  project: string | undefined,
  status: string,
): Promise<void> {
  const member = project ?? (await (await command.session()).access()).projectId
  if (member === undefined)
    throw new UsageError('The login is not scoped to a project.', {hint: 'Specify the member with --project.'})
  await command.api(Member).under(imageId).update(member, {status})
}
