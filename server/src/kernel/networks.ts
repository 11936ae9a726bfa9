import { isIPv4 } from 'node:net'

const groupsOf = (address: string): string[] => {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const gap = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...gap, ...after].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
}

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** One customer's line: an IPv4 address, or the /64 of an IPv6 one. */
export const lineOf = (address: string): string =>
  isIPv4(plain(address)) ? plain(address) : `${groupsOf(address).slice(0, 4).join(':')}::/64`

/** The neighbourhood of an address: /24 of IPv4, /48 of IPv6. */
export const networkOf = (address: string): string =>
  isIPv4(plain(address))
    ? `${plain(address).split('.').slice(0, 3).join('.')}.0/24`
    : `${groupsOf(address).slice(0, 3).join(':')}::/48`
