/** The feed of those whom somebody follows: what the server answers, and the limits of it. */
import * as z from 'zod/mini'
import type { SharedDocument } from '../workouts/model/shares.ts'

/** Each way: whom one follows, and who follows one. */
export const MOST_FOLLOWS = 500
/** Under one post. */
export const MOST_COMMENTS = 500
export const LONGEST_COMMENT = 500

export const commentText = z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_COMMENT))

/** One line of what was done: an exercise of the catalogue, or the maker's own by its name, and its sets. */
export type GlanceLine = { exerciseId: string; name: string | null; sets: number }

/** What of a post is told in the feed; the whole is asked for when it is opened. */
export type Glance = Pick<SharedDocument, 'title' | 'notes' | 'localDay' | 'activeMs' | 'cardio'> & {
  lines: GlanceLine[]
  /** Of all sets together; 0 where none is told. */
  distanceM: number
  /** Exercises that are in no line. */
  more: number
}

type PostHead = {
  makerId: string
  id: string
  /** The maker's, as their account says it. */
  name: string
  isMine: boolean
  postedAt: number
  likes: number
  isLiked: boolean
  comments: number
}
export type Post = PostHead & { glance: Glance }
export type Cursor = { at: number; id: string; makerId: string }
export type FeedPage = { posts: Post[]; next: Cursor | null }

/** Something that somebody did since the feed was last opened. */
export type Tiding = {
  kind: 'ask' | 'like' | 'comment'
  name: string
  at: number
  postId: string | null
  title: string | null
}
/** The first page, with what is new; `readAt` says up to when, of the server's clock. */
export type FeedHome = FeedPage & { tidings: Tiding[]; asks: number; readAt: number }

export type Comment = { id: string; name: string; text: string; at: number; mayRemove: boolean }
export type WholePost = PostHead & { document: SharedDocument; isClosed: boolean; likedBy: string[]; said: Comment[] }

export type Known = { id: string; name: string }
/** What the other way is: whether the actor follows them, too. */
export type Standing = 'none' | 'asked' | 'following'
export type People = {
  /** Of the actor's own link; null until one is made. */
  token: string | null
  asks: Known[]
  followers: (Known & { back: Standing })[]
  following: (Known & { standing: Standing })[]
  blocked: Known[]
}

/** Who a link is of, and what there is to do about it. */
export type Met = { name: string; standing: Standing | 'self' | 'nobody' }
