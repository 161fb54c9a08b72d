import type { Entity } from './parse-html.ts'

export type Fields = Record<string, unknown>

export interface User {
  id: number
  is_bot: boolean
  first_name: string
  username?: string
}

export interface Chat {
  id: number
  type: 'private' | 'group' | 'supergroup' | 'channel'
  title?: string
  username?: string
  first_name?: string
  is_forum?: true
}

export interface Button {
  text: string
  url?: string
  callback_data?: string
}

export interface Markup {
  inline_keyboard?: Button[][]
  force_reply?: boolean
  selective?: boolean
}

/** A message as the Bot API tells it; users and chats see the same. */
export interface Message {
  message_id: number
  message_thread_id?: number
  is_topic_message?: true
  from?: User
  sender_chat?: Chat
  chat: Chat
  date: number
  edit_date?: number
  text?: string
  entities?: Entity[]
  caption?: string
  caption_entities?: Entity[]
  photo?: FileInfo[]
  document?: FileInfo
  reply_to_message?: Message
  reply_markup?: Markup
  forward_origin?: Fields
  forward_date?: number
}

export interface FileInfo {
  file_id: string
  file_unique_id: string
  file_size: number
  file_name?: string
  width?: number
  height?: number
}
