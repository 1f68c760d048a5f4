import {type OscCommand, projectOf, UsageError} from '@osc-cli/core'

/** The ID of the project that the options name, or of the one that the credentials are scoped to. UsageError without both. */
export async function ownProject(
  command: Pick<OscCommand, 'api' | 'session'>,
  flags: Parameters<typeof projectOf>[1],
): Promise<string> {
  const project = (await projectOf(command.api, flags)) ?? (await (await command.session()).access()).projectId
  if (project) return project
  throw new UsageError('Your credentials are not scoped to a project.', {hint: 'Specify the project with --project.'})
}
