import fc from 'fast-check'
import { describe } from 'vitest'
import { stubNotes } from '../../src/desk/compose/stub-notes.ts'
import { testReadBack } from '../helpers/read-back.ts'

describe('what a stub notes', () => {
  testReadBack(stubNotes, '', {
    when: fc.constantFrom('14:02–14:31', 'July 2, 23:50 – July 3, 00:10', 'July 2, 23:50'),
    channels: fc.constantFrom('Alpha Watch, Beta (news)', 'the channels of the bot'),
    gap: fc.constantFrom('source down', 'Intake was not running'),
    title: fc.constantFrom('Alpha Watch', 'Posted it on time, daily'),
    date: fc.constant('March 5, 2024'),
    age: fc.constantFrom('1 day', '2 years'),
    place: fc.constantFrom('beta/4', 'beta/4, story #1'),
  })
})
