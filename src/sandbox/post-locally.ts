/** Posts JSON to a web server on this machine. Other addresses are not called, and failures are ignored. */
export function postLocally(url: string, body: string): void {
  if (!/^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/.test(url)) return
  const headers = {'content-type': 'application/json'}
  const request = process.getBuiltinModule('node:http').request(url, {method: 'POST', headers})
  request.on('error', () => undefined)
  request.on('response', (answer) => answer.resume())
  request.end(body)
}
