import type {Session} from '#cloud/types'
import {olderThan} from '#common/cleanup/filter'
import {findCleanupItems} from '#common/cleanup/find'
import {kindNames} from '#common/cleanup/kinds'
import {remove} from '#common/cleanup/remove'
import type {CleanupItem} from '#common/cleanup/types'
import {projectId} from '#common/project'
import {PartialFailure} from '#rows/each'
import {inOrder} from '#rows/in-order'
import {ConfigError, Flags, HttpError, InterruptedError, isFailure, OscCommand, type OscError, UsageError} from '#sdk'

/** Seconds that one thing may take to go, as OSC gives a service. */
const LIMIT = 120

const TIME = 'YYYY-MM-DDTHH24:MI:SS'
const one = {exactlyOne: ['auth-project', 'project']}

interface Target {
  session: Session
  /** The project that the session is in. */
  id: string
}

export default class ProjectCleanup extends OscCommand {
  static override summary = 'Delete all resources of a project but not the project'
  static override roles = ['member', 'admin']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v1/{project_id}/stacks',
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'DELETE /v1/{project_id}/stacks/{name}/{id}',
    'GET /v2.1/servers/detail',
    'GET /v2.1/servers/{id}',
    'DELETE /v2.1/servers/{id}',
    'GET /v2.1/os-server-groups',
    'DELETE /v2.1/os-server-groups/{id}',
    'GET /v2/lbaas/loadbalancers',
    'GET /v2/lbaas/loadbalancers/{id}',
    'DELETE /v2/lbaas/loadbalancers/{id}',
    'GET /v2/zones',
    'DELETE /v2/zones/{id}',
    'GET /v2/reverse/floatingips',
    'PATCH /v2/reverse/floatingips/{id}',
    'GET /v3/{project_id}/{backups|snapshots|volumes}/detail',
    'GET /v3/{project_id}/{backups|snapshots}/{id}',
    'DELETE /v3/{project_id}/{backups|snapshots|volumes}/{id}',
    'GET /v2.0/{floatingips|security-groups|networks|ports|subnets|routers}',
    'GET /v2.0/service-providers',
    'GET /v2.0/vpn/{ipsec-site-connections|vpnservices|endpoint-groups|ikepolicies|ipsecpolicies}',
    'DELETE /v2.0/vpn/{ipsec-site-connections|vpnservices|endpoint-groups|ikepolicies|ipsecpolicies}/{id}',
    'PUT /v2.0/routers/{id}',
    'PUT /v2.0/routers/{id}/remove_router_interface',
    'DELETE /v2.0/{floatingips|security-groups|networks|ports|subnets|routers}/{id}',
    'GET /v1/{account}',
    'GET /v1/{account}/{container}',
    'DELETE /v1/{account}/{container}',
    'DELETE /v1/{account}/{container}/{object}',
    'GET /v2/images',
    'DELETE /v2/images/{id}',
  ]
  static override examples = [
    {
      command: 'osc project cleanup --dry-run --auth-project',
      description: 'List what would be deleted in the current project',
    },
    {
      command: 'osc project cleanup --auto-approve --project demo --created-before 2026-01-01T00:00:00',
      description: 'Delete old resources without confirmation',
    },
  ]
  static override flags = {
    'dry-run': Flags.boolean({description: 'List the resources without deleting them', exclusive: ['auto-approve']}),
    'auto-approve': Flags.boolean({description: 'Delete without confirmation', exclusive: ['dry-run']}),
    'auth-project': Flags.boolean({description: 'Clean up the current project', ...one}),
    project: Flags.string({
      description: 'Project to clean up (name or ID; you need a role on it)',
      helpValue: 'PROJECT',
      ...one,
    }),
    'project-domain': Flags.string({description: 'Domain of the project (name or ID)', helpValue: 'DOMAIN'}),
    'created-before': Flags.string({description: 'Delete resources created before this time (UTC)', helpValue: TIME}),
    'updated-before': Flags.string({
      description: 'Delete resources last updated before this time (UTC)',
      helpValue: TIME,
    }),
    'skip-resource': Flags.strings({
      description: 'Resource type to keep, such as block_storage.volume (repeatable)',
      helpValue: 'RESOURCE',
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ProjectCleanup)
    const skipped = skippedKinds(flags['skip-resource'] ?? [])
    const {'created-before': created, 'updated-before': updated, project} = flags
    const filter = olderThan(created, updated)
    const {session, id} =
      project === undefined ? await this.current() : await this.other(project, flags['project-domain'])
    const filtered = created !== undefined || updated !== undefined
    const {items, failures} = await findCleanupItems({session, projectId: id, filter, filtered, skipped})
    for (const failure of failures) await this.note(failure)
    await this.list(items)
    if (!flags['dry-run'] && items.length > 0 && (flags['auto-approve'] || (await this.agreed()))) {
      try {
        await this.removeAll(session, items)
      } catch (error) {
        if (error instanceof InterruptedError) await this.note(CONTINUES)
        throw error
      }
    }
    if (failures.length > 0) throw new PartialFailure(`${failures.length} resource types could not be listed.`)
  }

  private async current(): Promise<Target> {
    const session = await this.session()
    const {projectId: id} = await session.access()
    if (id === undefined)
      throw new ConfigError('No project is selected.', {hint: 'Select a project in clouds.yaml, or use --project.'})
    return {session, id}
  }

  private async other(project: string, domain: string | undefined): Promise<Target> {
    const id = await projectId(this.api, project, domain)
    const session = await this.runtime.sessionIn(id)
    const {projectId: entered} = await session.access()
    // Deletion cannot be undone: make sure that the token has the scope that was asked for.
    if (entered !== id)
      throw new ConfigError(`Cannot get a token for project ${id}: the token is for ${entered ?? 'no project'}.`)
    return {session, id}
  }

  private async list(items: readonly CleanupItem[]): Promise<void> {
    const {writeList} = await import('#output/list')
    const {env, stdout} = this.runtime
    const rows = items.map(({type, id, name}) => [type, id, name])
    const most = env.CLIFF_MAX_TERM_WIDTH
    const width = {'fit-width': env.CLIFF_FIT_WIDTH === '1', ...(most && {'max-width': Number(most) || 0})}
    await writeList({columns: ['Type', 'ID', 'Name'], rows}, {format: 'table', ...width}, stdout)
  }

  private async agreed(): Promise<boolean> {
    const yes = await this.confirm('These resources will be deleted. Are you sure?', 'stdin')
    if (!yes) await this.note('Cancelled: nothing was deleted.')
    return yes
  }

  /** Finishes one type before the next, because types depend on each other. Reports and counts failures. */
  private async removeAll(session: Session, items: readonly CleanupItem[]): Promise<void> {
    let failed = 0
    for (const group of Map.groupBy(items, ({kind}) => kind).values()) failed += await this.removeGroup(session, group)
    if (failed > 0) throw new PartialFailure(`${failed} of ${items.length} could not be deleted.`, {hint: CONTINUES})
  }

  /**
   * Things of one type depend on each other too: a full backup stays as long as an incremental one needs it. What the
   * service refuses is tried again as long as others of the type go. Returns how many are left.
   */
  private async removeGroup(session: Session, group: readonly CleanupItem[]): Promise<number> {
    const patience = {
      limit: LIMIT,
      pause: (seconds: number) => this.pause(seconds),
      note: (message: string) => this.note(message),
    }
    const failures = new Map<CleanupItem, OscError>()
    const attempt = async (one: CleanupItem): Promise<void> => {
      try {
        await remove(session, one, patience)
        failures.delete(one)
      } catch (error) {
        if (!isFailure(error)) throw error
        failures.set(one, error)
      }
    }
    for (let open = group; open.length > 0; ) {
      await Array.fromAsync(inOrder(open, attempt))
      const refused = [...failures].filter(([, error]) => error instanceof HttpError).map(([one]) => one)
      open = refused.length < open.length ? refused : []
    }
    for (const [{type, id}, {message}] of failures) await this.note(`${type} ${id}: ${message}`)
    return failures.size
  }
}

const CONTINUES = 'Deletions that the services accepted continue. To delete the rest, run the command again.'

function skippedKinds(names: readonly string[]): ReadonlySet<string> {
  const known = kindNames()
  const unknown = names.find((name) => !known.includes(name))
  if (unknown === undefined) return new Set(names)
  throw new UsageError(`Option --skip-resource: '${unknown}' is not a resource type.`, {
    hint: `Use one of ${known.join(', ')}.`,
  })
}
