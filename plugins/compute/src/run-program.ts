import {childEnvironment, OscError, type Runtime} from '@osc-cli/core'

/** Runs a program on this terminal and waits for its end; its exit code. `OS_*` variables, which may have credentials, are not passed on. */
export async function runProgram(name: string, args: readonly string[], {env, cwd}: Runtime): Promise<number> {
  const {spawn} = process.getBuiltinModule('node:child_process')
  return await new Promise((resolve, reject) => {
    const child = spawn(name, args, {stdio: 'inherit', cwd, env: childEnvironment(env)})
    child.on('error', (cause) => {
      const hint = `Install ${name}, or add its folder to PATH.`
      reject(new OscError(`The program ${name} cannot be started.`, {code: 'NoProgram', hint, cause}))
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
