import {cinderTime} from '#sandbox/versions'

/** What collections of a project's records have in common. */
export const OWNED = {
  uuids: true,
  projectKey: 'project_id',
  allProjects: 'all_tenants',
  updateMethod: 'PUT',
  statuses: {create: 202, update: 202, delete: 202},
  times: {created: 'created_at', updated: 'updated_at', format: cinderTime},
} as const

/** The fields that groups and their snapshots have in common. */
export const NAMED = {
  name: {type: 'string', nullable: true},
  description: {type: 'string', nullable: true},
  status: {type: 'string', readOnly: true, default: 'available'},
} as const
