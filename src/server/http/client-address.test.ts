import { expect, test } from 'vitest'
import { networkOf } from './client-address.ts'

test('an IPv4 address is itself; of an IPv6 address its network counts, however it is written', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
  expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7')
  const home = [
    '2001:db8:0:1:aaaa:bbbb:cccc:dddd',
    '2001:db8::1:0:0:0:1',
    '2001:0DB8:0000:0001::9',
    '2001:db8:0:1::1.2.3.4',
  ]
  expect(new Set(home.map(networkOf))).toEqual(new Set(['2001:db8:0:1::/64']))
  expect(networkOf('2001:db8:0:2::1')).not.toBe(networkOf('2001:db8:0:1::1'))
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(networkOf('unknown')).toBe('unknown')
})
