import { expect, test } from 'vitest'
import { isPushAddress } from './push-hosts.ts'

test.each([
  'https://fcm.googleapis.com/fcm/send/abc:def',
  'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
  'https://web.push.apple.com/QGb',
  'https://wns2-par02p.notify.windows.com/w/?token=abc',
  'https://FCM.googleapis.com:443/fcm/send/abc',
])('%s is a push service', (address) => {
  expect(isPushAddress(address)).toBe(true)
})

test.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/fcm/send/abc',
  'https://fcm.googleapis.com.evil.test/abc',
  'https://evilfcm.googleapis.com/abc',
  'https://push.apple.com.evil.test/abc',
  'https://evilpush.apple.com/abc',
  'https://someone@fcm.googleapis.com/abc',
  'https://evil.test/?https://fcm.googleapis.com/',
  'https://evil.test/#.push.apple.com',
  'https://127.0.0.1/abc',
  'https://[::1]/abc',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'nothing',
])('%s is none', (address) => {
  expect(isPushAddress(address)).toBe(false)
})

test('a peer of the tests is one only where it is named, and only its own origin', () => {
  expect(isPushAddress('http://127.0.0.1:4100/a')).toBe(false)
  expect(isPushAddress('http://127.0.0.1:4100/a', 'http://127.0.0.1:4100')).toBe(true)
  expect(isPushAddress('http://127.0.0.1:4101/a', 'http://127.0.0.1:4100')).toBe(false)
})
