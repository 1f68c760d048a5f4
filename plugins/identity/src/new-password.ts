import {type Runtime, readSecret} from '@osc-cli/core'

/** A password typed twice without echo; asked again until both are the same. */
export async function newPassword(runtime: Runtime, prompt: string): Promise<string> {
  for (;;) {
    const first = await readSecret(runtime, prompt)
    if ((await readSecret(runtime, `Repeat ${prompt}`)) === first) return first
    await runtime.stderr.write('The two are not the same; once more.\n')
  }
}
