import {Args, pathSegment, type Session} from '@osc-cli/core'
import {wholeStackPath} from '#stack-path'

export const snapshotArgs = {
  stack: Args.string({description: 'Stack (name or ID)', required: true}),
  snapshot: Args.string({description: 'Snapshot (ID)', required: true}),
}

// https://docs.openstack.org/api-ref/orchestration/v1/#stacks-snapshot
export const snapshotsPath = async (session: Session, stack: string): Promise<string> =>
  `${await wholeStackPath(session, stack)}/snapshots`

export const snapshotPath = async (session: Session, stack: string, snapshot: string): Promise<string> =>
  `${await snapshotsPath(session, stack)}/${pathSegment(snapshot, 'snapshot')}`
