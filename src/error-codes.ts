import {pluginData} from '#plugins/data'

/** A stable code of an error, for scripts; messages may change. */
export interface ErrorCode {
  code: string
  /** The exit status that goes with it. */
  status: number
  meaning: string
  /** Codes of the same kind, with the same status. */
  also: readonly string[]
}

const row = (code: string, status: number, meaning: string, ...also: string[]): ErrorCode => ({
  code,
  status,
  meaning,
  also,
})

/** The codes of the core, by exit status and then by what they are about, the most general last. */
const CORE_CODES: readonly ErrorCode[] = [
  row('Http400', 1, 'The service rejected a value in the request.'),
  row('Http403', 1, 'The service refused the request without naming a policy rule.'),
  row('PolicyRefused', 1, 'A policy does not allow the request for the roles of the caller.'),
  row('QuotaExceeded', 1, 'A quota is exceeded (status 5 if the service reports a conflict).'),
  row('Http413', 1, 'The request is too large or exceeds a limit.'),
  row('Http429', 1, 'The service received too many requests.'),
  row(
    'Http500',
    1,
    'The service failed. Other HTTP statuses have codes of the same form.',
    'Http501',
    'Http502',
    'Http505',
  ),
  row('Http503', 1, 'The service is unavailable.'),
  row('ECONNREFUSED', 1, 'The connection was refused: nothing is listening at the address.'),
  row(
    'ECONNRESET',
    1,
    'The connection was closed before the response was complete.',
    'ECONNABORTED',
    'EPIPE',
    'HPE_INVALID_EOF_STATE',
  ),
  row('ENOTFOUND', 1, 'The host name cannot be resolved.', 'EAI_AGAIN'),
  row('EHOSTUNREACH', 1, 'The host is unreachable.', 'ENETUNREACH', 'EADDRNOTAVAIL'),
  row('CERT_HAS_EXPIRED', 1, 'The TLS certificate of the service has expired.'),
  row(
    'CERT_NOT_YET_VALID',
    1,
    'The TLS certificate of the service is not valid yet, or the clock of this machine is behind.',
  ),
  row('ERR_TLS_CERT_ALTNAME_INVALID', 1, 'The TLS certificate was issued for another host name.'),
  row(
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    1,
    'The TLS certificate is signed by an untrusted authority.',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'CERT_UNTRUSTED',
  ),
  row(
    'ERR_SSL_WRONG_VERSION_NUMBER',
    1,
    'The URL starts with https://, but the server does not use TLS.',
    'ERR_SSL_PACKET_LENGTH_TOO_LONG',
    'ERR_SSL_HTTP_REQUEST',
  ),
  row('PlainHttp', 1, 'The URL starts with http://, but the server expects TLS.'),
  row(
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    1,
    'The client certificate is missing or was rejected.',
    'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
    'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
    'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN',
    'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
    'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
  ),
  row('HPE_INVALID_CONSTANT', 1, 'The response is not HTTP.', 'HPE_INVALID_VERSION', 'HPE_INVALID_HEADER_TOKEN'),
  row('ProxyRefused', 1, 'The proxy refused the request.'),
  row('Connection', 1, 'The connection failed for another reason.'),
  row('Redirect', 1, 'The service sent a redirect that osc does not follow.'),
  row('NoJson', 1, 'The response is not JSON.'),
  row('BadBody', 1, 'The response cannot be decoded or is incomplete.'),
  row('WrongBody', 1, 'The response does not contain the requested data.'),
  row('Output', 1, 'The output cannot be written, for example because the disk is full.'),
  row('PartialFailure', 1, 'Some of several operations failed.'),
  row('PluginBroken', 1, 'A command or output format of a plugin failed to load or to run.'),
  row('Refused', 1, 'A hook of a plugin rejected the command.'),
  row('PluginRange', 1, 'The plugin requires another version of osc.'),
  row('NoPlugin', 1, 'The package is not an osc plugin.'),
  row('NpmFailed', 1, 'npm failed while plugins were being changed.'),
  row('IntegrityChanged', 1, 'The content of a package changed without a new version.'),
  row('LintFindings', 1, 'osc plugins lint found problems.'),
  row('File', 1, 'The operating system refused a file operation.'),
  row('Unhealthy', 1, 'osc doctor found problems. The exit code is that of the most severe one.'),
  row('Fault', 1, 'A bug in osc or a plugin.'),
  row('Osc', 1, 'Any other error.'),
  row('Usage', 2, 'The command line is not valid.'),
  row('NotInThisCloud', 2, 'An option needs an API version or extension that this cloud does not support.'),
  row('NoCloud', 3, 'No cloud is selected.'),
  row('EmptyCloud', 3, 'The entry of the cloud in clouds.yaml is empty.'),
  row('UnknownCloud', 3, 'No clouds.yaml defines a cloud with this name.'),
  row('ConfigSyntax', 3, 'A configuration file is malformed.'),
  row('ConfigUnreadable', 3, 'A configuration file cannot be read.'),
  row('MissingParameter', 3, 'A parameter required by the authentication type is missing.'),
  row('UnsupportedAuthType', 3, 'The authentication type is not supported.'),
  row('Config', 3, 'The configuration is not valid for another reason.'),
  row('Http401', 3, 'The credentials or the token were rejected.'),
  row('WrongPassword', 3, 'Keystone rejected the user name or the password.'),
  row('TokenExpired', 3, 'The token has expired or is not valid.'),
  row('ClockSkew', 3, 'The login was rejected, and the clocks of this machine and Keystone differ.'),
  row('MoreFactors', 3, 'Another authentication factor is required.'),
  row('Auth', 3, 'Authentication failed for another reason.'),
  row('Http404', 4, 'The service does not have this resource.'),
  row('NotFound', 4, 'The named resource or file was not found.'),
  row('NoKeystone', 4, 'The server at auth_url is not Keystone.'),
  row('EndpointNotFound', 4, 'The cloud does not offer the service in this region and interface.'),
  row('Endpoint', 4, 'The endpoint of the service is not valid.'),
  row('Http409', 5, 'The resource already exists, or its state does not allow the operation.'),
  row('Conflict', 5, 'The same as Http409, detected before a request was sent.'),
  row('FileExists', 5, 'A file or folder with this name exists on this machine.'),
  row('Ambiguous', 5, 'Several resources have this name.'),
  row('ETIMEDOUT', 6, 'The request timed out.'),
  row('Http408', 6, 'The service or a gateway timed out.', 'Http504'),
  row('Wait', 6, 'The operation failed or timed out while osc waited for it.'),
  row('Outage', 6, 'The service stopped responding while osc waited for an operation.'),
  row('NotInstalled', 127, 'The command belongs to a plugin that is not installed.'),
  row('UnknownCommand', 127, 'No installed plugin provides this command.'),
  row('Interrupted', 130, 'Interrupted with Ctrl-C.'),
]

/** All codes by exit status; within one status, those of plugins first. */
export const errorCodes = (): readonly ErrorCode[] =>
  [...pluginData().errorCodes, ...CORE_CODES].toSorted((a, b) => a.status - b.status)

/** The row of a code, regardless of case, or of an HTTP status; of a status that has none, that of its kind. */
export function codeRow(code: string): ErrorCode | undefined {
  const wanted = code.toLowerCase().replace(/^([45]\d\d)$/, 'http$1')
  const found = errorCodes().find((each) => [each.code, ...each.also].some((one) => one.toLowerCase() === wanted))
  const [, kind] = found ? [] : (/^http([45])\d\d$/.exec(wanted) ?? [])
  return found ?? (kind === undefined ? undefined : codeRow(`Http${kind}00`))
}
