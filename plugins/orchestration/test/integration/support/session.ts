import {tmpdir} from 'node:os'
import type {Session} from '@osc-cli/core'
import {cloudEnv} from '@osc-cli/core/test/integration/support/cloud'
import {loadCloudConfig} from '../../../../../src/cloud/config/load.ts'
import {createDownload, type Download} from '../../../../../src/cloud/download.ts'
import {openSession} from '../../../../../src/cloud/open.ts'
import {createTrace} from '../../../../../src/cloud/trace/trace.ts'

const nobody = {write: async () => {}, isTTY: false, width: undefined}

/** The clients that a command would have, in this process. */
export async function clientsOn(cloud?: string): Promise<{session: Session; download: Download}> {
  const env = cloudEnv(cloud)
  const config = await loadCloudConfig({options: {}, env, cwd: '/', home: '/'})
  const runtime = {
    env,
    userAgent: 'osc tests',
    signal: new AbortController().signal,
    trace: createTrace({debug: false, verbosity: -1, timing: false, logFile: undefined, stderr: nobody}),
    cacheDir: tmpdir(),
    useCache: false,
  }
  return {session: await openSession(config, runtime), download: createDownload(config, runtime)}
}
