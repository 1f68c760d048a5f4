import {ExactNumber} from '@osc-cli/core'

/** An integer of any size; `digits` as BigInt takes them: `12`, `0x1f`, `0b1`, `0o17`. */
export function integer(digits: string, negative = false): number | ExactNumber {
  const exact = negative ? -BigInt(digits) : BigInt(digits)
  const value = Number(exact)
  return Number.isSafeInteger(value) ? value : new ExactNumber(String(exact))
}

/** A float that prints as Python prints it, `1.0` and `1e+16`, so that nested templates come out the same. */
export function float(value: number): number | ExactNumber {
  const text = floatText(value)
  return String(value) === text ? value : new ExactNumber(text)
}

/** Python's repr(): an exponent below 1e-4 and from 1e16, of two digits at least, and always a point or an exponent. */
function floatText(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e')
  const power = Number(exponent)
  if (power < -4 || power >= 16) {
    const digits = String(Math.abs(power)).padStart(2, '0')
    return `${mantissa}e${power < 0 ? '-' : '+'}${digits}`
  }
  const text = Object.is(value, -0) ? '-0' : String(value)
  return text.includes('.') ? text : `${text}.0`
}
