import { expect, it } from 'vitest'
import { once } from '../../src/lib/once.ts'

it('makes a thing once for all who ask, and again after a failure', async () => {
  let made = 0
  let fails = true
  const get = once(() => {
    made += 1
    return fails ? Promise.reject(new Error('no')) : Promise.resolve(made)
  })
  await expect(get()).rejects.toThrow('no')
  fails = false
  expect(await Promise.all([get(), get(), get()])).toEqual([2, 2, 2])
})
