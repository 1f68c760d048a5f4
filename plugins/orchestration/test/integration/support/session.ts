import {tmpdir} from 'node:os'
import type {Session} from '@osc-cli/core'
import {cloudEnv} from '@osc-cli/core/test/integration/support/cloud'
import {loadCloudConfig} from '../../../../../src/cloud/config/load.ts'
import {openSession} from '../../../../../src/cloud/open.ts'
import {createTrace} from '../../../../../src/cloud/trace/trace.ts'

const nobody = {write: async () => {}, isTTY: false, width: undefined}

/** The client that a command would have, in this process. */
export async function sessionOn(cloud?: string): Promise<Session> {
  const env = cloudEnv(cloud)
  const config = await loadCloudConfig({options: {}, env, cwd: '/', home: '/'})
  return openSession(config, {
    env,
    userAgent: 'osc tests',
    signal: new AbortController().signal,
    trace: createTrace({debug: false, verbosity: -1, timing: false, logFile: undefined, stderr: nobody}),
    cacheDir: tmpdir(),
    useCache: false,
  })
}
