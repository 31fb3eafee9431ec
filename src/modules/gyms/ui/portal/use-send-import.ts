'use client'
/** Sends what a preview says, once, and knows how far it is. */
import { useState } from 'react'
import { type Answers, trpc } from '../../../../client/trpc.ts'
import type { ImportStep } from './import-progress.tsx'
import type { MemberImport } from './use-member-import.ts'

type Args = {
  gymId: string
  /** It is in: the list is to be read anew. */
  onDone: () => Promise<unknown>
  /** It was refused: somebody was added meanwhile, and the preview is to be made anew. */
  onRefused: () => void
}

export type SendImport = {
  /** Null while nothing is on its way. */
  running: { step: ImportStep; sent: number; count: number } | null
  done: Answers['gyms']['importMembers'] | null
  /** `lost`: there was no answer, and nobody knows whether it came in. */
  problem: 'lost' | { message: string } | null
  send: (current: MemberImport, roster: { version: number; seenAt: number }) => void
}

export function useSendImport({ gymId, onDone, onRefused }: Args): SendImport {
  const [sent, setSent] = useState(0)
  const [isWritten, setWritten] = useState(false)
  const order = trpc.gyms.importMembers.useMutation({
    trpc: { context: { onSent: setSent } },
    onSuccess: async () => {
      setWritten(true)
      await onDone()
    },
    onError: (error) => {
      if (error.data) onRefused()
    },
  })
  const { error } = order
  return {
    running: order.isPending
      ? { step: isWritten ? 'reading' : sent < 1 ? 'sending' : 'writing', sent, count: order.variables.rows.length }
      : null,
    done: order.data ?? null,
    problem: error ? (error.data ? { message: error.message } : 'lost') : null,
    send({ importId, fileName, map, plan }, { version, seenAt }) {
      setSent(0)
      setWritten(false)
      const { rows, skipped } = plan
      const preview = { version, seenAt }
      order.mutate({ gymId, importId, fileName: fileName.slice(0, 200), columns: map, rows, skipped, ...preview })
    },
  }
}
