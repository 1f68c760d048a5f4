import type {ChildProcess} from 'node:child_process'

export interface Ended {
  status: number | null
  signal: NodeJS.Signals | null
  stdout: Buffer
  stderr: Buffer
}

/** What a child process wrote until it ended; a child that is still there after `timeout` ms is killed and an error. */
export function collect(child: ChildProcess, timeout: number, what: string): Promise<Ended> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  return new Promise((resolve, reject) => {
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, timeout)
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('close', (status, signal) => {
      clearTimeout(timer)
      const ended = {status, signal, stdout: Buffer.concat(out), stderr: Buffer.concat(err)}
      if (!late) return resolve(ended)
      reject(new Error(`${what}: not done after ${timeout} ms.\n${ended.stdout}\n${ended.stderr}`))
    })
  })
}
