'use client'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { isAppError } from '../../../../shared/errors.ts'
import { usePhone } from '../../../../sync/client/hooks.ts'
import type { Mutation } from '../../../../sync/mutation.ts'
import { showToast } from '../../../../ui/toast.tsx'

export type Mutate = <A>(mutation: Mutation<A>, args: NoInfer<A>) => Promise<boolean>

/**
 * Paints at once and never throws: a refusal is said in words. True when it is durable on this phone. `hasLine`: the
 * screen has a line of its own for what is not saved.
 */
export function useMutate({ hasLine = false } = {}): Mutate {
  const phone = usePhone()
  const t = useTranslations('workout')
  return useCallback(
    async (mutation, args) => {
      try {
        await phone.mutate(mutation, args)
        return true
      } catch (error) {
        const isSaid = hasLine && isAppError(error) && error.code === 'unavailable'
        const text = isAppError(error) ? error.message : t('notSaved', { why: String(error) })
        if (!isSaid) showToast({ tone: 'bad', text })
        return false
      }
    },
    [phone, t, hasLine],
  )
}
