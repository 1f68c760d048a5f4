import {childEnvironment} from '#process'

/** Shows a text in $PAGER, or less; false where there is no pager, PAGER is empty, or the terminal is dumb. */
export async function paged(text: string, env: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const command = env.PAGER ?? 'less'
  if (command.trim() === '' || command.trim() === 'cat' || env.TERM === 'dumb') return false
  const {spawn} = process.getBuiltinModule('node:child_process')
  const child = spawn('sh', ['-c', `command -v ${command.split(' ', 1)[0]} >/dev/null || exit 127; exec ${command}`], {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: childEnvironment({...process.env, ...env, LESS: env.LESS ?? 'FRX'}),
  })
  return await new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (status) => resolve(status !== 127))
    // The reader may leave before the end.
    child.stdin.on('error', () => {})
    child.stdin.end(text)
  })
}
