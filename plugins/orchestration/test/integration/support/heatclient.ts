import {execFile} from 'node:child_process'
import {join} from 'node:path'

// Any Python that has python-heatclient; Debian's by default.
const PYTHON = process.env.HEATCLIENT_PYTHON ?? '/usr/bin/python3'

/** What a script beside this file answers to each input; undefined where heatclient is not installed. */
export function askHeatclient(script: string, inputs: readonly unknown[], cwd: string): Promise<unknown[] | undefined> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      PYTHON,
      [join(import.meta.dirname, script)],
      {cwd, maxBuffer: 1e8},
      (error, stdout, stderr) => {
        if (error && /ENOENT|No module named/.test(`${error.message}${stderr}`)) resolve(undefined)
        else if (error) reject(error)
        else resolve(JSON.parse(stdout) as unknown[])
      },
    )
    child.stdin?.end(JSON.stringify(inputs))
  })
}
