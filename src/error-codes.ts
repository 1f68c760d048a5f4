import {pluginData} from '#plugins/data'

/** A code that an error carries, for scripts: it stays when sentences change. */
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
  row('Http400', 1, 'The service does not accept the values of the request.'),
  row('Http403', 1, 'The service refuses, for a reason of its own.'),
  row('PolicyRefused', 1, 'A policy does not allow it for the roles of the caller.'),
  row('QuotaExceeded', 1, 'A quota is exceeded (status 5 if the service reports a conflict).'),
  row('Http413', 1, 'Too large, or over a limit.'),
  row('Http429', 1, 'Too many requests.'),
  row('Http500', 1, 'The service failed; every status has a code of this form.', 'Http501', 'Http502', 'Http505'),
  row('Http503', 1, 'The service is unavailable.'),
  row('ECONNREFUSED', 1, 'Nothing listens at the address.'),
  row('ECONNRESET', 1, 'The connection ended before the answer did.', 'ECONNABORTED', 'EPIPE', 'HPE_INVALID_EOF_STATE'),
  row('ENOTFOUND', 1, 'The host name is unknown.', 'EAI_AGAIN'),
  row('EHOSTUNREACH', 1, 'There is no way to the host.', 'ENETUNREACH', 'EADDRNOTAVAIL'),
  row('CERT_HAS_EXPIRED', 1, 'The TLS certificate of the service has expired.'),
  row('CERT_NOT_YET_VALID', 1, "The certificate of the service is not valid yet, or this machine's clock is behind."),
  row('ERR_TLS_CERT_ALTNAME_INVALID', 1, 'The certificate is for another host name.'),
  row(
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    1,
    'The authority of the certificate is not known.',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'CERT_UNTRUSTED',
  ),
  row(
    'ERR_SSL_WRONG_VERSION_NUMBER',
    1,
    'https where the other side does not speak TLS.',
    'ERR_SSL_PACKET_LENGTH_TOO_LONG',
    'ERR_SSL_HTTP_REQUEST',
  ),
  row('PlainHttp', 1, 'http where the other side speaks TLS.'),
  row(
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    1,
    'The client certificate is missing or refused.',
    'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
    'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
    'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN',
    'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
    'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
  ),
  row('HPE_INVALID_CONSTANT', 1, 'The answer is no HTTP.', 'HPE_INVALID_VERSION', 'HPE_INVALID_HEADER_TOKEN'),
  row('ProxyRefused', 1, 'The proxy does not let the request through.'),
  row('Connection', 1, 'The connection fails in another way.'),
  row('Redirect', 1, 'A redirect that is not followed.'),
  row('NoJson', 1, 'The answer is not JSON.'),
  row('BadBody', 1, 'The answer cannot be decoded, or ends too early.'),
  row('WrongBody', 1, 'The answer lacks what was asked for.'),
  row('Output', 1, 'The output cannot be written: the disk is full, or the like.'),
  row('PartialFailure', 1, 'Some of several things failed.'),
  row('PluginBroken', 1, 'A command or an output format of a plugin does not load, or the format fails.'),
  row('Refused', 1, 'A hook of a plugin does not let the command run.'),
  row('PluginRange', 1, 'A plugin is made for another version of osc.'),
  row('NoPlugin', 1, 'A package is no plugin of osc.'),
  row('NpmFailed', 1, 'npm could not do what a change of plugins needs.'),
  row('IntegrityChanged', 1, 'A package has another content than when its version was installed before.'),
  row('LintFindings', 1, 'osc plugins lint found something to mend.'),
  row('File', 1, 'The operating system refused a file operation.'),
  row('Unhealthy', 1, 'osc doctor found something wrong; the status is that of the worst finding.'),
  row('Fault', 1, 'A bug in osc or a plugin.'),
  row('Osc', 1, 'Everything else.'),
  row('Usage', 2, 'The command line is wrong.'),
  row('NotInThisCloud', 2, 'An option needs a version or an extension that this cloud has not.'),
  row('NoCloud', 3, 'No cloud is selected.'),
  row('EmptyCloud', 3, 'The entry of the cloud in clouds.yaml is empty.'),
  row('UnknownCloud', 3, 'No clouds.yaml has a cloud of this name.'),
  row('ConfigSyntax', 3, 'A configuration file is malformed.'),
  row('ConfigUnreadable', 3, 'A configuration file cannot be read.'),
  row('MissingParameter', 3, 'The authentication type lacks a parameter.'),
  row('UnsupportedAuthType', 3, 'The authentication type is not supported.'),
  row('Config', 3, 'The configuration is wrong in another way.'),
  row('Http401', 3, 'The log-in, or the token of a request, is not accepted.'),
  row('WrongPassword', 3, 'Keystone does not accept the user name with this password.'),
  row('TokenExpired', 3, 'The token has expired or is unknown.'),
  row('ClockSkew', 3, "The log-in is refused, and this machine's clock differs from Keystone's."),
  row('MoreFactors', 3, 'The log-in needs another factor.'),
  row('Auth', 3, 'Authentication fails in another way.'),
  row('Http404', 4, 'The service has no such resource.'),
  row('NotFound', 4, 'The named resource or file was not found.'),
  row('NoKeystone', 4, 'The server at auth_url is not Keystone.'),
  row('EndpointNotFound', 4, 'The cloud does not offer the service in this region and interface.'),
  row('Endpoint', 4, 'The endpoint of the service does not fit.'),
  row('Http409', 5, 'The state that the thing is in does not allow it, or it is there already.'),
  row('Conflict', 5, 'The same, found without asking the service.'),
  row('Ambiguous', 5, 'Several resources have the name.'),
  row('ETIMEDOUT', 6, 'There was no answer in time.'),
  row('Http408', 6, 'The service gave up waiting.', 'Http504'),
  row('Wait', 6, 'What was waited for failed, or took too long.'),
  row('NotInstalled', 127, 'The command belongs to a plugin that is not installed.'),
  row('UnknownCommand', 127, 'No such command, or none that is installed.'),
  row('Interrupted', 130, 'Interrupted with Ctrl-C.'),
]

/** Every code, by exit status: within one those of plugins first. */
export const errorCodes = (): readonly ErrorCode[] =>
  [...pluginData().errorCodes, ...CORE_CODES].toSorted((a, b) => a.status - b.status)

/** The row of a code, regardless of case, or of an HTTP status; of a status that has none, that of its kind. */
export function codeRow(code: string): ErrorCode | undefined {
  const wanted = code.toLowerCase().replace(/^([45]\d\d)$/, 'http$1')
  const found = errorCodes().find((each) => [each.code, ...each.also].some((one) => one.toLowerCase() === wanted))
  const [, kind] = found ? [] : (/^http([45])\d\d$/.exec(wanted) ?? [])
  return found ?? (kind === undefined ? undefined : codeRow(`Http${kind}00`))
}
