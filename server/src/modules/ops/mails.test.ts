import { afterEach, expect, it, vi } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { smtpServerForTests } from '../../adapters/smtp/smtp-server-for-tests.ts'

let app: TestApp
afterEach(() => app.close())

it('without a mail server an admin reads the letters in the outbox, and nobody else does', async () => {
  app = await testApp()
  const [admin, member] = [await app.admin(), await app.signUp()]
  const outbox = await admin.get('/api/ops/mails')
  expect(outbox.body).toMatchObject({ delivers: false, next: null })
  expect(outbox.body.items).toMatchObject([{ to: member.email, state: 'pending' }])
  expect(outbox.body.items[0].text).toContain('/verify?token=')
  expect((await member.get('/api/ops/mails')).status).toBe(403)
  expect((await app.guest.get('/api/ops/mails')).status).toBe(401)
  expect((await admin.get('/api/ops/mails?state=sent')).body.items).toEqual([])
  expect((await admin.get('/api/ops/mails?state=lost')).status).toBe(400)
})

it('with a mail server letters are delivered, and what was sent keeps its envelope only', async () => {
  const server = await smtpServerForTests()
  app = await testApp({ env: { SMTP_URL: server.url, MAIL_FROM: 'Madang <madang@community.example>' } })
  const admin = await app.admin()
  expect((await admin.post('/api/ops/mail-tests', { to: 'me@test.invalid' })).status).toBe(202)
  await vi.waitFor(() => expect(server.letters).toMatchObject([{ to: 'me@test.invalid' }]), 5_000)
  await vi.waitFor(async () => {
    const { body } = await admin.get('/api/ops/mails')
    expect(body).toMatchObject({ delivers: true, items: [{ to: 'me@test.invalid', state: 'sent', text: '' }] })
  }, 5_000)
  const { id } = (await admin.get('/api/ops/mails')).body.items[0]
  expect((await admin.post(`/api/ops/mails/${id}/deliveries`)).status).toBe(404)

  await server.close()
  expect(await admin.post('/api/ops/mail-tests', { to: 'me@test.invalid' })).toMatchObject({
    status: 422,
    body: { code: 'ops-mail-refused' },
  })
})
