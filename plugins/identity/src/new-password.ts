import {type Runtime, readSecret} from '@osc-cli/core'

/** Prompts for a password twice, without echo, until both inputs match. */
export async function newPassword(runtime: Runtime, prompt: string): Promise<string> {
  for (;;) {
    const first = await readSecret(runtime, prompt)
    if ((await readSecret(runtime, `Repeat ${prompt}`)) === first) return first
    await runtime.stderr.write('The passwords do not match. Try again.\n')
  }
}
