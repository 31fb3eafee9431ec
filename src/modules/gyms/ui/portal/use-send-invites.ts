'use client'
/** Sends invitations in parts and knows how far it is; a dialog that is closed sends no further part. */
import { useEffect, useRef, useState } from 'react'
import { trpc } from '../../../../client/trpc.ts'
import { type SentInvites, sendInvites } from './send-invites.ts'

export type SendInvites = {
  /** Null while nothing is on its way. */
  running: { done: number; of: number } | null
  sent: SentInvites | null
  send: (memberIds: readonly string[], letters: boolean) => Promise<void>
}

export function useSendInvites(gymId: string, onInvited: () => void): SendInvites {
  const utils = trpc.useUtils()
  const [running, setRunning] = useState<SendInvites['running']>(null)
  const [sent, setSent] = useState<SentInvites | null>(null)
  const isOpen = useRef(true)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])

  async function send(memberIds: readonly string[], letters: boolean) {
    const told = await sendInvites(memberIds, {
      ask: (part) => utils.client.gyms.inviteMembers.mutate({ gymId, memberIds: part, letters }),
      onStep: (done) => setRunning({ done, of: memberIds.length }),
      isWanted: () => isOpen.current,
    })
    setRunning(null)
    setSent(told)
    void utils.gyms.member.invalidate()
    onInvited()
  }
  return { running, sent, send }
}
