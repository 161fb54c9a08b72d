import { BlockList, isIP } from 'node:net'

/** What is not the public internet, after the registries of special-purpose addresses (RFC 6890 and later). */
const privateRanges: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
]

const blocked = new BlockList()
for (const [network, prefix] of privateRanges)
  blocked.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4')

/** An IP address (brackets allowed) that stands on this machine, in its network, or nowhere; false for names. */
export function isPrivateAddress(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '').split('%')[0] ?? ''
  const version = isIP(address)
  if (version === 0) return false
  // BlockList looks at the IPv4 address inside ::ffff:…, too.
  return blocked.check(address, version === 6 ? 'ipv6' : 'ipv4')
}
